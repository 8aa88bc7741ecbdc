/**
 * The day (ISO) that a cell names: 01.02.2024, 1.2.24, 2024-02-01, the number of a spreadsheet (45323). "Feb 24", "seit Herbst 2019" and
 * days that don't exist are no days and give null.
 */
export function dayOfCell(cell: string): string | null {
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
  // Two digits: lists are of our time, so up to ten years ahead is this century.
  const full = (german[3] ?? '').length === 4 ? year : year <= (new Date().getUTCFullYear() % 100) + 10 ? 2000 + year : 1900 + year
  return existing(full, Number(german[2]), Number(german[1]))
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
