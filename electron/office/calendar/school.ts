import { isoDay } from '../../../shared/dates.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { addDays } from '../../../shared/holidays/days.ts'
import type { EntryInput } from '../../../shared/calendar/model.ts'
import { readInThread, UnreadableCalendar } from '../events/icalendar/service.ts'
import type { OfficeDesk } from '../session.ts'
import { entriesBetween } from './repository.ts'
import { createEntries } from './service.ts'

/** Days back and ahead of today that are taken from a file: the school year that runs and those that the Länder have fixed. */
const reach = { back: 400, ahead: 5 * 366 }

/**
 * Takes school holidays from a calendar file: its entries of whole days. What stands there already, by name and first day, is left alone.
 * All is one step that undo takes back.
 * @throws OfficeError `invalid` for what is no calendar, or has no whole days in it
 */
export async function importSchoolHolidays(desk: OfficeDesk, bytes: Uint8Array, today = isoDay(new Date())): Promise<{ change: string | null; created: number; known: number }> {
  const span = { from: addDays(today, -reach.back), to: addDays(today, reach.ahead) }
  const { entries } = await read(bytes, span)
  const whole = entries.filter(({ startsAt, status }) => startsAt === null && status !== 'cancelled')
  if (whole.length === 0) throw new OfficeError('invalid', { detail: 'In dieser Datei stehen keine ganzen Tage. Ferien stehen als ganztägige Einträge in der Kalenderdatei eines Landes.' })
  const there = new Set((await entriesBetween(desk.database.read, span.from, span.to)).filter(({ kind }) => kind === 'school').map(({ title, startsOn }) => `${startsOn} ${title}`))
  const found = whole.map(({ title, startsOn, endsOn }): EntryInput => ({
    kind: 'school', title: title.trim().slice(0, 300) || 'Schulferien', startsOn, startsAt: null, endsOn: endsOn === startsOn ? null : endsOn, endsAt: null, place: '', note: '', repeat: '', repeatUntil: null,
    personId: null, personName: '',
  }))
  const fresh = found.filter(({ title, startsOn }) => !there.has(`${startsOn} ${title}`))
  const change = fresh.length === 0 ? null : (await createEntries(desk, 'Schulferien eingelesen', fresh)).change
  return { change, created: fresh.length, known: found.length - fresh.length }
}

async function read(bytes: Uint8Array, span: { from: string; to: string }): ReturnType<typeof readInThread> {
  try {
    return await readInThread(bytes, span)
  } catch (error) {
    if (error instanceof UnreadableCalendar) throw new OfficeError('invalid', { detail: error.message })
    throw error
  }
}
