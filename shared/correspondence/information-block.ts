import type { InformationEntry } from './letter-sheet.ts'
import { cleanLine } from './clean-text.ts'
import { informationLinePitch, formB } from './din5008.ts'
import { letterDate } from './letter-date.ts'
import { wrappedLines } from './text-width.ts'

/** Font size of the information block in points. */
export const informationPoints = 9

/** What the information block is composed of; what is empty is not printed. */
export type InformationParts = {
  yourReference: string
  /** A calendar day (ISO) or the words of the person writing. */
  yourMessageOf: string
  ourReference: string
  contactPerson: string
  phone: string
  fax: string
  email: string
  /** Calendar day of the letter (ISO). */
  date: string
}

/** Gives the lines of the information block in the order of DIN 5008. */
export function informationBlock(parts: InformationParts): InformationEntry[] {
  const entries: [string, string][] = [
    ['Ihr Zeichen', parts.yourReference],
    ['Ihre Nachricht vom', letterDate(parts.yourMessageOf)],
    ['Unser Zeichen', parts.ourReference],
    ['Auskunft erteilt', parts.contactPerson],
    ['Telefon', parts.phone],
    ['Fax', parts.fax],
    ['E-Mail', parts.email],
    ['Datum', letterDate(parts.date)],
  ]
  return entries.map(([label, value]) => ({ label, value: cleanLine(value) })).filter((entry) => entry.value !== '')
}

/** Gives how many printed lines the block takes, long values being broken within their column. */
export function informationLines(entries: readonly InformationEntry[]): number {
  const column = formB.informationBlock.width - formB.informationBlock.labelWidth
  return entries.reduce((lines, entry) => lines + wrappedLines(entry.value, informationPoints, column), 0)
}

/** Gives the height of the block in millimetres. */
export function informationHeight(entries: readonly InformationEntry[]): number {
  return informationLines(entries) * informationLinePitch
}
