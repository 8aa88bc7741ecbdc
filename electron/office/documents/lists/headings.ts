import { normalisedWords } from '../../../../shared/search/normalise.ts'

/** Headings that mean something in lists of a kind, in the form in which they are compared. They go to the reading thread, so they are plain data. */
export type KnownHeadings = ReadonlySet<string>

/** Headings drift by version ("Telefon privat", "Telefon (privat)"): only their letters and digits count. */
export function plainHeading(heading: string): string {
  return normalisedWords(heading).join('')
}

/** Whether a cell is a heading of lists of this kind. */
export function isHeading(known: KnownHeadings, cell: string): boolean {
  return known.has(plainHeading(cell))
}

/** The field of each heading of a catalogue, by the form in which headings are compared. */
export function fieldsByHeading<Field extends string>(catalogue: Readonly<Partial<Record<Field, readonly string[]>>>): ReadonlyMap<string, Field> {
  return new Map((Object.entries(catalogue) as [Field, readonly string[]][]).flatMap(([field, headings]) => headings.map((heading) => [plainHeading(heading), field] as const)))
}
