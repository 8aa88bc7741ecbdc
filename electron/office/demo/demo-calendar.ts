import data from '../../../resources/demo/calendar.json' with { type: 'json' }
import type { EntryKind } from '../../../shared/calendar/model.ts'
import { addDays, weekday } from '../../../shared/holidays/days.ts'
import { createEntries } from '../calendar/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'
import { openDay, openSaturday } from './open-days.ts'

/** Office hours, meetings, absences around today's week, by their days of the week. */
export async function fillCalendar(desk: OfficeDesk, assistant: { id: string; name: string }): Promise<void> {
  const people = { mara: { id: desk.person.id, name: desk.person.name }, asta: assistant }
  const monday = addDays(daysAgo(0), 1 - weekday(daysAgo(0)))
  await createEntries(desk, 'Kalender eingerichtet', data.entries.map(({ kind, title, week, weekday: day, at, until, repeat, who, place, ...more }) => {
    const wanted = addDays(monday, 7 * week + day - 1)
    // What repeats is kept by its rule; office hours fall out on holidays by themselves.
    const startsOn = repeat !== '' ? wanted : (day === 6 ? openSaturday : openDay)(wanted, 1)
    const person = who === null ? null : people[who as keyof typeof people]
    return {
      kind: kind as EntryKind, title, startsOn, startsAt: at, endsOn: 'days' in more && more.days !== undefined ? addDays(startsOn, more.days - 1) : null, endsAt: until, place, note: more.note ?? '', repeat, repeatUntil: null,
      personId: person?.id ?? null, personName: person?.name ?? '',
    }
  }))
}
