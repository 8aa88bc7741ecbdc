import file from '../../resources/directory/din-91379.json' with { type: 'json' }

/**
 * Which names are checked: those of persons (DIN 91379 datatype A), those of organisations and other words (datatype B), and
 * names in their own script, where every letter of every script is at home.
 */
export type NameField = 'person' | 'organisation' | 'original'

/** The combining double macron below joins two letters: "K͟h". */
const JOINS_NEXT = '\u035F'

const letterGroups = ['letters', 'n1'] as const
const groupsOf: Record<NameField, readonly string[]> = {
  person: letterGroups,
  organisation: [...letterGroups, 'n2'],
  original: [...letterGroups, 'n2', 'greek', 'cyrillic'],
}
const sets = new Map<NameField, ReadonlySet<string>>()
const replacements = new Map(file.deprecated.map(({ sequence, replacement }) => [textOf(sequence), textOf(replacement)]))
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * The characters and sequences of a name that lie outside the character set of DIN 91379, each once and in the order of the
 * name. The name is composed (NFC) first; a letter with combining signs is looked up as a whole, as the norm lists it.
 */
export function outsideDin91379(name: string, field: NameField = 'person'): string[] {
  const set = setOf(field)
  const isAtHome = (character: string): boolean => set.has(character) || (field === 'original' && /^[\p{L}\p{M}\p{Nd}\u200C\u200D]+$/u.test(character))
  return [...new Set(charactersOf(name).filter((character) => !isAtHome(character)))]
}

/** The characters of a name that the norm lists but advises against, with what it puts in their place. */
export function deprecatedInDin91379(name: string): { character: string; replacement: string }[] {
  return [...new Set(charactersOf(name))].flatMap((character) => {
    const replacement = replacements.get(character)
    return replacement === undefined ? [] : [{ character, replacement }]
  })
}

/** What to say under a field about a name, in German; `null` where there is nothing to say. It never keeps a name from being stored. */
export function nameWarning(name: string, field: NameField = 'person'): string | null {
  const outside = outsideDin91379(name, field)
  if (outside.length > 0) {
    const list = outside.slice(0, 5).map(shown).join(', ') + (outside.length > 5 ? ' und weitere' : '')
    return `Nicht im Zeichensatz für Namen (DIN 91379): ${list}. Der Name wird so gespeichert; andere Behörden können ihn vielleicht nicht übernehmen.`
  }
  const [deprecated] = deprecatedInDin91379(name)
  return deprecated === undefined ? null : `${shown(deprecated.character)} gilt als veraltet (DIN 91379). Empfohlen wird ${shown(deprecated.replacement)}.`
}

/** A name cut into letters with their signs, as one reads them. */
function charactersOf(name: string): string[] {
  const characters: string[] = []
  for (const { segment } of segmenter.segment(name.normalize('NFC'))) {
    const last = characters.at(-1)
    if (last?.endsWith(JOINS_NEXT) === true) characters[characters.length - 1] = last + segment
    else characters.push(segment)
  }
  return characters
}

/** A character between quotes; one that shows nothing, such as a zero-width space, by its number. */
function shown(character: string): string {
  if (!/^[\p{Z}\p{C}\p{M}]+$/u.test(character)) return `„${character}“`
  return [...character].map((point) => `U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
}

function setOf(field: NameField): ReadonlySet<string> {
  const known = sets.get(field)
  if (known) return known
  const groups = file.groups.filter(({ code }) => groupsOf[field].includes(code))
  const made = new Set(groups.flatMap(({ characters, sequences }) => [...characters.flatMap(rangeOf), ...sequences.map(textOf)]))
  sets.set(field, made)
  return made
}

/** `"0041-005A"` as its characters. */
function rangeOf(range: string): string[] {
  const [first = 0, last = first] = range.split('-').map((point) => Number.parseInt(point, 16))
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
}

/** `"0041 030B"` as its text. */
function textOf(points: string): string {
  return points.split(' ').map((point) => String.fromCodePoint(Number.parseInt(point, 16))).join('')
}
