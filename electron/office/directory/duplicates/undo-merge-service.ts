import { sameValues } from '../../../../shared/directory/duplicates/combine.ts'
import { keyOf } from '../../../../shared/merge/values.ts'
import { valueOf, type Item, type MergeField } from '../../../../shared/directory/duplicates/merge-fields.ts'
import { takeBack } from '../../../../shared/directory/duplicates/take-back.ts'
import type { ContactInput } from '../../../../shared/directory/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { absorbedBy } from '../../database/absorbed.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import { moveLinksBack } from '../../database/move-links.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { updateContact } from '../repository.ts'
import { readDetails, type MergeDetails } from './merge-details.ts'
import { readInput } from './merge-service.ts'
import { successors } from './resolve.ts'

type Transaction = WriteTransaction<OfficeSchema>

/** What became of a merge that was taken back. */
export interface UndoneMerge {
  change: string | null
  /** The contact that is there again. */
  restored: string
  /** Fields of the kept contact in which a later edit stood in the way and stayed. */
  edited: MergeField[]
  /** Links that lead to it again, and those that have been led elsewhere since. */
  links: number
  movedOn: number
}

/**
 * Takes a merge back, also long after and after edits, as one step that can itself be taken back: the contact comes back exactly as it
 * was, the links that were moved and still lead here go with it, and the kept contact loses what came and wasn't edited since.
 * @throws OfficeError `not-found` for an unknown merge; `invalid` when it was taken back already, or the contact was destroyed since
 */
export async function undoMerge(desk: OfficeDesk, mergeId: string): Promise<UndoneMerge> {
  const merge = await desk.database.read.selectFrom('contact_merge').selectAll().where('id', '=', mergeId).executeTakeFirst()
  if (!merge) throw new OfficeError('not-found')
  const record = { type: 'contact', id: merge.contact_id }
  const written = await desk.write({ label: 'Zusammenführung aufgehoben', record }, async (transaction) => {
    const current = await transaction.row('contact_merge', mergeId)
    if (!current || current.undone_at !== '') throw new OfficeError('invalid', { detail: 'Diese Zusammenführung ist schon aufgehoben.' })
    const merged = await transaction.row('contact', merge.merged_id)
    if (merged?.deleted_by !== absorbedBy(mergeId)) {
      throw new OfficeError('invalid', { detail: 'Der zusammengeführte Kontakt wurde inzwischen endgültig gelöscht. Der verbliebene Kontakt ist unverändert.' })
    }
    const details = readDetails(String(current.details))
    const holders = [merge.contact_id, ...await successors(transaction.database, merge.contact_id)]
    const edited = await takeBackAlong(transaction, merge.contact_id, details)
    await transaction.update('contact', merge.merged_id, { deleted_at: null, deleted_by: null })
    const { back, elsewhere } = await moveLinksBack(transaction, details.links, merge.merged_id, holders)
    for (const id of details.distinctions) await transaction.remove('contact_distinction', id)
    await transaction.update('contact_merge', mergeId, { undone_at: transaction.now, undone_by: desk.person.name })
    return { restored: merge.merged_id, edited, links: back, movedOn: elsewhere }
  })
  return { change: written.change, ...written.value }
}

/** Takes back from the kept contact, and from the one it was itself merged into since, and so on. */
async function takeBackAlong(transaction: Transaction, keptId: string, details: MergeDetails): Promise<MergeField[]> {
  const before = await readInput(transaction, keptId)
  if (before === null) return []
  const { contact, edited } = takeBack(before, details.changes)
  await updateContact(transaction, keptId, contact)
  const fields = new Set(edited)
  const next = await transaction.database.selectFrom('contact_merge').selectAll().where('merged_id', '=', keptId).where('undone_at', '=', '').executeTakeFirst()
  if (next) {
    const onwards = readDetails(next.details)
    for (const field of await takeBackAlong(transaction, next.contact_id, passedOn(before, contact, onwards))) fields.add(field)
    await correctDetails(transaction, next.id, next.contact_id, onwards)
  }
  return [...fields]
}

/** Of what a later merge carried on, the part that has now been taken back from the contact it came from. */
function passedOn(before: ContactInput, after: ContactInput, onwards: MergeDetails): MergeDetails {
  const changes = onwards.changes.flatMap((change): MergeDetails['changes'] => {
    const [was, is] = [valueOf(before, change.field), valueOf(after, change.field)]
    if (sameValues(was, is)) return []
    if (!Array.isArray(was) || !Array.isArray(is) || !Array.isArray(change.before) || !Array.isArray(change.after)) {
      return sameValues(change.after, was) ? [{ field: change.field, before: is === '' || is === null ? change.before : is, after: change.after }] : [change]
    }
    const gone = new Set((was as Item[]).map(keyOf).filter((key) => !(is as Item[]).some((item) => keyOf(item) === key)))
    const wasThere = new Set((change.before as Item[]).map(keyOf))
    const left = (change.after as Item[]).filter((item) => wasThere.has(keyOf(item)) || !gone.has(onwards.copies[keyOf(item)] ?? keyOf(item)))
    return [{ field: change.field, before: left, after: change.after }]
  })
  return { changes, copies: onwards.copies, links: [], distinctions: [] }
}

/** Taking the later merge back must not take these fields for edited ones. */
async function correctDetails(transaction: Transaction, mergeId: string, keptId: string, details: MergeDetails): Promise<void> {
  const now = await readInput(transaction, keptId)
  if (now === null) return
  const changes = details.changes.map((change) => Array.isArray(change.after) ? change : { ...change, after: valueOf(now, change.field) })
  await transaction.update('contact_merge', mergeId, { details: JSON.stringify({ ...details, changes }) })
}
