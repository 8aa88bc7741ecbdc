import type { ImportField } from '../../../../shared/directory/import/fields.ts'
import { dayOfCell } from '../../documents/lists/day.ts'
import type { RowNotes } from './cells.ts'

/** A day as read from a cell: ISO, or a text for the note where the cell names no day. */
export interface ReadDay {
  day: string | null
  note: string | null
}

/**
 * Reads a day: 01.02.2024, 1.2.24, 2024-02-01, the number of a spreadsheet (45323). "Feb 24", "seit Herbst 2019" and days
 * that don't exist are no days; they stay as words.
 */
export function readDay(cell: string, field: ImportField, label: string, notes: RowNotes): ReadDay {
  if (cell === '') return { day: null, note: null }
  if (/^0?0\.0?0\.0{2,4}$/u.test(cell)) {
    const none = notes.offer('date', field, cell, '', 'kein Tag; als „keine Angabe“ gelesen')
    return { day: null, note: none ? null : `${label}: ${cell}` }
  }
  const day = dayOfCell(cell)
  if (day === null) {
    notes.hint(`„${cell}“ ist kein bestimmter Tag und steht als ${label} in der Notiz.`)
    return { day: null, note: `${label}: ${cell}` }
  }
  const plain = /^\d{4}-\d{2}-\d{2}$/u.test(cell) || /^\d{2}\.\d{2}\.\d{4}$/u.test(cell)
  const german = day.split('-').reverse().join('.')
  const accepted = plain || notes.offer('date', field, cell, german, /^\d{5}$/u.test(cell) ? 'Datumszahl von Excel gelesen' : 'Datum gelesen')
  return accepted ? { day, note: null } : { day: null, note: `${label}: ${cell}` }
}
