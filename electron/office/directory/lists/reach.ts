import { isoDay } from '../../../../shared/dates.ts'
import type { MemberChannel, PreferredChannel, ReachedBy } from '../../../../shared/directory/lists/model.ts'
import { preferredOf, type Address, type ContactKind, type Publication } from '../../../../shared/directory/model.ts'
import { heldRoles } from '../../../../shared/directory/roles.ts'
import { addressProblem, letterAddress } from '../../../../shared/correspondence/recipient.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

/** What there is of a contact to reach it by. */
export interface ReachData {
  id: string
  kind: ContactKind
  name: string
  nameKey: string
  publication: Publication
  addresses: Address[]
  email: string
  fax: string
  /** For a person the organisations of current roles, the one that began last first. */
  employers: readonly string[]
}

/** On which way a contact is reached, or why it isn't. */
export interface Reach {
  reached: ReachedBy
  target: string
  problem: string
}

type Database = ReadDatabase<OfficeSchema>

const PORTION = 500

/** Reads what contacts can be reached by, with the organisations of the persons among them. Trashed contacts are left out. */
export async function readReachData(database: Database, ids: readonly string[]): Promise<Map<string, ReachData>> {
  const found = new Map<string, ReachData>()
  await readPortions(database, ids, found)
  const employers = [...found.values()].flatMap((contact) => contact.employers).filter((id) => !found.has(id))
  await readPortions(database, [...new Set(employers)], found)
  return found
}

async function readPortions(database: Database, ids: readonly string[], found: Map<string, ReachData>): Promise<void> {
  for (let start = 0; start < ids.length; start += PORTION) {
    for (const contact of await readPortion(database, ids.slice(start, start + PORTION))) found.set(contact.id, contact)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function readPortion(database: Database, ids: readonly string[]): Promise<ReachData[]> {
  const rows = await database.selectFrom('contact').select(['id', 'kind', 'list_name', 'name_key', 'publication']).where('id', 'in', ids).where('deleted_at', 'is', null).execute()
  const addresses = grouped(await database.selectFrom('contact_address').selectAll().where('contact_id', 'in', ids).orderBy('position').execute())
  const channels = grouped(await database.selectFrom('contact_channel').select(['contact_id', 'kind', 'value', 'preferred'])
    .where('contact_id', 'in', ids).where('kind', 'in', ['email', 'fax']).orderBy('position').execute())
  const roles = grouped(await database.selectFrom('contact_role').leftJoin('contact as organisation', 'organisation.id', 'contact_role.organisation_id')
    .select(['contact_role.contact_id', 'organisation_id', 'started_on as from', 'ended_on as to', 'organisation.type_code as organisationType'])
    .where('contact_role.contact_id', 'in', ids).execute())
  const today = isoDay(new Date())
  return rows.map(({ id, kind, list_name: name, name_key: nameKey, publication }) => {
    const channel = (wanted: 'email' | 'fax') => preferredOf((channels.get(id) ?? []).filter((entry) => entry.kind === wanted && entry.value !== '')
      .map(({ value, preferred }) => ({ value, preferred: preferred === 1 })))?.value ?? ''
    return {
      id, kind, name, nameKey, publication, email: channel('email'), fax: channel('fax'),
      addresses: (addresses.get(id) ?? []).map(({ postal_code: postalCode, preferred, ...address }) => ({ ...address, postalCode, preferred: preferred === 1 })),
      employers: heldRoles(roles.get(id) ?? [], today).map((role) => role.organisation_id),
    }
  })
}

function grouped<Row extends { contact_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.contact_id, [...groups.get(row.contact_id) ?? [], row])
  return groups
}

/**
 * The way to a contact, or to a person in an organisation. What was chosen for a member is used or missing; `auto` takes the
 * preferred way and another where that one is missing. A person is written to by the person's own e-mail address only:
 * an organisation's mailbox may be read by anybody there.
 */
export function reachOf(contact: ReachData, employer: ReachData | undefined, channel: MemberChannel, preferred: PreferredChannel): Reach {
  const email: Reach = contact.email === ''
    ? { reached: 'none', target: '', problem: 'keine E-Mail-Adresse' } : { reached: 'email', target: contact.email, problem: '' }
  const address = letterAddress(contact, employer)
  const missing = addressProblem(address)
  const letter: Reach = missing === ''
    ? { reached: 'letter', target: [address?.street || address?.extra, [address?.postalCode, address?.place].filter(Boolean).join(' ')].filter(Boolean).join(', '), problem: '' }
    : { reached: 'none', target: '', problem: missing }
  if (channel === 'email') return email
  if (channel === 'letter') return letter
  if (channel === 'fax') {
    const fax = contact.fax || employer?.fax || ''
    return fax === '' ? { reached: 'none', target: '', problem: 'keine Faxnummer' } : { reached: 'fax', target: fax, problem: '' }
  }
  const [first, second] = preferred === 'email' ? [email, letter] : [letter, email]
  if (first.reached !== 'none') return first
  return second.reached === 'none' ? { reached: 'none', target: '', problem: `${first.problem}, ${second.problem}` } : second
}
