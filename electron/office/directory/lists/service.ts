import { uuidv7 } from 'uuidv7'
import {
  inMemberView, listKindOf, memberViews, type DistributionList, type ListItem, type ListMember, type MemberChannel, type MemberCounts, type MemberView,
  type StoredList,
} from '../../../../shared/directory/lists/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { presentIds } from '../repository.ts'
import { membersOf } from './members.ts'
import { listColumns, readList, readLists, readMemberRows, type MemberRow } from './repository.ts'

type Changed = { change: string | null, contacts: number }

/** All lists by title, with how many contacts each has. */
export async function findLists(desk: OfficeDesk): Promise<ListItem[]> {
  const items: ListItem[] = []
  for (const list of await readLists(desk.database.read)) {
    const members = (await membersOf(desk.database.read, list.id, list)).filter((member) => inMemberView(member, 'all')).length
    items.push({ id: list.id, title: list.title, kind: listKindOf(list), purpose: list.purpose, members })
  }
  return items
}

/** One list, also from the trash. @throws OfficeError `not-found` */
export async function getList(desk: OfficeDesk, id: string): Promise<StoredList> {
  const list = await readList(desk.database.read, id)
  if (!list) throw new OfficeError('not-found')
  return list
}

/** Stores a new list with the contacts that are named in it. */
export async function createList(desk: OfficeDesk, list: DistributionList, contactIds: readonly string[] = []): Promise<ChangeReceipt & { id: string }> {
  const id = uuidv7()
  const written = await desk.write({ label: 'Verteiler angelegt', record: listRef(id), coalesce: `distribution-list:${id}` }, async (transaction) => {
    await transaction.insert('distribution_list', { id, deleted_at: null, deleted_by: null, ...listColumns(list) })
    for (const contactId of await presentIds(transaction.database, [...new Set(contactIds)])) await transaction.insert('distribution_member', memberRow(id, contactId))
  })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Brings a list to what is given. @throws OfficeError `conflict` with the list as it is now, `not-found` */
export async function updateList(desk: OfficeDesk, id: string, version: number, list: DistributionList): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Verteiler geändert', record: listRef(id), coalesce: `distribution-list:${id}` }, async (transaction) => {
    await transaction.expectVersion(listRef(id), version, () => readList(transaction.database, id))
    await transaction.update('distribution_list', id, listColumns(list))
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** Moves a list to the trash; the contacts in it stay. @throws OfficeError `not-found` */
export async function removeList(desk: OfficeDesk, id: string): Promise<{ change: string | null }> {
  const { change } = await desk.write({ label: 'Verteiler gelöscht', record: listRef(id) }, (transaction) => transaction.trash(listRef(id), desk.person.id))
  return { change }
}

/** A page of one part of a list's members. @throws OfficeError `not-found` */
export async function findMembers(
  desk: OfficeDesk, { id, view, offset, limit }: { id: string, view: MemberView, offset: number, limit: number },
): Promise<{ members: ListMember[], total: number }> {
  const members = (await membersOf(desk.database.read, id, await getList(desk, id))).filter((member) => inMemberView(member, view))
  return { members: members.slice(offset, offset + limit), total: members.length }
}

/** How many members each part of a list has. @throws OfficeError `not-found` */
export async function countMembers(desk: OfficeDesk, id: string): Promise<MemberCounts> {
  const members = await membersOf(desk.database.read, id, await getList(desk, id))
  return Object.fromEntries(memberViews.map((view) => [view, members.filter((member) => inMemberView(member, view)).length])) as MemberCounts
}

/** Names contacts in a list. */
export async function includeMembers(desk: OfficeDesk, id: string, contactIds: readonly string[]): Promise<Changed> {
  return changeMembers(desk, id, contactIds, 'in den Verteiler aufgenommen', (row) => ({ ...row, mode: 'included', note: row.mode === 'excluded' ? '' : row.note }))
}

/** Keeps contacts out of a list, with the reason. */
export async function excludeMembers(desk: OfficeDesk, id: string, contactIds: readonly string[], note: string): Promise<Changed> {
  return changeMembers(desk, id, contactIds, 'vom Verteiler ausgenommen', (row) => ({ ...row, mode: 'excluded', note }))
}

/** Takes back what was said of contacts in this list. */
export async function releaseMembers(desk: OfficeDesk, id: string, contactIds: readonly string[]): Promise<Changed> {
  return changeMembers(desk, id, contactIds, 'aus dem Verteiler genommen', () => null)
}

/** Sets how members are reached. */
export async function setReach(desk: OfficeDesk, id: string, contactIds: readonly string[], reach: { channel?: MemberChannel | undefined, personId?: string | undefined }): Promise<Changed> {
  return changeMembers(desk, id, contactIds, 'im Verteiler mit geändertem Weg', (row, isNew) => ({
    ...row, mode: isNew ? 'adjusted' : row.mode, channel: reach.channel ?? row.channel, person_id: reach.personId ?? row.person_id,
  }))
}

/** The lists that a contact belongs to or is kept out of. */
export async function listsOfContact(desk: OfficeDesk, contactId: string): Promise<{ id: string, title: string, excluded: boolean, note: string }[]> {
  const found: { id: string, title: string, excluded: boolean, note: string }[] = []
  for (const list of await readLists(desk.database.read)) {
    const member = (await membersOf(desk.database.read, list.id, list)).find(({ id }) => id === contactId)
    if (member !== undefined) found.push({ id: list.id, title: list.title, excluded: member.mode === 'excluded', note: member.note })
  }
  return found
}

/** Changes what a list says of contacts, as one step; `null` removes it. @throws OfficeError `not-found` */
async function changeMembers(
  desk: OfficeDesk, listId: string, contactIds: readonly string[], done: string, to: (row: MemberRow, isNew: boolean) => MemberRow | null,
): Promise<Changed> {
  const { value, change } = await desk.write({ label: `${contactIds.length === 1 ? '1 Kontakt' : `${contactIds.length} Kontakte`} ${done}`, record: listRef(listId) }, async (transaction) => {
    if (!(await transaction.row('distribution_list', listId))) throw new OfficeError('not-found')
    const known = new Map((await readMemberRows(transaction.database, listId)).map((row) => [row.contact_id, row]))
    const present = await presentIds(transaction.database, [...new Set(contactIds)])
    for (const contactId of present) {
      const row = known.get(contactId)
      const wanted = to(row ?? memberRow(listId, contactId), row === undefined)
      if (wanted === null) await transaction.remove('distribution_member', memberRow(listId, contactId).id)
      else if (row === undefined) await transaction.insert('distribution_member', wanted)
      else await transaction.update('distribution_member', row.id, wanted)
    }
    return present.length
  })
  return { change, contacts: value }
}

/** A contact has the same id in a list each time, so that only real changes are logged. */
function memberRow(listId: string, contactId: string): MemberRow {
  return { id: `${listId}:${contactId}`, list_id: listId, contact_id: contactId, mode: 'included', channel: 'auto', person_id: '', note: '' }
}

function listRef(id: string) {
  return { type: 'distribution-list', id }
}
