import type { ListMember, MemberChannel, PreferredChannel, StoredList } from '../../../../shared/directory/lists/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { withheldReasons, type Withheld } from '../output/withheld.ts'
import { readReachData, reachOf, type ReachData } from './reach.ts'
import { readMemberRows, type MemberRow } from './repository.ts'
import { selectedIds } from './selection.ts'

type Database = ReadDatabase<OfficeSchema>
type Rules = Pick<StoredList, 'rule' | 'preferredChannel' | 'purpose'>

/** How members are looked at. */
export interface MemberOptions {
  /** All of them are reached on this way, whatever the list says. */
  forced?: MemberChannel
  /** What is given out is published. */
  publish?: boolean
  /** The way that is tried first for contacts without a list. */
  preferred?: PreferredChannel
}

/** Everybody who belongs to a list or is kept out of it, by name, with the way on which each is reached. */
export async function membersOf(database: Database, listId: string, list: Rules, options: MemberOptions = {}): Promise<ListMember[]> {
  const rows = await readMemberRows(database, listId)
  const byRule = list.rule === null ? [] : await selectedIds(database, list.rule)
  return resolve(database, byRule, options.forced === undefined ? rows : rows.map((row) => ({ ...row, channel: options.forced ?? row.channel })), list, options)
}

/** Contacts without a list, as if they were a list of named contacts. */
export async function asMembers(database: Database, contactIds: readonly string[], purpose: string, options: MemberOptions = {}): Promise<ListMember[]> {
  const rows = contactIds.map((id): MemberRow => ({ id, list_id: '', contact_id: id, mode: 'included', channel: options.forced ?? 'auto', person_id: '', note: '' }))
  return resolve(database, [], rows, { rule: null, preferredChannel: options.preferred ?? 'email', purpose }, options)
}

async function resolve(database: Database, byRule: readonly string[], rows: readonly MemberRow[], list: Rules, options: MemberOptions): Promise<ListMember[]> {
  const said = new Map(rows.map((row) => [row.contact_id, row]))
  const found = new Set(byRule)
  const ids = [...new Set([...byRule, ...said.keys()])]
  const data = await readReachData(database, [...new Set([...ids, ...rows.map((row) => row.person_id).filter((id) => id !== '')])])
  const withheld = await withheldReasons(database, ids, list.purpose)
  const members = ids.flatMap((id) => {
    const contact = data.get(id)
    const row = said.get(id)
    // Contacts in the trash, and those that the rule doesn't find any more, are no members.
    if (contact === undefined || (!found.has(id) && row?.mode !== 'included' && row?.mode !== 'excluded')) return []
    return [{ contact, member: toMember(contact, row, found.has(id), data, list, withheld.get(id) ?? (options.publish ? unpublished(contact) : undefined), options) }]
  })
  return members.sort((a, b) => (a.contact.nameKey < b.contact.nameKey ? -1 : 1)).map(({ member }) => member)
}

function toMember(
  contact: ReachData, row: MemberRow | undefined, byRule: boolean, data: ReadonlyMap<string, ReachData>, list: Rules, withheld: Withheld | undefined, options: MemberOptions,
): ListMember {
  // Somebody who has left the organisation is no longer written to there.
  const person = row?.person_id ? data.get(row.person_id) : undefined
  const there = person?.employers.includes(contact.id) ? person : undefined
  const left = person !== undefined && there === undefined
  const channel = row?.channel ?? options.forced ?? 'auto'
  const reach = there ? reachOf(there, contact, channel, list.preferredChannel) : reachOf(contact, employerOf(contact, data), channel, list.preferredChannel)
  return {
    id: contact.id, name: contact.name, kind: contact.kind, byRule, mode: row?.mode ?? null, channel, ...reach,
    problem: left ? [`${person.name} ist dort nicht mehr tätig; es geht an die Organisation`, reach.problem].filter(Boolean).join(', ') : reach.problem,
    withheld: withheld?.reason ?? '', mayDecide: withheld?.mayDecide ?? false, personId: there?.id ?? '', personName: there?.name ?? '', note: row?.note ?? '',
  }
}

/** Only what somebody agreed to is published; nobody asked is a question. */
function unpublished({ publication }: ReachData): Withheld | undefined {
  if (publication === 'allowed') return undefined
  return publication === 'refused' ? { reason: 'Veröffentlichung nicht erlaubt', mayDecide: false } : { reason: 'Veröffentlichung nicht geklärt', mayDecide: true }
}

function employerOf({ employers }: ReachData, data: ReadonlyMap<string, ReachData>): ReachData | undefined {
  return employers.map((id) => data.get(id)).find((employer) => employer !== undefined)
}
