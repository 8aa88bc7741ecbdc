import { uuidv7 } from 'uuidv7'
import { changesBetween, combine } from '../../../../shared/directory/duplicates/combine.ts'
import type { MergeChoices } from '../../../../shared/directory/duplicates/merge-fields.ts'
import { contactInputSchema, type ContactInput } from '../../../../shared/directory/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { absorbedBy } from '../../database/absorbed.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import { moveLinks } from '../../database/move-links.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { checkSuperior } from '../hierarchy.ts'
import { readContact, updateContact } from '../repository.ts'
import { linkColumns } from './links.ts'
import type { MergeDetails } from './merge-details.ts'
import { pairKey } from './pair-index.ts'

/** A contact as the window read it. */
export interface ReadVersion {
  id: string
  version: number
}

/**
 * Makes two contacts one, as one step. The other one's rows stay as they are, out of every list; what it brings is copied or led to
 * the kept one, and all of it is noted so that it can be taken back.
 * @throws OfficeError `conflict` when one of them changed since it was read, `invalid` for contacts that can't become one, `not-found`
 */
export async function mergeContacts(desk: OfficeDesk, keep: ReadVersion, other: ReadVersion, choices: MergeChoices): Promise<{ change: string | null, links: number }> {
  const written = await desk.write({ label: 'Kontakte zusammengeführt', record: contactRef(keep.id) }, async (transaction) => {
    const before = await expectContact(transaction, keep)
    const brings = await expectContact(transaction, other)
    if (keep.id === other.id || before.kind !== brings.kind) throw new OfficeError('invalid', { detail: 'Nur zwei Personen oder zwei Organisationen lassen sich zusammenführen.' })
    await refuseProtected(transaction, [keep.id, other.id])
    const id = uuidv7()
    const copies = new Map<string, string>()
    const after = checked(withoutCircle(combine(before, brings, choices, uuidv7, copies), keep.id, other.id, brings))
    const links = await moveLinks(transaction, linkColumns(desk.database), other.id, keep.id)
    const distinctions = await inheritDistinctions(transaction, other.id, keep.id)
    await updateContact(transaction, keep.id, after)
    await transaction.update('contact', other.id, { deleted_at: transaction.now, deleted_by: absorbedBy(id) })
    if (after.kind === 'organisation') await checkSuperior(transaction.database, keep.id, after.parentId)
    const details: MergeDetails = { changes: changesBetween(before, after), copies: Object.fromEntries(copies), links, distinctions }
    await transaction.insert('contact_merge', {
      id, contact_id: keep.id, merged_id: other.id, merged_at: transaction.now, merged_by: desk.person.name, details: JSON.stringify(details),
      undone_at: '', undone_by: '',
    })
    return links.length
  })
  return { change: written.change, links: written.value }
}

/**
 * Who asked for restriction (Art. 18 DSGVO) has a right that their data stay as they are; and what is to be destroyed must not live on
 * in another contact unnoticed.
 * @throws OfficeError `invalid`
 */
async function refuseProtected(transaction: WriteTransaction<OfficeSchema>, ids: readonly string[]): Promise<void> {
  const rows = await transaction.database.selectFrom('contact_privacy').select(['restricted_on', 'proposed_on']).where('contact_id', 'in', ids).execute()
  if (rows.some((row) => row.restricted_on !== null)) {
    throw new OfficeError('invalid', { detail: 'Die Verarbeitung eines der beiden Kontakte ist eingeschränkt (Art. 18 DSGVO). Zusammenführen ist erst möglich, wenn die Einschränkung aufgehoben ist.' })
  }
  if (rows.some((row) => row.proposed_on !== null)) {
    throw new OfficeError('invalid', { detail: 'Einer der beiden Kontakte ist zur Löschung vorgeschlagen. Bitte entscheiden Sie erst darüber.' })
  }
}

/** The contact as a form would hand it in. @throws OfficeError `not-found` for one that is gone, `conflict` for one that changed */
async function expectContact(transaction: WriteTransaction<OfficeSchema>, { id, version }: ReadVersion): Promise<ContactInput> {
  await transaction.expectVersion(contactRef(id), version, () => readContact(transaction.database, id))
  const input = await readInput(transaction, id)
  if (input === null || (await transaction.row('contact', id))?.deleted_at !== null) throw new OfficeError('not-found')
  return input
}

/** What is stored of a contact's own fields, trashed or not; null when it isn't there. */
export async function readInput(transaction: Pick<WriteTransaction<OfficeSchema>, 'database'>, id: string): Promise<ContactInput | null> {
  const contact = await readContact(transaction.database, id)
  if (contact === null) return null
  const shape = new Set(Object.keys(contactInputSchema.parse(contact.kind === 'organisation' ? { kind: 'organisation', name: 'x' } : { kind: 'person', familyName: 'x' })))
  // Not parsed: what an older version stored is kept as it is, whatever the rules have become.
  return Object.fromEntries(Object.entries(contact).filter(([name]) => shape.has(name))) as unknown as ContactInput
}

/** An organisation that was below the other one comes below what stood above both. */
function withoutCircle(contact: ContactInput, keepId: string, otherId: string, brings: ContactInput): ContactInput {
  if (contact.kind !== 'organisation') return contact
  const above = contact.parentId === otherId && brings.kind === 'organisation' ? brings.parentId : contact.parentId
  return { ...contact, parentId: above === keepId || above === otherId ? '' : above }
}

/** Both together may be more than a contact can hold. */
function checked(contact: ContactInput): ContactInput {
  const { success, error } = contactInputSchema.safeParse(contact)
  if (success) return contact
  const tooMany = error.issues.some(({ code }) => code === 'too_big')
  if (tooMany) throw new OfficeError('invalid', { detail: 'Zusammen sind es zu viele oder zu lange Angaben für einen Kontakt. Bitte bei Listen und Notiz nur eine Seite wählen.' })
  return contact
}

/** Who is not the other one is not the kept one either. */
async function inheritDistinctions(transaction: WriteTransaction<OfficeSchema>, from: string, to: string): Promise<string[]> {
  const rows = await transaction.database.selectFrom('contact_distinction').selectAll()
    .where((eb) => eb.or([eb('contact_id', '=', from), eb('other_id', '=', from)])).where('decision', '=', 'different').execute()
  const made: string[] = []
  for (const row of rows) {
    const third = row.contact_id === from ? row.other_id : row.contact_id
    const id = pairKey(third, to)
    if (third === to || !(await transaction.row('contact', third)) || await transaction.row('contact_distinction', id)) continue
    const [contactId = '', otherId = ''] = id.split(':')
    await transaction.insert('contact_distinction', { ...row, id, contact_id: contactId, other_id: otherId })
    made.push(id)
  }
  return made
}

function contactRef(id: string) {
  return { type: 'contact', id }
}
