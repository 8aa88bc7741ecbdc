import { followUpAfter } from '../../../shared/correspondence/register/model.ts'
import { isoDay } from '../../../shared/dates.ts'
import type { Land } from '../../../shared/vault/laender.ts'
import { useSession } from '../../app/session.ts'
import { useTemplates } from './TemplateField.tsx'

/** The day on which a letter that leaves today is looked at again, as its template sets it; null where it sets none. */
export function useTemplateFollowUp(template: string): string | null {
  const { land } = useSession()
  const found = useTemplates().templates.find(({ ref, earlier }) => ref === template || earlier.includes(template))
  return followUpAfter(found?.followUpDays ?? null, isoDay(new Date()), land as Land)
}
