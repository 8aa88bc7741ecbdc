import { compareNames } from '../../../../shared/directory/names.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import { gapLabels, type ProgrammeEvent } from '../../../../shared/events/series/model.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'

/** How a programme is looked at. */
export const orders = ['day', 'place', 'topic', 'organiser', 'gaps', 'clashes'] as const
export type Order = (typeof orders)[number]
export const orderLabels: Readonly<Record<Order, string>> = { day: 'Tag', place: 'Ort', topic: 'Thema', organiser: 'Veranstalter', gaps: 'Lücken', clashes: 'Überschneidungen' }

/** The events under their headings; one with two topics or organisers stands under both. */
export function grouped(events: readonly ProgrammeEvent[], order: Exclude<Order, 'clashes'>): { heading: string; day: string | null; events: ProgrammeEvent[] }[] {
  if (order === 'day') return [...groupBy(events, ({ startsOn }) => startsOn)].map(([day, those]) => ({ heading: day === null ? 'Noch ohne Tag' : germanDay(day), day, events: those }))
  const under = (event: ProgrammeEvent): string[] => {
    if (order === 'place') return [event.place]
    if (order === 'organiser') return event.organisers
    if (order === 'gaps') return event.gaps.map((gap) => gapLabels[gap])
    return event.topic.split(/[,;/]/u).map((topic) => topic.trim()).filter((topic) => topic !== '')
  }
  const groups = groupBy(events.flatMap((event) => (under(event).filter(Boolean).length === 0 ? [''] : under(event)).map((heading) => ({ heading, event }))), ({ heading }) => heading)
  return [...groups].filter(([heading]) => heading !== '' || order !== 'gaps').toSorted(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : compareNames(a, b)))
    .map(([heading, those]) => ({ heading: heading === '' ? { place: 'Noch ohne Ort', topic: 'Ohne Thema', organiser: 'Ohne Veranstalter', gaps: '' }[order] : order === 'gaps' ? `Es fehlt: ${heading}` : heading, day: null, events: those.map(({ event }) => event) }))
}
