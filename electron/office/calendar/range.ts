import { specialDays, type SpecialDay, type SpecialDayKind } from '../../../shared/calendar/days.ts'
import { layers, type CalendarEntry, type CalendarLine, type Layer, type Overruled } from '../../../shared/calendar/model.ts'
import { occurrences } from '../../../shared/calendar/occurrences.ts'
import { isoDay } from '../../../shared/dates.ts'
import { eventStateLabels } from '../../../shared/events/catalogue.ts'
import type { EventListItem } from '../../../shared/events/model.ts'
import type { Task } from '../../../shared/tasks/model.ts'
import type { Land } from '../../../shared/vault/laender.ts'
import { findStatements } from '../correspondence/statements/service.ts'
import { findEvents } from '../events/service.ts'
import type { OfficeDesk } from '../session.ts'
import { findTasks } from '../tasks/service.ts'
import { entriesBetween, overruledDays } from './repository.ts'

/** Days that are asked for, both included, and whose holidays count. */
export interface Span {
  from: string
  to: string
  land: Land
}

/** More of one kind than a year of any office has. */
const most = 20_000

/** Everything of the office that touches a span of days, by day and time. */
export async function calendarRange(desk: OfficeDesk, span: Span, today = isoDay(new Date())): Promise<CalendarLine[]> {
  const { from, to, land } = span
  const page = { query: '', offset: 0, limit: most }
  const [{ days }, entries, { events }, { tasks }, { statements }] = await Promise.all([
    daysOfOffice(desk, span),
    entriesBetween(desk.database.read, from, to),
    findEvents(desk, { ...page, filter: 'all', kind: '', seriesId: null, from, to }, today),
    findTasks(desk, { ...page, filter: 'open', from, to }, today),
    findStatements(desk, { ...page, filter: 'open', year: null, sort: 'due', descending: false }, today),
  ])
  const lines = [
    ...days.map(specialLine), ...withAbsences(entries.flatMap((entry) => entryLines(entry, span))), ...events.flatMap(eventLine), ...tasks.flatMap((task) => taskLine(task, today)),
    ...statements.flatMap(({ id, number, subject, requesterName, dueOn }) => dueOn === null || dueOn < from || dueOn > to ? [] : [line('statement', {
      key: `statement:${id}`, record: { type: 'statement', id }, title: `${number} ${subject}`, detail: requesterName, from: dueOn, to: dueOn, mark: dueOn < today ? 'überfällig' : '',
    })]),
  ]
  return lines.filter((each) => each.from <= to && each.to >= from).map((each) => ({ each, order: orderOf(each) })).toSorted((a, b) => (a.order < b.order ? -1 : 1)).map(({ each }) => each)

  function entryLines(entry: CalendarEntry, { from: first, to: last }: Span): (CalendarLine & { person?: string | null })[] {
    const title = entry.kind === 'absence' && entry.personName !== '' ? `${entry.title}: ${entry.personName}` : entry.title
    const detail = [entry.kind === 'absence' ? '' : entry.personName, entry.place].filter((part) => part !== '').join(' · ')
    return occurrences(entry, first, last, land).map((time) => ({
      ...line(entry.kind, {
        key: `entry:${entry.id}:${time.from}`, record: { type: 'calendar-entry', id: entry.id }, title, detail, from: time.from, to: time.to, fromAt: entry.startsAt, toAt: entry.endsAt,
        mark: time.off === '' ? '' : `entfällt: ${time.off}`, off: time.off !== '', repeated: entry.repeat !== '', movable: true,
      }),
      person: entry.personId,
    }))
  }
}

/** Feasts, holidays and action days of a span as the office has them, and what it says of all of them. */
export async function daysOfOffice(desk: OfficeDesk, { from, to, land }: Span): Promise<{ days: SpecialDay[]; overruled: Overruled[] }> {
  const overruled = await overruledDays(desk.database.read)
  return { days: [...specialDays(from, to, { land, overruled })], overruled }
}

const plain = { fromAt: null, toAt: null, mark: '', off: false, repeated: false, movable: false, specialDayId: null } as const

function line(layer: Layer, told: Pick<CalendarLine, 'key' | 'record' | 'title' | 'detail' | 'from' | 'to'> & Partial<CalendarLine>): CalendarLine {
  return { ...plain, ...told, layer }
}

const layerOfDay: Readonly<Record<SpecialDayKind, Layer>> = { holiday: 'holiday', feast: 'feast', action: 'action', week: 'action' }

function specialLine({ id, kind, name, from, to, certainty, community, eve, note }: SpecialDay): CalendarLine {
  const detail = [community, eve ? 'ab dem Vorabend' : '', note].filter((part) => part !== '').join(' · ')
  return line(layerOfDay[kind], { key: `day:${id}`, record: null, title: name, detail, from, to, mark: certainty === 'provisional' ? 'vorläufig' : '', specialDayId: id })
}

function eventLine({ id, title, state, startsOn, startsAt, endsOn, endsAt, place }: EventListItem): CalendarLine[] {
  if (startsOn === null) return []
  const off = state === 'cancelled'
  return [line('event', {
    key: `event:${id}`, record: { type: 'event', id }, title, detail: [place, off ? '' : eventStateLabels[state]].filter((part) => part !== '').join(' · '), from: startsOn, to: endsOn ?? startsOn,
    fromAt: startsAt, toAt: endsAt, mark: off ? 'abgesagt' : '', off, movable: !off,
  })]
}

function taskLine({ id, title, dueOn, recordTitle, assigneeName }: Task, today: string): CalendarLine[] {
  if (dueOn === null) return []
  return [line('task', {
    key: `task:${id}`, record: { type: 'task', id }, title, detail: [recordTitle, assigneeName].filter((part) => part !== '').join(' · '), from: dueOn, to: dueOn,
    mark: dueOn < today ? 'überfällig' : '', movable: true,
  })]
}

/** Office hours of somebody who is away fall out. */
function withAbsences(lines: readonly (CalendarLine & { person?: string | null })[]): CalendarLine[] {
  const away = lines.filter(({ layer, fromAt, person }) => layer === 'absence' && fromAt === null && person)
  return lines.map(({ person, ...told }) => {
    const absence = told.layer === 'hours' && person && !told.off ? away.find((each) => each.person === person && each.from <= told.from && each.to >= told.from) : undefined
    return absence ? { ...told, off: true, mark: `entfällt: ${absence.title}` } : told
  })
}

function orderOf({ from, fromAt, layer, title }: CalendarLine): string {
  return `${from} ${fromAt ?? ''} ${String(layers.length - layers.indexOf(layer)).padStart(2, '0')} ${title}`
}
