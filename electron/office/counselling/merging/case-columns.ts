import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { LinkColumn } from '../../database/move-links.ts'

/**
 * What a merge does with the rows of a column that holds the id of a case:
 * - `moves`: they are led to the kept case, as logged changes that undo takes back;
 * - `combined`: their values come into the row of the kept case part by part, and they stay as they were;
 * - `read-along`: a log that nobody may change. They stay under the merged case's id and are read with those of the kept case
 *   (see `kept-cases.ts`), which ends by itself when the merge is taken back.
 * - `own`: the record of merges itself.
 */
type Way = 'moves' | 'combined' | 'read-along' | 'own'

interface CaseColumn {
  way: Way
  /** What moves, in the words of the preview; null for what nobody counts. */
  label: string | null
}

/**
 * Every column of counselling.db that holds the id of a case, by `table.column`. A table that is missing here fails the test beside
 * this file: a merge must not lose its rows silently.
 */
export const caseColumns: Readonly<Record<string, CaseColumn>> = {
  'consultation.case_id': { way: 'moves', label: 'Beratungen' },
  'deadline.case_id': { way: 'moves', label: 'Fristen' },
  'residence_status.case_id': { way: 'moves', label: 'Aufenthaltstitel' },
  'attachment.case_id': { way: 'moves', label: 'Unterlagen' },
  'referral.case_id': { way: 'moves', label: 'Verweisungen' },
  'secrecy_release.case_id': { way: 'moves', label: 'Entbindungen von der Schweigepflicht' },
  'client_letter.case_id': { way: 'moves', label: 'Schreiben' },
  'household_person.case_id': { way: 'moves', label: 'Personen im Haushalt' },
  'household_person.linked_case_id': { way: 'moves', label: null },
  'opposing_party.case_id': { way: 'moves', label: 'Gegenseiten' },
  'incident_affected.case_id': { way: 'moves', label: 'Vorfälle' },
  'case_purpose.case_id': { way: 'moves', label: 'Zwecke und Einwilligungen' },
  'case_correction.case_id': { way: 'moves', label: null },
  'legal_hold.case_id': { way: 'moves', label: 'Löschsperren' },
  'case_merge.case_id': { way: 'moves', label: null },
  'case_merge.merged_id': { way: 'own', label: null },
  'client_identity.id': { way: 'combined', label: null },
  'case_subject.id': { way: 'combined', label: null },
  'case_safety.id': { way: 'combined', label: null },
  'case_privacy.case_id': { way: 'combined', label: null },
  'disclosure.case_id': { way: 'read-along', label: null },
  'archive_offer.case_id': { way: 'read-along', label: null },
  'disposal.case_id': { way: 'read-along', label: null },
  'case_grant.case_id': { way: 'read-along', label: null },
  'access_log.case_id': { way: 'read-along', label: null },
  'conflict_notice.case_id': { way: 'read-along', label: null },
  'conflict_notice.other_case_id': { way: 'read-along', label: null },
}

/** The columns that are led to the kept case. */
export function movingColumns(): (LinkColumn<CounsellingSchema> & { label: string | null })[] {
  return Object.entries(caseColumns).filter(([, { way }]) => way === 'moves').map(([name, { label }]) => {
    const [table = '', column = ''] = name.split('.')
    return { table: table as keyof CounsellingSchema & string, column, label }
  })
}
