import type { ImportField } from '../../../../shared/directory/import/fields.ts'
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
  const day = dayOf(cell)
  if (day === null) {
    notes.hint(`„${cell}“ ist kein bestimmter Tag und steht als ${label} in der Notiz.`)
    return { day: null, note: `${label}: ${cell}` }
  }
  const plain = /^\d{4}-\d{2}-\d{2}$/u.test(cell) || /^\d{2}\.\d{2}\.\d{4}$/u.test(cell)
  const german = day.split('-').reverse().join('.')
  const accepted = plain || notes.offer('date', field, cell, german, /^\d{5}$/u.test(cell) ? 'Datumszahl von Excel gelesen' : 'Datum gelesen')
  return accepted ? { day, note: null } : { day: null, note: `${label}: ${cell}` }
}

function dayOf(cell: string): string | null {
  if (/^\d{5}$/u.test(cell)) {
    const serial = Number(cell)
    // Excel counts days from 30 December 1899; 20000 to 80000 are the years 1954 to 2119.
    return serial >= 20_000 && serial <= 80_000 ? new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10) : null
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/u.exec(cell)
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/u.exec(cell)
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  if (german === null) return null
  const year = Number(german[3])
  // Two digits: contacts are of our time, so up to ten years ahead is this century.
  const full = (german[3] ?? '').length === 4 ? year : year <= (new Date().getUTCFullYear() % 100) + 10 ? 2000 + year : 1900 + year
  return existing(full, Number(german[2]), Number(german[1]))
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
