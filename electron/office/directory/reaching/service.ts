import { letterAddress, recipientFrom, type Recipient } from '../../../../shared/correspondence/recipient.ts'
import { chosenSalutation } from '../../../../shared/correspondence/salutation.ts'
import type { Candidate, SerialWay } from '../../../../shared/correspondence/serial/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { inMemberView, type ListMember } from '../../../../shared/directory/lists/model.ts'
import type { OutputSource } from '../../../../shared/directory/output/model.ts'
import { heldRoles } from '../../../../shared/directory/roles.ts'
import type { OfficeDesk } from '../../session.ts'
import { asMembers, membersOf, type MemberOptions } from '../lists/members.ts'
import { selectedIds } from '../lists/selection.ts'
import { getList } from '../lists/service.ts'
import { EntryReader, type Entry } from '../output/entries.ts'
import { noteOutput } from '../output/records.ts'

/** Somebody to write to: what is to be checked before, and what the letter takes from the contact. */
export interface Correspondent {
  candidate: Candidate
  recipient: Recipient
}

const breath = 25

/**
 * Everybody of a source with what speaks for and against a letter or an e-mail to each, by name. Contacts in the trash are left out.
 * @throws OfficeError `not-found` for a list that isn't there
 */
export async function correspondents(desk: OfficeDesk, source: OutputSource, purpose: string): Promise<Correspondent[]> {
  const members = await everybody(desk, source, purpose, {})
  const reach: Record<SerialWay, Map<string, ListMember>> = {
    letter: byId(await everybody(desk, source, purpose, { forced: 'letter' })), email: byId(await everybody(desk, source, purpose, { forced: 'email' })),
  }
  const reader = new EntryReader(desk)
  const found: Correspondent[] = []
  const seen = { recipients: new Map<string, string>(), homes: new Map<string, string>() }
  for (const [index, member] of members.entries()) {
    const entry = await reader.read(member)
    if (index % breath === breath - 1) await new Promise((resolve) => setImmediate(resolve))
    if (entry === null) continue
    const recipient = recipientFrom(entry.contact, entry.employer)
    const on = (way: SerialWay) => ({ target: reach[way].get(member.id)?.target ?? '', problem: reach[way].get(member.id)?.problem.split(', ').at(-1) ?? '' })
    const letter = on('letter')
    const excluded = inMemberView(member, 'excluded')
    const candidate: Candidate = {
      contactId: member.id,
      name: member.personId === '' ? member.name : `${member.personName}, ${member.name}`,
      salutation: recipient.salutation,
      preferred: member.reached === 'email' || (member.reached === 'none' && letter.problem !== '' && on('email').problem === '') ? 'email' : 'letter',
      letter: letter.target === '' ? letter : { target: letter.target, problem: '' },
      email: on('email').target === '' ? on('email') : { target: on('email').target, problem: '' },
      withheld: excluded ? ['vom Verteiler ausgenommen', member.note].filter(Boolean).join(': ') : member.withheld,
      mayDecide: !excluded && member.mayDecide,
      withoutSalutation: entry.contact.kind === 'person' && entry.contact.salutation === 'none' && chosenSalutation(entry.contact.salutationText) === null,
      ...endedRole(entry, member),
      sameAs: seen.recipients.get(sameKey(recipient)) ?? '',
      householdOf: seen.homes.get(homeKey(entry)) ?? '',
      gaps: [],
    }
    if (candidate.sameAs !== '') candidate.householdOf = ''
    found.push({ candidate, recipient })
    remember(seen.recipients, sameKey(recipient), candidate.name)
    remember(seen.homes, homeKey(entry), candidate.name)
  }
  return found
}

/** Notes in the list's record of outputs that letters were written to it. */
export async function noteLetters(desk: OfficeDesk, source: OutputSource, written: number, leftOut: number): Promise<void> {
  await noteOutput(desk, { source, format: 'letters' }, written, leftOut)
}

async function everybody(desk: OfficeDesk, source: OutputSource, purpose: string, options: MemberOptions): Promise<ListMember[]> {
  const database = desk.database.read
  if (source.kind === 'list') return membersOf(database, source.id, await getList(desk, source.id), options)
  return asMembers(database, source.kind === 'contacts' ? source.ids : await selectedIds(database, source.selection), purpose, { preferred: 'letter', ...options })
}

/** A person without a current role is written to in an office that is no longer held, or at home. */
function endedRole({ contact }: Entry, member: ListMember): Pick<Candidate, 'ended' | 'endedOnly'> {
  const left = /[^,]* ist dort nicht mehr tätig; es geht an die Organisation/u.exec(member.problem)?.[0]
  if (left !== undefined) return { ended: left, endedOnly: false }
  const over = contact.kind === 'person' && contact.roles.length > 0 && heldRoles(contact.roles, isoDay(new Date())).length === 0
  return over ? { ended: 'alle Aufgaben sind beendet', endedOnly: true } : { ended: '', endedOnly: false }
}

/** The very same address with the very same name: two records of one contact. */
function sameKey({ recipientName, addressLines }: Recipient): string {
  return addressLines.length < 2 ? '' : [recipientName, ...addressLines].join('\n').toLocaleLowerCase('de')
}

/** Where a person is written to at home. */
function homeKey({ contact, employer }: Entry): string {
  if (contact.kind === 'organisation') return ''
  const address = letterAddress(contact, employer)
  const own = address !== undefined && contact.addresses.some(({ id }) => id === address.id)
  return own && address.kind === 'home' && address.place !== '' ? [address.street, address.extra, address.postalCode, address.place].join('\n').toLocaleLowerCase('de') : ''
}

function remember(map: Map<string, string>, key: string, name: string): void {
  if (key !== '' && !map.has(key)) map.set(key, name)
}

function byId(members: readonly ListMember[]): Map<string, ListMember> {
  return new Map(members.map((member) => [member.id, member]))
}
