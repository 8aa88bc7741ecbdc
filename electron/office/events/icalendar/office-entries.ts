import { entryKindLabels, type CalendarEntry, type EntryKind } from '../../../../shared/calendar/model.ts'
import { occurrences } from '../../../../shared/calendar/occurrences.ts'
import type { CalendarEvent } from '../../../../shared/events/icalendar/write.ts'
import { addDays } from '../../../../shared/holidays/days.ts'
import { repeatedDays } from '../../../../shared/tasks/repeat.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import { entriesBetween } from '../../calendar/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { ownUid } from './own-uid.ts'

/** Who is away and when schools are closed is no business of the office's calendar for others. */
const shown: readonly EntryKind[] = ['hours', 'meeting', 'action']
/** A rule that doesn't come within this time of its beginning never does. */
const longestWait = 800

/**
 * Office hours, meetings and action days of a span as calendars show them; what repeats by its rule up to the end of the span, without
 * what falls out. Of a meeting only its time goes out: its title may name somebody.
 */
export async function officeEntries(desk: OfficeDesk, span: { from: string; to: string; land: Land }, now: Date): Promise<CalendarEvent[]> {
  const entries = await entriesBetween(desk.database.read, span.from, span.to)
  return entries.filter(({ kind }) => shown.includes(kind)).flatMap((entry) => calendarEntry(entry, span, now) ?? [])
}

function calendarEntry(entry: CalendarEntry, { to, land }: { to: string; land: Land }, now: Date): CalendarEvent | null {
  const { id, kind, version, repeat, repeatUntil, startsAt, endsAt, place } = entry
  const [first] = repeatedDays(repeat, entry.startsOn, entry.startsOn, addDays(entry.startsOn, longestWait))
  if (first === undefined) return null
  const until = repeatUntil !== null && repeatUntil < to ? repeatUntil : to
  const falling = occurrences({ ...entry, skipped: [] }, first, until, land).filter(({ from, off }) => off !== '' || entry.skipped.includes(from)).map(({ from }) => from)
  const isPrivate = kind === 'meeting'
  return {
    uid: ownUid(id), sequence: version - 1, modifiedAt: now.toISOString(), startsOn: first, startsAt, endsAt, endsOn: occurrences({ ...entry, skipped: [] }, first, first, land)[0]?.to ?? null,
    title: isPrivate ? entryKindLabels.meeting : entry.title, location: isPrivate ? '' : place, description: '', categories: [entryKindLabels[kind]], status: 'CONFIRMED', isPrivate,
    ...(repeat !== '' && first <= until && { repeat: { rule: repeat, until, except: falling } }),
  }
}
