import type { Updateable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { isoDay } from '../../../../shared/dates.ts'
import type { ContactPrivacy } from '../../../../shared/directory/privacy/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { presentIds } from '../repository.ts'

type Database = ReadDatabase<OfficeSchema>
type Columns = Omit<Updateable<OfficeSchema['contact_privacy']>, 'id' | 'contact_id'>

const unset = {
  restricted_on: null, restricted_reason: '', postponed_until: null, postponed_reason: '', proposed_on: null, proposed_by: '', proposed_reason: '',
  proposed_note: '', informed_on: null,
}

/** What was decided on a contact; nothing for one that isn't there. */
export async function readPrivacy(database: Database, contactId: string): Promise<ContactPrivacy> {
  const row = await database.selectFrom('contact_privacy').selectAll().where('contact_id', '=', contactId).executeTakeFirst()
  return {
    restrictedOn: row?.restricted_on ?? null,
    restrictedReason: row?.restricted_reason ?? '',
    postponedUntil: row?.postponed_until ?? null,
    postponedReason: row?.postponed_reason ?? '',
    proposal: row ? proposalOf(row) : null,
    informedOn: row?.informed_on ?? null,
  }
}

/** The proposal to destroy that a row holds. */
export function proposalOf(row: { proposed_on: string | null, proposed_by: string | null, proposed_reason: string | null, proposed_note: string | null }): ContactPrivacy['proposal'] {
  if (row.proposed_on === null) return null
  return { reason: row.proposed_reason ?? '', by: row.proposed_by ?? '', on: row.proposed_on, note: row.proposed_note ?? '' }
}

/** Those of the contacts whose processing is restricted (Art. 18 DSGVO): they may be looked at and stored, and must not be used otherwise. */
export async function restrictedIds(database: Database, ids: readonly string[]): Promise<Set<string>> {
  const restricted = new Set<string>()
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await database.selectFrom('contact_privacy').select('contact_id')
      .where('contact_id', 'in', ids.slice(start, start + 500)).where('restricted_on', 'is not', null).execute()
    for (const row of rows) restricted.add(row.contact_id)
  }
  return restricted
}

/** Changes what was decided on contacts, all of it as one step; those that aren't there are passed over. */
export async function decide(desk: OfficeDesk, ids: readonly string[], [one, many]: readonly [string, string], columns: Columns): Promise<{ change: string | null, contacts: number }> {
  const [first] = ids
  const single = ids.length === 1 && first !== undefined ? { record: { type: 'contact', id: first } } : {}
  const written = await desk.write({ label: ids.length === 1 ? one : `${ids.length} ${many}`, ...single }, async (transaction) => {
    const present = await presentIds(transaction.database, ids)
    for (const id of present) await setPrivacy(transaction, id, columns)
    return present.length
  })
  return { change: written.change, contacts: written.value }
}

async function setPrivacy(transaction: WriteTransaction<OfficeSchema>, contactId: string, columns: Columns): Promise<void> {
  // Not by an id of its own making: a merge may have brought the row from another contact.
  const stored = await transaction.database.selectFrom('contact_privacy').select('id').where('contact_id', '=', contactId).executeTakeFirst()
  if (stored) await transaction.update('contact_privacy', stored.id, columns)
  else await transaction.insert('contact_privacy', { ...unset, ...columns, id: uuidv7(), contact_id: contactId } as never)
}

/** Today as an ISO day. */
export const today = (): string => isoDay(new Date())
