import { specialDays, type OverruledDay } from '../../../../shared/calendar/days.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { clashesWithDays, daysAround } from '../../../../shared/events/clashes/days.ts'
import { byWeight, clashBetween, mayClash, type ClashEvent, type FoundClash } from '../../../../shared/events/clashes/find.ts'
import type { Clash, ClashDraft, SeriesClash } from '../../../../shared/events/clashes/model.ts'
import { lastDay } from '../../../../shared/events/clashes/span.ts'
import { addDays } from '../../../../shared/holidays/days.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import { overruledDays } from '../../calendar/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { getEvent } from '../service.ts'
import { readAcceptances, readClashEvents, readPlace } from './repository.ts'
import { uuidv7 } from 'uuidv7'

/** Clashes of an event as stored; none for one that is gone, has no day or is called off. */
export async function clashesOfEvent(desk: OfficeDesk, id: string, land: Land): Promise<Clash[]> {
  const [event] = await readClashEvents(desk.database.read, { ids: [id] })
  return event ? clashesOf(desk, event, land) : []
}

/** Clashes of an event as it would be. Who takes part is what is stored. */
export async function clashesOfDraft(desk: OfficeDesk, id: string | null, fields: ClashDraft, land: Land): Promise<Clash[]> {
  if (!mayClash(fields)) return []
  const stored = id === null ? undefined : (await readClashEvents(desk.database.read, { ids: [id] }))[0]
  const { venueName, roomName } = await readPlace(desk.database.read, fields.venueId, fields.roomId)
  const place = [venueName, roomName, fields.placeText].filter((part) => part !== '').join(', ')
  return clashesOf(desk, { ...fields, id, title: stored?.title ?? '', place, venueName, partners: stored?.partners ?? [] }, land)
}

/** Clashes of all events of a series: each pair once, the hard ones first, then by day. */
export async function clashesOfSeries(desk: OfficeDesk, seriesId: string, land: Land): Promise<SeriesClash[]> {
  const events = await readClashEvents(desk.database.read, { seriesId })
  const [from, to] = [events.map(({ startsOn }) => startsOn ?? '').toSorted()[0], events.map(lastDay).toSorted().at(-1)]
  if (from === undefined || to === undefined) return []
  const others = await readClashEvents(desk.database.read, { from: addDays(from, -1), to: addDays(to, 1) })
  const overruled = await overruledDays(desk.database.read)
  const seen = new Set<string>()
  const found: SeriesClash[] = []
  for (const event of events) {
    const clashes = allClashes(event, others, land, overruled)
    for (const clash of await withAcceptances(desk, event, clashes)) {
      if (clash.other !== null && seen.has(clash.key)) continue
      seen.add(clash.key)
      const { id, title, startsOn, startsAt, endsAt, place } = event
      found.push({ event: { id: id ?? '', title, startsOn: startsOn ?? '', startsAt, endsAt, place }, clash })
    }
  }
  return found.toSorted((a, b) => a.clash.severity.localeCompare(b.clash.severity) || a.event.startsOn.localeCompare(b.event.startsOn) || byWeight(a.clash, b.clash))
}

/** Takes a clash on knowingly; done again, the note is replaced. @throws OfficeError `not-found` */
export async function acceptClash(desk: OfficeDesk, id: string, key: string, note: string): Promise<{ change: string | null }> {
  await getEvent(desk, id)
  const known = (await readAcceptances(desk.database.read, concerned(id, key))).find(({ clash }) => clash === key)
  return desk.write({ label: 'Überschneidung bewusst so', record: { type: 'event', id } }, (transaction) => known
    ? transaction.update('event_acceptance', known.id, { reason: note, accepted_by: desk.person.name, accepted_at: transaction.now })
    : transaction.insert('event_acceptance', { id: uuidv7(), event_id: id, clash: key, reason: note, accepted_by: desk.person.name, accepted_at: transaction.now }))
}

/** Takes that back. @throws OfficeError `not-found` where nobody had taken it on */
export async function reopenClash(desk: OfficeDesk, id: string, key: string): Promise<{ change: string | null }> {
  const known = (await readAcceptances(desk.database.read, concerned(id, key))).filter(({ clash }) => clash === key)
  if (known.length === 0) throw new OfficeError('not-found')
  return desk.write({ label: 'Überschneidung wieder offen', record: { type: 'event', id } }, async (transaction) => {
    for (const row of known) await transaction.remove('event_acceptance', row.id)
  })
}

async function clashesOf(desk: OfficeDesk, event: ClashEvent, land: Land): Promise<Clash[]> {
  const { startsOn } = event
  if (startsOn === null) return []
  const others = await readClashEvents(desk.database.read, { from: addDays(startsOn, -1), to: addDays(lastDay(event), 1) })
  return withAcceptances(desk, event, allClashes(event, others, land, await overruledDays(desk.database.read)))
}

function allClashes(event: ClashEvent, others: readonly ClashEvent[], land: Land, overruled: readonly OverruledDay[]): FoundClash[] {
  const { startsOn } = event
  if (startsOn === null) return []
  const days = specialDays(addDays(startsOn, -daysAround), addDays(lastDay(event), daysAround), { land, overruled })
  return [...others.flatMap((other) => clashBetween(event, other) ?? []), ...clashesWithDays(event, days, land)].toSorted(byWeight)
}

async function withAcceptances(desk: OfficeDesk, { id }: ClashEvent, clashes: readonly FoundClash[]): Promise<Clash[]> {
  const rows = id === null ? [] : await readAcceptances(desk.database.read, [id, ...clashes.flatMap(({ other }) => other?.id ?? [])])
  return clashes.map((clash) => {
    const row = rows.find((each) => each.clash === clash.key && (clash.other !== null || each.event_id === id))
    return { ...clash, accepted: row ? { note: row.reason, by: row.accepted_by, at: row.accepted_at } : null }
  })
}

/** The events at which an acceptance may stand: both of a pair. */
function concerned(id: string, key: string): string[] {
  const pair = key.startsWith('event:') ? key.split(':').slice(2).map((part) => part.split('@')[0] ?? '') : []
  if (pair.length > 0 && !pair.includes(id)) throw new OfficeError('not-found')
  return [...new Set([id, ...pair])]
}
