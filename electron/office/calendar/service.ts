import { uuidv7 } from 'uuidv7'
import { entryFaults, entryInputSchema, type CalendarEntry, type EntryInput, type Overruled, type OverruleInput } from '../../../shared/calendar/model.ts'
import { movedRule, occurrences } from '../../../shared/calendar/occurrences.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { addDays, daysBetween, weekday } from '../../../shared/holidays/days.ts'
import type { ChangeReceipt } from '../../../shared/records/model.ts'
import { isRepeatRule } from '../../../shared/tasks/repeat.ts'
import type { Action } from '../database/change-log.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { WriteTransaction } from '../database/write-transaction.ts'
import type { OfficeDesk } from '../session.ts'
import { entryColumns, overruledColumns, overruledDays, readEntry, readOverruled } from './repository.ts'

export { entriesBetween, overruledDays } from './repository.ts'

type Transaction = WriteTransaction<OfficeSchema>
const entryRef = (id: string) => ({ type: 'calendar-entry', id })
const overruledRef = (id: string) => ({ type: 'overruled-day', id })

/** One entry, also from the trash. @throws OfficeError `not-found` */
export async function getEntry(desk: OfficeDesk, id: string): Promise<CalendarEntry> {
  const entry = await readEntry(desk.database.read, id)
  if (!entry) throw new OfficeError('not-found')
  return entry
}

/** Stores a new entry. @throws OfficeError `invalid` */
export async function createEntry(desk: OfficeDesk, fields: EntryInput): Promise<ChangeReceipt & { id: string }> {
  expectPossible(fields)
  const id = uuidv7()
  const written = await desk.write({ label: 'Kalendereintrag angelegt', record: entryRef(id) }, (transaction) => insertEntry(transaction, id, fields))
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Stores several new entries in one step: what was read from a file, the demo. @throws OfficeError `invalid` */
export async function createEntries(desk: OfficeDesk, label: string, entries: readonly EntryInput[]): Promise<{ change: string | null; ids: string[] }> {
  entries.forEach(expectPossible)
  const ids = entries.map(() => uuidv7())
  const { change } = await desk.write({ label }, async (transaction) => {
    for (const [index, fields] of entries.entries()) await insertEntry(transaction, ids[index] ?? '', fields)
  })
  return { change, ids }
}

/** Stores the fields given. A new rule forgets which times fell out of the old one. @throws OfficeError `conflict`, `invalid`, `not-found` */
export async function updateEntry(desk: OfficeDesk, id: string, version: number, fields: Partial<EntryInput>): Promise<ChangeReceipt> {
  return changeEntry(desk, id, version, { label: 'Kalendereintrag geändert', coalesce: `calendar-entry:${id}` }, async (transaction, stored) => {
    const whole = entryInputSchema.parse({ ...stored, ...fields })
    expectPossible(whole)
    await transaction.update('calendar_entry', id, entryColumns(whole))
    if (whole.repeat === '' && stored.skipped.length > 0) await transaction.replaceRows('calendar_skip', 'entry_id', id, [])
  })
}

/** Where a time of an entry is to be laid. */
export interface MoveTarget {
  startsOn: string
  startsAt: string | null
  endsAt: string | null
}

/**
 * Lays one time of an entry elsewhere, or all of a repeated one along with it. A time that is moved alone becomes an entry of its own;
 * undo takes back both halves in one step.
 * @param day the day on which that time begins
 * @throws OfficeError `conflict`, `invalid`, `not-found`
 */
export async function moveEntry(desk: OfficeDesk, id: string, version: number, day: string, to: MoveTarget, all: boolean): Promise<ChangeReceipt> {
  return changeEntry(desk, id, version, { label: 'Kalendereintrag verlegt' }, async (transaction, stored) => {
    expectTime(stored, day)
    if (stored.repeat !== '' && !all) {
      await skipTime(transaction, stored, day)
      await insertEntry(transaction, uuidv7(), moved({ ...stored, repeat: '', repeatUntil: null, ...shifted(stored, day) }, to))
      return
    }
    const rule = movedRule(stored, day, to.startsOn)
    if (!rule) throw new OfficeError('invalid', { detail: 'Bei dieser Wiederholung lässt sich nur der einzelne Termin verlegen. Ändern Sie sonst die Regel im Eintrag.' })
    const distance = daysBetween(stored.startsOn, rule.startsOn)
    const whole = { ...stored, ...rule, endsOn: stored.endsOn && addDays(stored.endsOn, distance), startsAt: to.startsAt, endsAt: to.endsAt }
    expectPossible(whole)
    await transaction.update('calendar_entry', id, entryColumns(whole))
    const along = daysBetween(day, to.startsOn)
    if (along !== 0 && stored.skipped.length > 0) {
      const days = stored.skipped.map((each) => (weekday(each) === weekday(day) || stored.repeat.startsWith('FREQ=DAILY') ? addDays(each, along) : each))
      await transaction.replaceRows('calendar_skip', 'entry_id', id, [...new Set(days)].map((each) => ({ id: uuidv7(), entry_id: id, day: each })))
    }
  })
}

/** One time of a repeated entry falls out. @throws OfficeError `conflict`, `invalid`, `not-found` */
export async function skipEntry(desk: OfficeDesk, id: string, version: number, day: string): Promise<ChangeReceipt> {
  return changeEntry(desk, id, version, { label: 'Einzelner Termin gestrichen' }, async (transaction, stored) => {
    expectTime(stored, day)
    if (stored.repeat === '') throw new OfficeError('invalid', { detail: 'Dieser Eintrag wiederholt sich nicht. Er lässt sich als Ganzes löschen.' })
    await skipTime(transaction, stored, day)
  })
}

/** Moves an entry with all its times to the trash. @throws OfficeError `conflict`, `not-found` */
export async function removeEntry(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  return changeEntry(desk, id, version, { label: 'Kalendereintrag gelöscht' }, (transaction) => transaction.trash(entryRef(id), desk.person.id))
}

/** One thing said of a feast or action day. @throws OfficeError `not-found` */
export async function getOverruled(desk: OfficeDesk, id: string): Promise<Overruled> {
  const overruled = await readOverruled(desk.database.read, id)
  if (!overruled) throw new OfficeError('not-found')
  return overruled
}

/** Lays a feast or action day of one year elsewhere, hides it or says something of it. @throws OfficeError `invalid` */
export async function overruleDay(desk: OfficeDesk, fields: OverruleInput): Promise<ChangeReceipt & { id: string }> {
  if (fields.from !== null && fields.to !== null && fields.to < fields.from) throw new OfficeError('invalid', { fields: { to: 'Das Ende liegt vor dem Beginn.' } })
  const said = (await overruledDays(desk.database.read)).findLast(({ specialDayId }) => specialDayId === fields.specialDayId)
  const id = said?.id ?? uuidv7()
  const written = await desk.write({ label: fields.hidden ? 'Besonderer Tag ausgeblendet' : 'Besonderer Tag geändert', record: overruledRef(id) }, (transaction) =>
    said ? transaction.update('overruled_day', id, overruledColumns(fields)) : transaction.insert('overruled_day', { id, ...overruledColumns(fields), deleted_at: null, deleted_by: null }))
  return { id, change: written.change, version: written.versions.get(id) ?? said?.version ?? 1 }
}

/** The date of the application counts again. @throws OfficeError `conflict`, `not-found` */
export async function restoreDay(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Besonderer Tag zurückgestellt', record: overruledRef(id) }, async (transaction) => {
    await transaction.expectVersion(overruledRef(id), version, () => readOverruled(transaction.database, id))
    await transaction.trash(overruledRef(id), desk.person.id)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

async function changeEntry(
  desk: OfficeDesk, id: string, version: number, action: Omit<Action, 'record'>, work: (transaction: Transaction, stored: CalendarEntry) => Promise<void>,
): Promise<ChangeReceipt> {
  const written = await desk.write({ ...action, record: entryRef(id) }, async (transaction) => {
    await transaction.expectVersion(entryRef(id), version, () => readEntry(transaction.database, id))
    const stored = await readEntry(transaction.database, id)
    if (!stored) throw new OfficeError('not-found')
    await work(transaction, stored)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

async function insertEntry(transaction: Transaction, id: string, fields: EntryInput): Promise<void> {
  await transaction.insert('calendar_entry', { id, ...entryColumns(fields), deleted_at: null, deleted_by: null })
}

async function skipTime(transaction: Transaction, { id }: CalendarEntry, day: string): Promise<void> {
  await transaction.insert('calendar_skip', { id: uuidv7(), entry_id: id, day })
}

/** First and last day of the time that begins on `day`. */
function shifted({ startsOn, endsOn }: EntryInput, day: string): Pick<EntryInput, 'startsOn' | 'endsOn'> {
  return { startsOn: day, endsOn: endsOn && addDays(endsOn, daysBetween(startsOn, day)) }
}

function moved(fields: EntryInput, to: MoveTarget): EntryInput {
  const there = { ...fields, ...shifted(fields, to.startsOn), startsAt: to.startsAt, endsAt: to.endsAt }
  expectPossible(there)
  return there
}

/** A window that has not heard of a change may name a time that is none any more. */
function expectTime(entry: CalendarEntry, day: string): void {
  // The Land decides on holidays alone, and those are times too.
  if (!occurrences(entry, day, day, 'BB').some(({ from }) => from === day)) throw new OfficeError('not-found', { detail: 'An diesem Tag findet der Eintrag nicht mehr statt.' })
}

function expectPossible(fields: EntryInput): void {
  const faults = { ...entryFaults(fields), ...(isRepeatRule(fields.repeat) ? {} : { repeat: 'Diese Wiederholung ist nicht lesbar.' }) }
  if (Object.keys(faults).length > 0) throw new OfficeError('invalid', { fields: faults })
}
