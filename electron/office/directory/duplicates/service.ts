import type { Contact } from '../../../../shared/directory/contact.ts'
import type { Decision, DuplicatePair, MergeEntry, PairCounts, PairGroup, Similar, TypedContact } from '../../../../shared/directory/duplicates/contract.ts'
import { compareProfiles } from '../../../../shared/directory/duplicates/compare.ts'
import { profileOf } from '../../../../shared/directory/duplicates/profile.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { OfficeDesk } from '../../session.ts'
import { countContacts } from '../list-repository.ts'
import { readContact } from '../repository.ts'
import { readDecisions, readDifferent, readMerges } from './decisions-repository.ts'
import { upToDateFinder, wasScanned } from './finder.ts'
import { countLinks } from '../../database/move-links.ts'
import { linkColumns } from './links.ts'
import { readDetails } from './merge-details.ts'
import { pairKey, type Pair } from './pair-index.ts'
import { similarTo } from './similar.ts'
import { readSource } from './source-repository.ts'
import { readTwins } from './twins-repository.ts'

/** Up to so many contacts the stock is looked through unasked: that takes less than a second. */
const UNASKED = 10_000

/** What the scan tells as it goes. */
export type ScanReport = { state: 'running', done: number, total: number } | { state: 'done', counts: PairCounts }

/** Looks through the whole stock, telling how far it is. Aborting `signal` stops it; what was known before stays. */
export async function* scanStock(desk: OfficeDesk, signal?: AbortSignal): AsyncGenerator<ScanReport> {
  let step = { done: 0, total: 0 }
  let report = (): void => {}
  const scanning = upToDateFinder(desk.database, { fresh: true, signal, onStep: (next) => { step = next; report() } })
  let finished = false
  const end = scanning.then(() => { finished = true }, () => { finished = true })
  while (!finished) {
    yield { state: 'running', ...step }
    await Promise.race([end, new Promise<void>((resolve) => { report = resolve })])
  }
  await scanning
  yield { state: 'done', counts: await countPairs(desk) }
}

/** How many pairs are open and put off; null when the stock is large and nobody has looked yet. */
export async function duplicateCounts(desk: OfficeDesk): Promise<PairCounts | null> {
  if (!wasScanned(desk.database) && (await countContacts(desk.database.read)).all > UNASKED) return null
  return countPairs(desk)
}

async function countPairs(desk: OfficeDesk): Promise<PairCounts> {
  const counts: PairCounts = { sure: 0, likely: 0, possible: 0, later: 0 }
  const { index } = await upToDateFinder(desk.database)
  const decisions = await readDecisions(desk.database.read)
  for (const pair of index.pairs()) {
    const decision = decisions.get(pairKey(pair.a, pair.b))
    if (decision === undefined) counts[pair.certainty] += 1
    else if (decision === 'later') counts.later += 1
  }
  return counts
}

/** A page of the pairs of a group, the surest first. */
export async function findPairs(desk: OfficeDesk, { group, offset, limit }: { group: PairGroup, offset: number, limit: number }): Promise<{ pairs: DuplicatePair[], total: number }> {
  const { index } = await upToDateFinder(desk.database)
  const decisions = await readDecisions(desk.database.read)
  const decisionOf = (pair: Pair): Decision | undefined => decisions.get(pairKey(pair.a, pair.b))
  const shown = index.pairs().filter((pair) => group === 'later'
    ? decisionOf(pair) === 'later'
    : decisionOf(pair) === undefined && (group === 'open' || pair.certainty === group))
  const page = shown.slice(offset, offset + limit)
  const twins = await readTwins(desk.database.read, [...new Set(page.flatMap(({ a, b }) => [a, b]))])
  const pairs = page.flatMap((pair): DuplicatePair[] => {
    const [one, other] = [twins.get(pair.a), twins.get(pair.b)]
    if (!one || !other) return []
    return [{ id: pairKey(pair.a, pair.b), one, other, certainty: pair.certainty, reasons: pair.reasons, doubts: pair.doubts, decision: decisionOf(pair) ?? null }]
  })
  return { pairs, total: shown.length }
}

/** Contacts that one being typed may be, the likeliest first. */
export async function findSimilar(desk: OfficeDesk, typed: TypedContact, except?: string): Promise<Similar[]> {
  const { index } = await upToDateFinder(desk.database)
  const different = except === undefined ? new Map<string, Decision>() : await readDecisions(desk.database.read)
  const found = (await similarTo(desk.database.read, index, typed, except)).filter(({ id }) => except === undefined || different.get(pairKey(id, except)) !== 'different').slice(0, 5)
  const twins = await readTwins(desk.database.read, found.map(({ id }) => id))
  return found.flatMap(({ id, finding: { certainty, reasons, doubts } }) => {
    const contact = twins.get(id)
    return contact ? [{ contact, certainty, reasons, doubts }] : []
  })
}

/** Both contacts of a pair with what speaks for and against it. @throws OfficeError `not-found` */
export async function comparePair(desk: OfficeDesk, oneId: string, otherId: string) {
  const { read } = desk.database
  const [one, other] = [await presentContact(desk, oneId), await presentContact(desk, otherId)]
  const [left, right] = [await readSource(read, oneId), await readSource(read, otherId)]
  const { index } = await upToDateFinder(desk.database)
  const finding = left && right ? compareProfiles(profileOf(left), profileOf(right), index.isWidespread) : null
  const columns = linkColumns(desk.database)
  const superiors = Object.fromEntries([one, other].flatMap((contact) => contact.superiors.slice(0, 1).map(({ id, name }) => [id, name])))
  return {
    one, other, finding: finding && { certainty: finding.certainty, reasons: finding.reasons, doubts: finding.doubts },
    links: { one: await countLinks(read, columns, oneId), other: await countLinks(read, columns, otherId) }, superiors,
  }
}

/** Remembers what somebody decided of a pair; null forgets it. @throws OfficeError `not-found` */
export async function decide(desk: OfficeDesk, oneId: string, otherId: string, decision: Decision | null): Promise<{ change: string | null }> {
  const id = pairKey(oneId, otherId)
  const [contactId = '', other = ''] = oneId < otherId ? [oneId, otherId] : [otherId, oneId]
  const labels = { different: 'Als verschieden vermerkt', later: 'Für später vermerkt', none: 'Entscheidung zurückgenommen' }
  const { change } = await desk.write({ label: labels[decision ?? 'none'], record: { type: 'contact', id: contactId } }, async (transaction) => {
    if (!(await transaction.row('contact', contactId)) || !(await transaction.row('contact', other))) throw new OfficeError('not-found')
    const row = { id, contact_id: contactId, other_id: other, decision: decision ?? 'later', decided_at: transaction.now, decided_by: desk.person.name }
    if (decision === null) await transaction.remove('contact_distinction', id)
    else if (await transaction.row('contact_distinction', id)) await transaction.update('contact_distinction', id, row)
    else await transaction.insert('contact_distinction', row)
  })
  return { change }
}

/** Pairs that were called different, the last decided first. */
export async function decidedPairs(desk: OfficeDesk) {
  const rows = await readDifferent(desk.database.read)
  const twins = await readTwins(desk.database.read, [...new Set(rows.flatMap(({ one, other }) => [one, other]))])
  return rows.flatMap((row) => {
    const [one, other] = [twins.get(row.one), twins.get(row.other)]
    return one && other ? [{ ...row, one, other }] : []
  })
}

/** Merges, the newest first; of one contact, or all. */
export async function findMerges(desk: OfficeDesk, contact?: string): Promise<MergeEntry[]> {
  const rows = await readMerges(desk.database.read, contact)
  const twins = await readTwins(desk.database.read, [...new Set(rows.flatMap(({ contact_id, merged_id }) => [contact_id, merged_id]))])
  return rows.map((row) => ({
    id: row.id, at: row.merged_at, by: row.merged_by, undoneAt: row.undone_at || null, undoneBy: row.undone_by || null,
    kept: twins.get(row.contact_id) ?? null, merged: twins.get(row.merged_id) ?? null, links: readDetails(row.details).links.length,
  }))
}

async function presentContact(desk: OfficeDesk, id: string): Promise<Contact> {
  const contact = await readContact(desk.database.read, id)
  if (!contact || contact.trashed) throw new OfficeError('not-found')
  return contact
}
