import type { CalendarLine } from '../../shared/calendar/model.ts'
import { movedRule } from '../../shared/calendar/occurrences.ts'
import { clashDraftSchema, type Clash } from '../../shared/events/clashes/model.ts'
import { daysBetween, germanDay } from '../../shared/holidays/days.ts'
import type { Land } from '../../shared/vault/laender.ts'
import { office } from '../app/office.ts'
import { movedDays } from '../../shared/events/moved-days.ts'
import { movedText, type PlannedMoves } from '../records/MovedTasks.tsx'
import { taskActions } from '../records/taskActions.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { laterBy, minutesBetween } from './scheduleEvents.ts'

/** Where a line is to go. Times are null for whole days, which stay whole days. */
export interface MoveTo {
  day: string
  at: string | null
  until: string | null
}

/** A wish to move a line, and what has to be asked before: which times of a repeated entry, which tasks of an event go along. */
export interface Move {
  line: CalendarLine
  to: MoveTo
  planned?: PlannedMoves
  /** What an event would run into there. */
  clashes?: readonly Clash[]
  /** Whether all times of a repeated entry can go along. */
  allPossible?: boolean
}

/** Where a line goes that is dropped on a day and, where the view has hours, on a time; it keeps its length. */
export function dropped(line: CalendarLine, day: string, at: string | null): MoveTo {
  const { from, to, fromAt, toAt } = line
  if (fromAt === null || at === null || from !== to) return { day, at: fromAt, until: toAt }
  return { day, at, until: toAt === null ? null : laterBy(at, minutesBetween(fromAt, toAt)) }
}

/** Finds out what has to be asked. Null where nothing moves or nothing has to be asked; then it is done. */
export async function prepareMove(line: CalendarLine, to: MoveTo, land: Land): Promise<Move | null> {
  if (!line.record || (to.day === line.from && to.at === line.fromAt && to.until === line.toAt)) return null
  try {
    if (line.layer === 'event') {
      const moves = to.day === line.from ? [] : await office.events.planMove({ id: line.record.id, startsOn: to.day, land })
      const planned = { day: to.day, moves }
      const clashes = await clashesThere(line.record.id, to, land)
      if (moves.length > 0 || clashes.length > 0) return { line, to, planned, clashes }
    } else if (line.repeated) {
      const entry = await office.calendar.entries.get({ id: line.record.id })
      return { line, to, allPossible: movedRule(entry, line.from, to.day) !== null }
    }
    await doMove({ line, to }, false, land)
  } catch (error) {
    showFailure(error)
  }
  return null
}

/** Open conflicts that an event would have elsewhere and has not where it is. */
async function clashesThere(id: string, to: MoveTo, land: Land): Promise<readonly Clash[]> {
  const event = await office.events.get({ id })
  const fields = clashDraftSchema.parse({ ...event, ...(event.startsOn === to.day ? {} : movedDays(event, to.day)), startsAt: to.at, endsAt: to.until })
  const [there, here] = await Promise.all([office.events.clashes.ofDraft({ id, fields, land }), office.events.clashes.ofEvent({ id, land })])
  const known = new Set(here.map(({ key }) => key))
  return there.filter(({ key, accepted }) => accepted === null && !known.has(key))
}

/** Moves a line in one step, with a way back. @param all every time of a repeated entry. @returns whether it was done */
export async function doMove({ line, to, planned }: Move, all: boolean, land: Land): Promise<boolean> {
  const { record, layer, title, from } = line
  if (!record) return false
  if (layer === 'task') return taskActions.postpone([{ id: record.id, title }], to.day, land)
  try {
    if (layer === 'event') {
      const event = await office.events.get({ id: record.id })
      const day = to.day === event.startsOn ? {} : movedDays(event, to.day)
      const { change } = await office.events.update({ id: record.id, version: event.version, fields: { ...day, startsAt: to.at, endsAt: to.until }, land })
      showUndoNotice(to.day === from ? `„${title}“: jetzt ${timesText(to)}.` : `„${title}“: ${movedText(planned ?? { day: to.day, moves: [] })}`, 'office', change)
    } else {
      const { version } = await office.calendar.entries.get({ id: record.id })
      const { change } = await office.calendar.entries.move({ id: record.id, version, day: from, to: { startsOn: to.day, startsAt: to.at, endsAt: to.until }, all })
      showUndoNotice(`„${title}“${all ? ', mit allen Wiederholungen' : ''}: jetzt ${daysBetween(from, to.day) === 0 ? timesText(to) : germanDay(to.day)}.`, 'office', change)
    }
    return true
  } catch (error) {
    showFailure(error)
    return false
  }
}

function timesText({ at, until }: MoveTo): string {
  if (at === null) return 'ganztägig'
  return until === null ? `ab ${at} Uhr` : `${at} bis ${until} Uhr`
}
