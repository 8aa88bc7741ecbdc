import { fold } from '../search/normalise.ts'
import type { NameOrder } from './model.ts'

/** The parts of a contact that make its name. */
export type Named =
  | { kind: 'organisation', name: string, department?: string }
  | { kind: 'person', familyName: string, givenNames: string, nameOrder: NameOrder, title?: string }

const collator = new Intl.Collator('de', { numeric: true })
const join = (parts: readonly (string | undefined)[], separator: string) => parts.filter((part) => part).join(separator)

/** The whole name as one says it: "Dr. Ștefan Țuțea", "Nguyễn Thị Mai", a single name as it is; an organisation's name. */
export function displayName(contact: Named): string {
  if (contact.kind === 'organisation') return contact.name
  const { familyName, givenNames, nameOrder, title } = contact
  return join([title, ...nameOrder === 'given-first' ? [givenNames, familyName] : [familyName, givenNames]], ' ')
}

/** The name as it stands in an alphabetical list: "Țuțea, Ștefan", but "Nguyễn Thị Mai" where the family name comes first anyway. */
export function listName(contact: Named): string {
  if (contact.kind === 'organisation') return contact.name
  return join([contact.familyName, contact.givenNames], contact.nameOrder === 'given-first' ? ', ' : ' ')
}

/**
 * A text whose plain binary order is the German dictionary order (DIN 5007 part 1: ä like a, ß like ss, signs count for
 * nothing, numbers by their value), so that the database can keep lists in order by an index. Of two names that differ
 * only in such details, the original decides.
 */
export function sortKey(text: string): string {
  const plain = fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const numbered = plain.replace(/\d+/gu, (digits) => digits.replace(/^0+(?=\d)/u, '').padStart(12, '0'))
  return `${numbered}\u0001${text.normalize('NFC')}`
}

/** Compares two names by German collation, for lists that are already in memory. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b)
}
