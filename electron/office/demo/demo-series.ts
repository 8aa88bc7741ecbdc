import data from '../../../resources/demo/series.json' with { type: 'json' }
import type { RawEntry } from '../../../shared/events/series/entries.ts'
import type { Approval, PartnerState, SeriesPartner } from '../../../shared/events/series/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { addDays } from '../../../shared/holidays/days.ts'
import { decideEntries, takeEntries } from '../events/series/entries/service.ts'
import { addPartners, findPartners, setPartnerStates } from '../events/series/partners-service.ts'
import { getTexts, programmeOf, updateTexts } from '../events/series/programme.ts'
import { createSeries, getSeries } from '../events/series/service.ts'
import { getEvent, updateEvent } from '../events/service.ts'
import type { OfficeDesk } from '../session.ts'
import type { DemoContacts } from './demo-contacts.ts'
import { openWeek } from './open-days.ts'

const land = 'SN'
const weekly = 364
type Entry = Pick<(typeof data.entries)[number], 'partner' | 'on' | 'title' | 'from' | 'until' | 'kind' | 'place' | 'languages' | 'topic'> & Partial<Record<'cost' | 'registration' | 'contact' | 'text', string>>

/** The Interkulturelle Woche that is being prepared, with a part of the answers in, and the one of the year before. */
export async function fillSeries(desk: OfficeDesk, { organisations }: DemoContacts, { seriesId, startsOn }: { seriesId: string; startsOn: string }): Promise<void> {
  const idOf = (index: number): string => organisations[index] ?? ''
  await fillWeek(desk, seriesId, { entries: data.entries, others: Object.values(data.partners).flat(), startsOn, idOf })
  const partners = await findPartners(desk, seriesId)
  const of = (indices: readonly number[]): string[] => partners.filter(({ contactId }) => indices.some((index) => idOf(index) === contactId)).map(({ id }) => id)
  for (const [state, indices] of Object.entries(data.partners)) if (state !== 'noted') await setPartnerStates(desk, seriesId, of(indices), state as PartnerState)
  const events = await programmeOf(desk, seriesId)
  for (const { title, approval, publicContact, query } of data.decisions) {
    const event = events.find((each) => each.title === title)
    if (event) await decideEntries(desk, [event.id], { approval: approval as Approval, publicContact, query })
  }
  const whole = events.filter(({ gaps, approval }) => approval === 'received' && gaps.length === 0).slice(0, 2)
  if (whole.length > 0) await decideEntries(desk, whole.map(({ id }) => id), { approval: 'accepted' })
  await updateTexts(desk, seriesId, (await getTexts(desk, seriesId)).version, data.texts)
  await fillBefore(desk, await getSeries(desk, seriesId), startsOn, idOf)
}

async function fillBefore(desk: OfficeDesk, { title }: { title: string }, startsOn: string, idOf: (index: number) => string): Promise<void> {
  const begins = openWeek(addDays(startsOn, -weekly), -1)
  const { id } = await createSeries(desk, { title: title.replace(startsOn.slice(0, 4), begins.slice(0, 4)), motto: data.before.motto, startsOn: begins, endsOn: addDays(begins, 7), entriesUntil: null, note: '' }, land)
  await fillWeek(desk, id, { entries: data.before.entries, others: [], startsOn: begins, idOf })
  const events = await programmeOf(desk, id)
  await decideEntries(desk, events.map((event) => event.id), { approval: 'accepted' })
  for (const event of events) {
    const visitors = data.before.entries.find((entry) => entry.title === event.title)?.visitors ?? null
    await updateEvent(desk, event.id, (await getEvent(desk, event.id)).version, { state: 'settled', visitors, visitorsCounted: (visitors ?? 0) < 100 }, land)
  }
}

/** Partners and what came back from them, by the way that forms go. */
async function fillWeek(
  desk: OfficeDesk, seriesId: string, { entries, others, startsOn, idOf }: { entries: readonly Entry[]; others: readonly number[]; startsOn: string; idOf(index: number): string },
): Promise<void> {
  const ids = [...entries.map(({ partner }) => partner), ...others].map(idOf).filter((id) => id !== '')
  await addPartners(desk, seriesId, { contactIds: ids, listId: null, name: '' })
  const partners = await findPartners(desk, seriesId)
  const raw = entries.flatMap((entry, index) => {
    const partner = partners.find(({ contactId }) => contactId === idOf(entry.partner))
    return partner ? [rawEntry(entry, index, partner, startsOn)] : []
  })
  if (raw.length > 0) await takeEntries(desk, { seriesId, entries: raw, land })
}

function rawEntry({ partner: _partner, on, ...cells }: Entry, index: number, { id, code, name }: SeriesPartner, startsOn: string): RawEntry {
  const said = { ...cells, day: germanDate(addDays(startsOn, on)) }
  const known = ['title', 'kind', 'day', 'from', 'until', 'place', 'languages', 'topic', 'cost', 'registration', 'contact', 'text'] as const
  return {
    key: `demo:${index}`, fileName: `Formular ${code}.xlsx`, slot: 1, code, organiser: name, none: false, partnerId: id, eventId: null, taken: [], asNothing: false, hints: [],
    cells: Object.fromEntries(known.flatMap((field) => (said[field] ? [[field, said[field]]] : []))),
  }
}
