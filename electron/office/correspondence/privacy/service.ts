import type { Kysely } from 'kysely'
import { impersonalSalutation } from '../../../../shared/correspondence/salutation.ts'
import { letterRetention } from '../../../../shared/directory/privacy/rules.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import type { RecordRef } from '../../../../shared/records/model.ts'
import type { DestructionOrder, StrayRow } from '../../database/destroy.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { Rows } from '../../database/rows.ts'
import { partsWith, pressWithout, type NamedPart } from './press.ts'
import { neutralRecipient } from '../service.ts'

/** What becomes of a letter or a line of the register when the contact it speaks of is destroyed. */
export type Fate = 'keep' | 'neutral' | 'destroy'

/** The part of a destruction that correspondence adds. */
export interface WithoutContact {
  records: RecordRef[]
  neutralised: DestructionOrder['neutralised'][number][]
  strays: StrayRow[]
  /** Takes the contact's name out of parts of statements and letters that stay; gives these. */
  along(rows: Rows): RecordRef[]
}

const gone = 'Gelöschter Kontakt'

/**
 * What letters, mail and statements hold of a contact that is to be destroyed. What stays without the contact loses its kept
 * versions and papers, too: they show the name, and a frozen text can't be changed.
 * @param letters the letters to the contact and what becomes of each
 * @param fates what becomes of lines of the register, within their retention and after it
 */
export async function correspondenceWithout(
  database: Kysely<OfficeSchema>, contactId: string, letters: ReadonlyMap<string, Fate>, fates: { retained: Fate, others: Fate }, today: string,
): Promise<WithoutContact> {
  const records: RecordRef[] = []
  const neutralised: WithoutContact['neutralised'] = []
  const strays: StrayRow[] = []
  const places: { id: string, letter_id: string }[] = []
  const fateOn = (day: string): Fate => (letterRetention.until(day) >= today ? fates.retained : fates.others)
  for (const [id, fate] of letters) {
    if (fate === 'keep') continue
    const ref = { type: 'letter', id }
    const letter = await database.selectFrom('letter').select('recipient_id').where('id', '=', id).executeTakeFirst()
    const others = await database.selectFrom('letter_recipient').select(['id', 'contact_id']).where('letter_id', '=', id).execute()
    const rows = others.filter(({ contact_id }) => contact_id === contactId)
    records.push(...await papersOf(database, ref))
    // The proofs of what went to others name this contact in their distribution.
    const proofs = others.length === 0 ? [] : await database.selectFrom('register_entry').select('id').where('record_type', '=', 'letter').where('record_id', '=', id).execute()
    for (const proof of proofs) records.push(...await papersOf(database, { type: 'register-entry', id: proof.id }))
    // A letter that went to others, too, stays for them.
    if (fate === 'destroy' && letter?.recipient_id === contactId && rows.length === others.length) {
      records.push(ref)
      continue
    }
    if (letter?.recipient_id === contactId) neutralised.push({ ref, columns: neutralRecipient() as DestructionOrder['neutralised'][number]['columns'] })
    places.push(...rows.map((row) => ({ id: row.id, letter_id: id })))
    const versions = await database.selectFrom('letter_version').select('id').where('letter_id', '=', id).execute()
    strays.push(...versions.map((version) => ({ table: 'letter_version', id: version.id, owner: ref, cleared: null })))
  }
  const entries = await database.selectFrom('register_entry').select(['id', 'entry_on', 'record_type', 'record_id', 'note']).where('contact_id', '=', contactId).execute()
  for (const entry of entries) {
    const ofLetter = entry.record_type === 'letter' && entry.record_id !== null ? letters.get(entry.record_id) : undefined
    const fate = ofLetter ?? fateOn(entry.entry_on)
    if (fate === 'keep') continue
    const ref = { type: 'register-entry', id: entry.id }
    records.push(...await papersOf(database, ref))
    if (fate === 'destroy') records.push(ref)
    else neutralised.push({ ref, columns: { contact_id: null, correspondent: gone, note: entry.note.replaceAll(/ an [^\s,]+@[^\s,]+/gu, '') } })
  }
  const asked = await database.selectFrom('statement').select(['id', 'received_on']).where('requester_id', '=', contactId).execute()
  for (const { id } of asked.filter((statement) => fateOn(statement.received_on) !== 'keep')) {
    // The statement itself is the office's own work and stays; the request with its papers is the contact's.
    const ref = { type: 'statement', id }
    records.push(...await papersOf(database, ref))
    neutralised.push({ ref, columns: { requester_id: null, requester_name: gone, requester_key: sortKey(gone) } })
  }
  const shares = await database.selectFrom('statement_contributor').select(['id', 'statement_id']).where('contact_id', '=', contactId).execute()
  const parts = [...shares.map((share) => ({ table: 'statement_contributor' as const, id: share.id, owner: { type: 'statement', id: share.statement_id }, column: 'name' })), ...await partsWith(database, contactId)]
  neutralised.push(...await pressWithout(database, contactId))
  return { records: distinct(records), neutralised, strays, along: (rows) => [...parts.map((part) => withoutName(rows, part)), ...places.map((place) => withoutPlace(rows, place))] }
}

function distinct(records: readonly RecordRef[]): RecordRef[] {
  return [...new Map(records.map((ref) => [`${ref.type}:${ref.id}`, ref])).values()]
}

async function papersOf(database: Kysely<OfficeSchema>, owner: RecordRef): Promise<RecordRef[]> {
  const rows = await database.selectFrom('document').select('id').where('owner_type', '=', owner.type).where('owner_id', '=', owner.id).execute()
  return rows.map(({ id }) => ({ type: 'document', id }))
}

/** A place among the recipients of a letter to several: everybody else's stays. */
function withoutPlace(rows: Rows, place: { id: string, letter_id: string }): RecordRef {
  rows.update('letter_recipient', place.id, { contact_id: null, name: gone, address_notes: '', address_lines: gone, salutation: impersonalSalutation, note: '' })
  rows.run('DELETE FROM change_entry WHERE table_name = ? AND row_id = ?', ['letter_recipient', place.id])
  return { type: 'letter', id: place.letter_id }
}

function withoutName(rows: Rows, { table, id, owner, column }: NamedPart): RecordRef {
  rows.update(table, id, { contact_id: null, [column]: gone })
  rows.run('DELETE FROM change_entry WHERE table_name = ? AND row_id = ?', [table, id])
  return owner
}
