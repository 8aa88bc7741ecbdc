import type { ShiftSheet } from '../../../../shared/events/shifts/contract.ts'
import { byHelper, fillText, inShiftOrder, overlaps, shiftTime, staffing, type Shift } from '../../../../shared/events/shifts/model.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import { tablesPdf, type PdfTables } from '../../documents/pdf-table.ts'
import { xlsx } from '../../documents/xlsx.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getEvent } from '../service.ts'
import { dayText, whenText } from '../when-where.ts'
import { shiftsPart } from './service.ts'

/** Writes who helps when, by shift or by person. @throws OfficeError `not-found`, `forbidden`, `disk-full`, `read-only` */
export async function saveShiftPlan(desk: OfficeDesk, grants: FileGrants, { id, what, format, grant }: { id: string; what: ShiftSheet; format: 'pdf' | 'xlsx'; grant: string }): Promise<void> {
  const event = await getEvent(desk, id)
  const { shifts } = await shiftsPart.read(desk.database.read, id)
  const day = (of: Shift): string => dayText(of.day, event.startsOn)
  if (format === 'xlsx') return grants.write(grant, await xlsx(what === 'by-shift' ? shiftSheet(shifts, day) : personSheet(shifts, day)))
  const { needed, missing, people } = staffing(shifts)
  const remarks = [
    [event.title, whenText(event), event.place].filter(Boolean).join(' · '),
    `${shifts.length === 1 ? 'Eine Schicht' : `${shifts.length} Schichten`}, ${people} Helfende${needed === 0 ? '' : missing === 0 ? ', alles besetzt' : `, ${missing} von ${needed} Plätzen noch frei`}.`,
    ...(what === 'by-shift' ? overlaps(shifts).map(({ name, first, second }) => `Doppelt eingeteilt: ${name}, ${first.task || 'Schicht'} ${shiftTime(first)} und ${second.task || 'Schicht'} ${shiftTime(second)}.`) : []),
  ]
  grants.write(grant, await tablesPdf({ title: what === 'by-shift' ? 'Schichtplan' : 'Schichtplan nach Personen', remarks, tables: what === 'by-shift' ? shiftTables(shifts, day) : personTables(shifts, day) }))
}

function shiftTables(shifts: readonly Shift[], day: (of: Shift) => string): PdfTables['tables'] {
  return [...groupBy(inShiftOrder(shifts), day)].map(([heading, of]) => ({
    heading, headings: ['Zeit', 'Aufgabe', 'Ort', 'Wer', 'Besetzung'], notes: [],
    rows: of.map((shift) => [shiftTime(shift), shift.note === '' ? shift.task : `${shift.task}: ${shift.note}`, shift.place, shift.people.map(({ name }) => name).join('\n'), fillText(shift)]),
  }))
}

/** Each person once, with all shifts below each other. */
function personTables(shifts: readonly Shift[], day: (of: Shift) => string): PdfTables['tables'] {
  return [{
    heading: '', headings: ['Wer', 'Tag', 'Zeit', 'Aufgabe', 'Ort', 'Hinweis'], notes: [],
    rows: byHelper(shifts).flatMap(({ name, shifts: of }) => of.map((shift, at) => [at === 0 ? name : '', day(shift), shiftTime(shift), shift.task, shift.place, shift.note])),
  }]
}

function shiftSheet(shifts: readonly Shift[], day: (of: Shift) => string) {
  return {
    name: 'Schichten', headings: ['Tag', 'Von', 'Bis', 'Aufgabe', 'Ort', 'Gebraucht', 'Besetzt', 'Wer', 'Hinweis'],
    rows: inShiftOrder(shifts).map((shift) => [day(shift), shift.startsAt ?? '', shift.endsAt ?? '', shift.task, shift.place, String(shift.needed), String(shift.people.length), shift.people.map(({ name }) => name).join(', '), shift.note]),
  }
}

function personSheet(shifts: readonly Shift[], day: (of: Shift) => string) {
  return {
    name: 'Personen', headings: ['Name', 'Tag', 'Von', 'Bis', 'Aufgabe', 'Ort', 'Hinweis'],
    rows: byHelper(shifts).flatMap(({ name, shifts: of }) => of.map((shift) => [name, day(shift), shift.startsAt ?? '', shift.endsAt ?? '', shift.task, shift.place, shift.note])),
  }
}
