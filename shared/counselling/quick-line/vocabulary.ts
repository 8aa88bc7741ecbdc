import { comparable } from '../../search/normalise.ts'
import { catalogues, entriesOn, type CatalogueName } from '../catalogues.ts'

/** Fields of a consultation whose values come from a catalogue. */
export type CodeField = 'channel' | 'topic' | 'language' | 'interpretation' | 'accessPath' | 'result' | 'contactKind'

/** What a word may stand for: a value of a catalogue, and how it is written out. */
export interface Meaning {
  readonly field: CodeField
  readonly code: string
  /** The word as the catalogue spells it. */
  readonly word: string
}

/** Field by catalogue, its name before a colon (`zugang:jobcenter`) and on screen. */
export const codeFields: Readonly<Record<CodeField, { catalogue: CatalogueName; qualifier: string; label: string }>> = {
  channel: { catalogue: 'channels', qualifier: 'kanal', label: 'Kanal' },
  topic: { catalogue: 'topics', qualifier: 'thema', label: 'Thema' },
  language: { catalogue: 'languages', qualifier: 'sprache', label: 'Sprache' },
  interpretation: { catalogue: 'interpretation', qualifier: 'sprachmittlung', label: 'Sprachmittlung' },
  accessPath: { catalogue: 'accessPaths', qualifier: 'zugang', label: 'Zugang' },
  result: { catalogue: 'results', qualifier: 'ergebnis', label: 'Ergebnis' },
  contactKind: { catalogue: 'contactKinds', qualifier: 'kontaktart', label: 'Kontaktart' },
}

const fieldNames = Object.keys(codeFields) as CodeField[]

/** Every word of the catalogues, in comparable form, with what it may stand for. */
class Vocabulary {
  readonly #meanings = new Map<string, Meaning[]>()
  /** Most words that one value has: „Deutsche Gebärdensprache“. */
  readonly longest: number

  /** @param day ISO day; only values that may be chosen then are known */
  constructor(day: string) {
    for (const field of fieldNames) {
      const entries = entriesOn(codeFields[field].catalogue, day)
      const own = new Map<string, Meaning[]>()
      for (const { code, words } of entries) for (const word of words) put(own, { field, code, word })
      const labels = new Map<string, Meaning[]>()
      for (const { code, label } of entries) for (const word of labelWords(label)) put(labels, { field, code, word })
      // A quick word beats the same word in a label: „Klage“ is the main topic that has it as its word.
      for (const [key, meanings] of [...own, ...[...labels].filter(([key]) => !own.has(key))]) {
        this.#meanings.set(key, [...(this.#meanings.get(key) ?? []), ...meanings])
      }
    }
    this.longest = Math.max(...[...this.#meanings.keys()].map((key) => key.split(' ').length))
  }

  /** What a text may stand for, in a field if one is given; empty when unknown. Upper case, umlauts and hyphens don't matter. */
  find(text: string, field?: CodeField): readonly Meaning[] {
    const found = this.#meanings.get(comparable(text)) ?? []
    return field === undefined ? found : found.filter((meaning) => meaning.field === field)
  }

  /** As {@link find} within a field, and by the value's code too (`thema:A2`). */
  findByCode(text: string, field: CodeField): readonly Meaning[] {
    const found = this.find(text, field)
    if (found.length > 0) return found
    const entry = catalogues[codeFields[field].catalogue].entries.find(({ code }) => code.toLowerCase() === text.toLowerCase())
    return entry ? [{ field, code: entry.code, word: entry.code }] : []
  }

  /** All words with one of their meanings, for suggestions. */
  *words(field?: CodeField): Iterable<[string, Meaning]> {
    for (const [key, meanings] of this.#meanings) {
      const meaning = field === undefined ? meanings[0] : meanings.find((each) => each.field === field)
      if (meaning) yield [key, meaning]
    }
  }
}

let latest: { day: string; vocabulary: Vocabulary } | null = null

/** The vocabulary of an ISO day; made once, since a line is read after every key. */
export function vocabularyOf(day: string): Vocabulary {
  if (latest?.day !== day) latest = { day, vocabulary: new Vocabulary(day) }
  return latest.vocabulary
}

export type { Vocabulary }

/** The parts of a label that are one word each: „Duldung/Abschiebung“ gives both, „Familienschutz § 26“ none. */
function labelWords(label: string): string[] {
  return label.split(/\s*\/\s*/).filter((part) => /^[\p{L}-]{3,}$/u.test(part))
}

function put(map: Map<string, Meaning[]>, meaning: Meaning): void {
  const key = comparable(meaning.word)
  map.set(key, [...(map.get(key) ?? []), meaning])
}
