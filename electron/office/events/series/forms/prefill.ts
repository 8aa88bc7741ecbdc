import { germanDate } from '../../../../../shared/dates.ts'
import { eventKinds } from '../../../../../shared/events/catalogue.ts'
import type { EntryField } from '../../../../../shared/events/series/entry-fields.ts'
import type { GapCode } from '../../../../../shared/events/series/model.ts'
import type { SeriesEvent } from '../events-repository.ts'

/** An event that stands in a form already: its answers, and the questions that are still open. */
export interface PrefilledEvent { cells: Partial<Record<EntryField, string>>; open: readonly EntryField[] }

/** Where the answer to a gap is written. */
const fieldOfGap: Partial<Record<GapCode, EntryField>> = { day: 'day', time: 'from', place: 'place', access: 'access', contact: 'contact', text: 'text', 'too-long': 'text' }

/** What a form says of an event that is known: the same that reading it back would understand, so that only what a partner adds is a change. */
export function prefilled({ event, entry }: SeriesEvent, gaps: readonly GapCode[]): PrefilledEvent {
  const day = (iso: string | null): string => (iso === null ? '' : germanDate(iso))
  return {
    open: gaps.flatMap((gap) => fieldOfGap[gap] ?? []),
    cells: {
      title: event.title, kind: event.kind === 'other' ? '' : eventKinds.find(({ code }) => code === event.kind)?.label ?? '', day: day(event.startsOn), from: event.startsAt ?? '', until: event.endsAt ?? '',
      lastDay: event.endsOn === event.startsOn ? '' : day(event.endsOn), place: event.place, accessNote: event.accessNote, targetGroup: event.targetGroup, languages: event.languages, interpretation: event.interpretation,
      childcare: event.childcare, topic: event.topic, cost: event.cost, registration: event.registration, contact: entry?.publicContact ?? '', text: event.programmeText, partners: entry?.lastReading?.partners ?? '',
      expected: event.expected === null ? '' : String(event.expected), remark: entry?.remark ?? '',
    },
  }
}
