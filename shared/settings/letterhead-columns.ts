import type { Letterhead } from './letterhead.ts'

/** Gives the three columns at the foot of the first page: address, ways to reach the office, bank; each without blanks. */
export function letterheadColumns(letterhead: Letterhead): [string[], string[], string[]] {
  const present = (lines: string[]) => lines.map((line) => line.trim()).filter(Boolean)
  const labelled = (label: string, value: string) => (value === '' ? '' : `${label} ${value}`)
  return [
    present([letterhead.officeName, letterhead.department, letterhead.street, `${letterhead.postalCode} ${letterhead.city}`]),
    present([labelled('Telefon', letterhead.phone), labelled('Fax', letterhead.fax), letterhead.email, letterhead.web]),
    present(letterhead.bank.split('\n')),
  ]
}
