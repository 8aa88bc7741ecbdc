import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { allowsUse, purposeLabel, purposeState } from '../../../../shared/directory/dealings/purposes.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { restrictedIds } from '../privacy/state.ts'

/** Why nothing is given out for a contact. */
export interface Withheld {
  /** German. */
  reason: string
  /** Nobody has said no: somebody may decide to give the contact out all the same. */
  mayDecide: boolean
}

const PORTION = 500

/**
 * Why some of the contacts are not given out for a purpose, by the contact's id; those that may be given out aren't in it.
 * A consent that has run out or was taken back is a refusal (Art. 7 (3) DSGVO). A person without this purpose is a
 * question; an organisation's own data are no personal data (recital 14 DSGVO) and need none. Without a purpose only what
 * holds for every purpose counts: contacts all of whose consents have ended.
 */
export async function withheldReasons(database: ReadDatabase<OfficeSchema>, ids: readonly string[], purpose: string): Promise<Map<string, Withheld>> {
  const withheld = new Map<string, Withheld>()
  for (let start = 0; start < ids.length; start += PORTION) {
    const portion = ids.slice(start, start + PORTION)
    const purposes = await database.selectFrom('contact_purpose').selectAll().where('contact_id', 'in', portion).execute()
    const persons = await database.selectFrom('contact').select('id').where('id', 'in', portion).where('kind', '=', 'person').execute()
    const isPerson = new Set(persons.map(({ id }) => id))
    const restricted = await restrictedIds(database, portion)
    for (const id of portion) {
      if (restricted.has(id)) {
        withheld.set(id, { reason: 'Verarbeitung eingeschränkt (Art. 18 DSGVO)', mayDecide: false })
        continue
      }
      const own = purposes.filter((row) => row.contact_id === id).map((row) => ({
        purpose: row.purpose, legalBasis: row.legal_basis, consentOn: row.consent_on, consentUntil: row.consent_until, revokedOn: row.revoked_on, reviewOn: row.review_on,
      }))
      const reason = judge(own, purpose, isPerson.has(id))
      if (reason !== null) withheld.set(id, reason)
    }
  }
  return withheld
}

type StoredPurpose = Parameters<typeof purposeState>[0] & { purpose: string }

function judge(own: readonly StoredPurpose[], purpose: string, isPerson: boolean): Withheld | null {
  const today = isoDay(new Date())
  const fitting = purpose === '' ? own : own.filter((entry) => entry.purpose === purpose)
  if (fitting.some((entry) => allowsUse(purposeState(entry, today)))) return null
  const [ended] = fitting
  if (ended) return { reason: refusal(ended, today), mayDecide: false }
  return isPerson && purpose !== '' ? { reason: `Zweck „${purposeLabel(purpose)}“ nicht eingetragen`, mayDecide: true } : null
}

function refusal(entry: StoredPurpose, today: string): string {
  const { consentUntil, revokedOn } = entry
  const state = purposeState(entry, today)
  if (state === 'revoked') return `Einwilligung widerrufen am ${germanDate(revokedOn ?? today)}`
  return state === 'expired' ? `Einwilligung abgelaufen am ${germanDate(consentUntil ?? today)}` : 'Einwilligung liegt nicht vor'
}
