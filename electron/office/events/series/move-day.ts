import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { eventFaults, type OfficeEvent } from '../../../../shared/events/model.ts'
import { movedDays } from '../../../../shared/events/moved-days.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import type { OfficeDesk } from '../../session.ts'
import { moveTasksAlong, type MovedTask } from '../../tasks/service.ts'
import { eventColumns } from '../repository.ts'
import { eventRef, planMove } from '../service.ts'
import { seriesEvents } from './events-repository.ts'
import { seriesRef } from './service.ts'

/** A day of the programme and the one that it goes to. ISO days. */
export interface DayMove {
  seriesId: string
  from: string
  to: string
  land: Land
}

/** Where moving a day of the programme would bring the open tasks of its events, each with the title of its event. Changes nothing. */
export async function planDay(desk: OfficeDesk, { seriesId, from, to, land }: DayMove, today = isoDay(new Date())): Promise<(MovedTask & { past: boolean })[]> {
  const moves: (MovedTask & { past: boolean })[] = []
  for (const event of await eventsOn(desk.database.read, seriesId, from)) {
    for (const move of await planMove(desk, event.id, to, land, today)) moves.push({ ...move, title: `${event.title}: ${move.title}` })
  }
  return moves
}

/**
 * Moves all events of a day of the programme, with the open tasks that are counted from it, as one step.
 * @throws OfficeError `not-found` when nothing of the programme begins on that day
 */
export async function moveDay(desk: OfficeDesk, { seriesId, from, to, land }: DayMove): Promise<{ change: string | null; events: number }> {
  const { value, change } = await desk.write({ label: `Programm vom ${germanDay(from)} auf ${germanDay(to)} verlegt`, record: seriesRef(seriesId) }, async (transaction) => {
    const events = await eventsOn(transaction.database, seriesId, from)
    if (events.length === 0) throw new OfficeError('not-found', { detail: 'An diesem Tag liegt nichts mehr. Es wurde nichts verlegt.' })
    for (const event of events) {
      const days = movedDays(event, to)
      const faults = eventFaults({ ...event, ...days })
      if (Object.keys(faults).length > 0) throw new OfficeError('invalid', { fields: faults })
      await transaction.update('event', event.id, eventColumns(days))
      await moveTasksAlong(transaction, eventRef(event.id), to, land)
    }
    return events.length
  })
  return { change, events: value }
}

async function eventsOn(database: Parameters<typeof seriesEvents>[0], seriesId: string, day: string): Promise<OfficeEvent[]> {
  return (await seriesEvents(database, seriesId)).map(({ event }) => event).filter(({ startsOn }) => startsOn === day)
}
