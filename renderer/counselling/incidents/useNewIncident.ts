import { useNavigate } from '@tanstack/react-router'
import { isoDay } from '../../../shared/dates.ts'
import { emptyIncident } from '../../../shared/counselling/incidents/model.ts'
import { LAENDER } from '../../../shared/vault/laender.ts'
import { office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'

/** Opens a record of an incident and leads to it; from a case or a consultation, its person is affected. */
export function useNewIncident(): (from?: { caseId?: string; consultationId?: string; reportedOn?: string }) => Promise<void> {
  const navigate = useNavigate()
  const { land } = useSession()
  return async ({ caseId = null, consultationId = null, reportedOn = isoDay(new Date()) }: { caseId?: string | null; consultationId?: string | null; reportedOn?: string } = {}) => {
    try {
      const fields = emptyIncident(reportedOn, LAENDER.find(({ code }) => code === land)?.code ?? 'BB')
      const { id, number, change } = await office.counselling.incidents.create({ fields, caseId, consultationId })
      showUndoNotice(`Vorfall ${number} ist angelegt.`, 'counselling', change)
      await navigate({ to: '/counselling/incidents', search: { id } })
    } catch (error) {
      showFailure(error)
    }
  }
}
