import { addDays } from '../../../../../shared/holidays/days.ts'
import { kindLabel } from '../../../../../shared/events/catalogue.ts'
import type { Review, ReviewSide, SeriesPartner } from '../../../../../shared/events/series/model.ts'
import { figuresXlsx } from '../../../documents/xlsx-figures.ts'
import type { FileGrants } from '../../../file-grants.ts'
import type { OfficeDesk } from '../../../session.ts'
import { listVenues } from '../../venues/repository.ts'
import { seriesEvents, type SeriesEvent } from '../events-repository.ts'
import { accessText, listed, longDay } from '../output/words.ts'
import { findPartners } from '../partners-service.ts'
import { getSeries } from '../service.ts'

interface Side { figures: ReviewSide; events: SeriesEvent['event'][]; partners: SeriesPartner[]; makers: Map<string, string> }

/** Two series side by side; with one alone its figures. @throws OfficeError `not-found` */
export async function reviewOf(desk: OfficeDesk, seriesId: string, otherId: string | null): Promise<Review> {
  const now = await sideOf(desk, seriesId)
  const before = otherId === null ? null : await sideOf(desk, otherId)
  const pairs = (of: (event: SeriesEvent['event']) => readonly string[]): Review['languages'] => {
    const counts = new Map<string, { label: string; now: number; before: number }>()
    for (const [side, name] of [[now, 'now'], [before, 'before']] as const) {
      for (const event of side?.events ?? []) {
        for (const label of new Set(of(event))) {
          const key = label.toLocaleLowerCase('de')
          const pair = counts.get(key) ?? { label, now: 0, before: 0 }
          pair[name] += 1
          counts.set(key, pair)
        }
      }
    }
    return [...counts.values()].toSorted((a, b) => b.now - a.now || b.before - a.before || a.label.localeCompare(b.label, 'de'))
  }
  const names = (wanted: (key: string) => boolean, from: ReadonlyMap<string, string>): string[] => [...from].filter(([key]) => wanted(key)).map(([, name]) => name).toSorted((a, b) => a.localeCompare(b, 'de'))
  const old = before?.makers ?? new Map<string, string>()
  return {
    now: now.figures, before: before?.figures ?? null,
    languages: pairs(({ languages }) => listed(languages)), topics: pairs(({ topic }) => listed(topic)), kinds: pairs(({ kind }) => [kindLabel(kind)]),
    // From Monday to Sunday, and not by how much is on.
    days: pairs(({ startsOn }) => startsOn === null ? [] : [weekdayName(startsOn)]).toSorted((a, b) => week.indexOf(a.label) - week.indexOf(b.label)),
    partnersNew: before === null ? [] : names((key) => !old.has(key), now.makers), partnersGone: names((key) => !now.makers.has(key), old), partnersAgain: names((key) => old.has(key), now.makers),
  }
}

const weekdayName = (day: string): string => longDay(day).split(',')[0] ?? ''
/** Monday to Sunday. */
const week = Array.from({ length: 7 }, (_, day) => weekdayName(addDays('2024-01-01', day)))

/** Writes the review as a workbook. @throws OfficeError `not-found`, `forbidden`, `disk-full`, `read-only` */
export async function saveReview(desk: OfficeDesk, grants: FileGrants, { seriesId, otherId, grant }: { seriesId: string; otherId: string | null; grant: string }): Promise<void> {
  const review = await reviewOf(desk, seriesId, otherId)
  const { now, before } = review
  const headings = (first: string): string[] => [first, now.title, ...before === null ? [] : [before.title]]
  const row = (label: string, mine: number, other: number): { depth: number; isTotal: boolean; cells: (string | number)[] } => ({ depth: 0, isTotal: false, cells: [label, mine, ...before === null ? [] : [other]] })
  const figures = (Object.entries(figureLabels) as [keyof typeof figureLabels, string][]).map(([key, label]) => row(label, now[key], before?.[key] ?? 0))
  const pairs = (name: string, list: Review['languages']) => ({ name, title: name, about: ['Veranstaltungen; eine kann mehrfach zählen.'], headings: headings(name), rows: list.map(({ label, now: mine, before: other }) => row(label, mine, other)), notes: [] })
  const text = (label: string, list: readonly string[]): string => `${label}: ${list.length === 0 ? 'niemand' : list.join(', ')}`
  grants.write(grant, await figuresXlsx([
    { name: 'Zahlen', title: `Rückblick: ${now.title}`, about: [], headings: headings(''), rows: figures, notes: before === null ? [] : [text('Neu dabei', review.partnersNew), text('Nicht mehr dabei', review.partnersGone)] },
    pairs('Arten', review.kinds), pairs('Sprachen', review.languages), pairs('Themen', review.topics), pairs('Wochentage', review.days),
  ]))
}

const figureLabels = {
  events: 'Veranstaltungen', held: 'davon durchgeführt', cancelled: 'abgesagt', visitors: 'Gäste', withVisitors: 'Veranstaltungen mit Zahl der Gäste', counted: 'davon gezählt', partners: 'Veranstalter', asked: 'Eingeladene Partner',
  answered: 'davon geantwortet', interpreted: 'mit Dolmetschen', stepFree: 'stufenlos', places: 'Orte',
} as const satisfies Partial<Record<keyof ReviewSide, string>>

async function sideOf(desk: OfficeDesk, seriesId: string): Promise<Side> {
  const series = await getSeries(desk, seriesId)
  const partners = await findPartners(desk, seriesId)
  const venues = new Map((await listVenues(desk.database.read, '')).map((venue) => [venue.id, venue]))
  const all = (await seriesEvents(desk.database.read, seriesId)).filter(({ entry }) => entry?.approval !== 'rejected').map(({ event }) => event)
  const events = all.filter(({ state }) => state !== 'cancelled')
  const makers = new Map(events.flatMap((event) => event.partners.filter(({ role }) => role === 'organiser').map(({ contactId, name }): [string, string] => [contactId ?? name.toLocaleLowerCase('de'), name])))
  const withVisitors = events.filter(({ visitors }) => visitors !== null)
  const figures: ReviewSide = {
    id: seriesId, title: series.title, startsOn: series.startsOn, endsOn: series.endsOn, events: events.length, held: events.filter(({ state }) => state === 'held' || state === 'settled').length,
    cancelled: all.length - events.length, visitors: withVisitors.reduce((sum, { visitors }) => sum + (visitors ?? 0), 0), withVisitors: withVisitors.length,
    counted: withVisitors.filter(({ visitorsCounted }) => visitorsCounted).length, partners: makers.size, asked: partners.filter(({ state }) => state !== 'noted').length,
    answered: partners.filter(({ state }) => state === 'answered' || state === 'nothing' || state === 'declined').length, interpreted: events.filter(({ interpretation }) => interpretation !== '').length,
    stepFree: events.filter((event) => /(?<!nicht |teilweise )stufenlos/u.test(accessText(event, venues.get(event.venueId ?? '')))).length,
    places: new Set(events.map((event) => event.venueId ?? event.placeText.toLocaleLowerCase('de')).filter((place) => place !== '')).size,
  }
  return { figures, events, partners, makers }
}
