import { uuidv7 } from 'uuidv7'
import { isoDay } from '../../../../../shared/dates.ts'
import { OfficeError } from '../../../../../shared/errors.ts'
import { chaseMail, chaseNote, type Chase, type ChaseFrame, type ChaseWish } from '../../../../../shared/events/series/chase.ts'
import type { FormKind } from '../../../../../shared/events/series/model.ts'
import { emlDraft } from '../../../correspondence/dispatch/service.ts'
import { noteEncounter } from '../../../directory/dealings/service.ts'
import type { FileGrants } from '../../../file-grants.ts'
import type { OfficeDesk } from '../../../session.ts'
import { getLetterhead } from '../../../settings/service.ts'
import { formsFor } from '../forms/service.ts'
import { stateColumns } from '../partners-service.ts'
import { seriesRef } from '../service.ts'
import { planChases } from './plan.ts'

/** Whom to ask after what, and what the mails have in common. Changes nothing. @throws OfficeError `not-found` */
export async function findChases(desk: OfficeDesk, seriesId: string, today = isoDay(new Date())): Promise<{ frame: ChaseFrame; chases: Chase[] }> {
  const { frame, plans } = await planChases(desk, seriesId, today)
  return { frame, chases: plans.map(({ chase }) => chase) }
}

/**
 * Writes a mail draft for each partner into a folder, with the form that says what the office knows so far. Nothing is sent. Whose answer was awaited is reminded then;
 * the history of every contact says what was asked.
 * @throws OfficeError `invalid` where none of them can be reached by mail; `not-found`, `forbidden`, `disk-full`, `read-only`, and then nothing is noted
 */
export async function saveChases(
  desk: OfficeDesk, grants: FileGrants, { seriesId, partnerIds, forms, wish, grant }: { seriesId: string; partnerIds: readonly string[]; forms: readonly FormKind[]; wish: ChaseWish; grant: string }, today = isoDay(new Date()),
): Promise<{ change: string | null; files: number }> {
  const { frame, plans } = await planChases(desk, seriesId, today)
  const chosen = plans.filter(({ chase }) => partnerIds.includes(chase.partnerId) && chase.email !== '')
  if (chosen.length === 0) throw new OfficeError('invalid', { detail: 'Keiner dieser Partner hat eine E-Mail-Adresse, an die geschrieben werden kann.' })
  const { letterhead } = await getLetterhead(desk)
  const files = []
  for (const { chase, partner, entries } of chosen) {
    const attachments = await formsFor(desk, seriesId, partner, forms, { until: wish.until, entries })
    files.push({ name: `Nachfrage ${partner.code}.eml`, bytes: emlDraft({ from: letterhead.email, to: chase.email, ...chaseMail(chase, frame, wish), attachments }) })
    await new Promise((resolve) => setImmediate(resolve))
  }
  grants.writeInto(grant, files)
  const { change } = await desk.write({ label: chosen.length === 1 ? 'Bei einem Partner nachgefragt' : `Bei ${chosen.length} Partnern nachgefragt`, record: seriesRef(seriesId) }, async (transaction) => {
    for (const { chase, partner } of chosen) {
      if (chase.awaited) await transaction.update('event_series_partner', partner.id, stateColumns('reminded', today))
      if (partner.contactId !== null) await noteEncounter(transaction, desk, { id: uuidv7(), contactId: partner.contactId, day: today, kind: 'email', text: chaseNote(chase, frame) })
    }
  })
  return { change, files: files.length }
}
