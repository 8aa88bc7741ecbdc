import { isoDay } from '../dates.ts'
import { parseDayInput } from '../day-input.ts'
import { durationOf, isUnit, timeOf } from './quick-line/measures.ts'
import { nearestMeanings } from './quick-line/suggestions.ts'
import { tokensOf, type Token } from './quick-line/tokens.ts'
import { codeFields, vocabularyOf, type CodeField, type Meaning, type Vocabulary } from './quick-line/vocabulary.ts'

/** Why a word was not taken. */
export type QuickProblem = 'unknown' | 'ambiguous' | 'double' | 'future'

/** What a person may put in the place of a word that was not taken. */
export interface QuickChoice {
  readonly label: string
  readonly text: string
}

interface Range {
  readonly start: number
  /** Behind the last character. */
  readonly end: number
}

/** One stretch of the line and what it was taken for. */
export type QuickPart = Range &
  (
    | { readonly kind: 'space' }
    | { readonly kind: 'note' | 'case' | 'date' | 'time'; readonly value: string }
    | { readonly kind: 'duration'; readonly minutes: number }
    | { readonly kind: 'code'; readonly field: CodeField; readonly code: string; readonly further: boolean }
    | { readonly kind: 'open'; readonly problem: QuickProblem; readonly choices: readonly QuickChoice[] }
  )

/** What a line says about a consultation. Only what was typed: defaults are for the caller. */
export interface QuickFields {
  date?: string
  time?: string
  durationMinutes?: number
  channel?: string
  topic?: string
  language?: string
  interpretation?: string
  accessPath?: string
  result?: string
  contactKind?: string
  furtherTopics: string[]
  note: string
}

/** A line as it was understood. */
export interface QuickLine {
  /** The whole line: every character belongs to exactly one part, in order. */
  readonly parts: readonly QuickPart[]
  readonly fields: QuickFields
  /** What stands behind `@`: number or alias of a case; null for an anonymous consultation. */
  readonly caseReference: string | null
}

const qualified = new Map<string, CodeField>(
  (Object.keys(codeFields) as CodeField[]).map((field) => [codeFields[field].qualifier, field]),
)

/**
 * Reads a line such as `tel 20min Aufenthalt Dari Lotse ja #Wohnen @B-2026-014 – Pass fehlt`.
 *
 * - Words of the catalogues, in any case and spelling of umlauts; `20`, `20 min`, `1h30`; `gestern`, `15.3.`, `mo`; `14:05`.
 * - `#` marks a further topic; the first topic without it is the main one (or the first at all). `@` names the case.
 * - „Lotse ja“, „Lotse nein“: with and without interpreter.
 * - A note stands behind a dash, behind a colon that ends a word, or in quotes. Nothing else becomes a note.
 * - A word of two fields (`jobcenter`) counts for the one that is not given otherwise; if that doesn't decide it, the person is
 *   asked. `zugang:jobcenter` says it outright.
 * - Anything else stays open, with the nearest words of the catalogues as choices: nothing is guessed.
 *
 * Never throws.
 * @param now decides `gestern`, and which values of the catalogues are in use
 */
export function parseQuickLine(line: string, now: Date): QuickLine {
  const reader = new Reader(line, now)
  return reader.read()
}

type Pending = Range & { readonly kind: 'pending'; readonly meanings: readonly Meaning[] }

class Reader {
  readonly #line: string
  readonly #now: Date
  readonly #tokens: Token[]
  readonly #vocabulary: Vocabulary
  readonly #fields: QuickFields = { furtherTopics: [], note: '' }
  readonly #parts: (QuickPart | Pending)[] = []
  readonly #notes: string[] = []
  #case: string | null = null

  constructor(line: string, now: Date) {
    this.#line = line
    this.#now = now
    this.#tokens = tokensOf(line)
    this.#vocabulary = vocabularyOf(isoDay(now))
  }

  read(): QuickLine {
    let at = 0
    while (at < this.#tokens.length) at += this.#take(at)
    const parts = this.#parts.map((part) => (part.kind === 'pending' ? this.#settle(part) : part))
    const [first] = this.#fields.furtherTopics
    if (this.#fields.topic === undefined && first !== undefined) this.#fields.topic = first
    const furtherTopics = [...new Set(this.#fields.furtherTopics)].filter((code) => code !== this.#fields.topic)
    return { parts, fields: { ...this.#fields, furtherTopics, note: this.#notes.join(' ').trim() }, caseReference: this.#case }
  }

  /** Takes the part that begins with this token; gives the number of tokens that it is made of. */
  #take(at: number): number {
    const token = this.#tokens[at] as Token
    const { kind, start, end, text } = token
    if (kind === 'space') return this.#push({ kind, start, end }, 1)
    if (kind === 'note') {
      if (text.trim() !== '') this.#notes.push(text.trim())
      return this.#push({ kind, start, end, value: text.trim() }, 1)
    }
    if (text.startsWith('@')) return this.#takeCase(token)
    if (text.startsWith('#')) return this.#takeMarked({ start, end }, this.#vocabulary.findByCode(text.slice(1), 'topic'), text.slice(1), 'topic')
    const [, qualifier = '', rest = ''] = /^(\p{L}+):(.+)$/u.exec(text) ?? []
    const field = qualified.get(qualifier.toLowerCase())
    if (field) return this.#takeMarked({ start, end }, this.#vocabulary.findByCode(rest, field), rest, field)
    return this.#takeMeasure(at, token) ?? this.#takeWords(at) ?? this.#pushUnknown(token, text)
  }

  #takeCase({ start, end, text }: Token): number {
    const reference = text.slice(1).replace(/["„“”«»]/gu, '').trim()
    if (reference === '') return this.#pushOpen({ start, end }, 'unknown', [])
    if (this.#case !== null && this.#case !== reference) return this.#pushOpen({ start, end }, 'double', [])
    this.#case = reference
    return this.#push({ kind: 'case', start, end, value: reference }, 1)
  }

  /** A word whose field is said: `#wohnen`, `zugang:jobcenter`. */
  #takeMarked(range: Range, meanings: readonly Meaning[], word: string, field: CodeField): number {
    const [meaning] = meanings
    const hashed = this.#line[range.start] === '#'
    if (meaning && meanings.length === 1) return this.#pushMeaning(range, meaning, 1, hashed)
    const offered = meaning ? meanings : nearestMeanings(word, this.#vocabulary, field)
    const prefix = hashed ? '#' : `${codeFields[field].qualifier}:`
    const choices = offered.map(({ code, word }) => ({ label: word, text: prefix + (meaning ? code : word) }))
    return this.#pushOpen(range, meaning ? 'ambiguous' : 'unknown', choices)
  }

  #takeMeasure(at: number, { start, end, text }: Token): number | null {
    const time = timeOf(text)
    if (time !== null) return this.#pushOnce('time', time, { kind: 'time', start, end, value: time }, 1)
    const unit = this.#wordAfter(at)
    const withUnit = /^\d+$/u.test(text) && unit !== undefined && isUnit(unit.text)
    const minutes = durationOf(text, withUnit ? unit.text : undefined)
    if (minutes !== null) {
      const range = { start, end: withUnit ? unit.end : end }
      return this.#pushOnce('durationMinutes', minutes, { kind: 'duration', ...range, minutes }, withUnit ? 3 : 1)
    }
    const date = text.length > 1 ? parseDayInput(text, this.#now) : null
    if (date === null) return null
    if (date > isoDay(this.#now)) return this.#pushOpen({ start, end }, 'future', [])
    return this.#pushOnce('date', date, { kind: 'date', start, end, value: date }, 1)
  }

  /** The longest run of words from here that the catalogues know: „Deutsche Gebärdensprache“. */
  #takeWords(at: number): number | null {
    for (let words = this.#vocabulary.longest; words > 0; words -= 1) {
      const run = this.#tokens.slice(at, at + words * 2 - 1)
      const whole = run.length === words * 2 - 1 && run.every(({ kind }, index) => kind === (index % 2 === 0 ? 'word' : 'space'))
      const [first, last] = [run[0], run.at(-1)]
      if (!whole || !first || !last) continue
      const meanings = this.#vocabulary.find(this.#line.slice(first.start, last.end))
      const [meaning] = meanings
      if (!meaning) continue
      const range = { start: first.start, end: last.end }
      if (meanings.length === 1) return this.#takeInterpreter(at, range, meaning, run.length)
      this.#parts.push({ kind: 'pending', ...range, meanings })
      return run.length
    }
    return null
  }

  /** „Lotse ja“ and „Lotse nein“ are one part. */
  #takeInterpreter(at: number, range: Range, meaning: Meaning, tokens: number): number {
    const answer = meaning.field === 'interpretation' ? this.#wordAfter(at + tokens - 1) : undefined
    if (answer === undefined || !/^(?:ja|nein)$/iu.test(answer.text)) return this.#pushMeaning(range, meaning, tokens)
    const code = answer.text.toLowerCase() === 'nein' ? 'none' : meaning.code
    return this.#pushMeaning({ start: range.start, end: answer.end }, { ...meaning, code }, tokens + 2)
  }

  /** What a word of several meanings stands for once the rest of the line is known. */
  #settle(part: Pending): QuickPart {
    const { start, end, meanings } = part
    const free = meanings.filter(({ field }) => this.#fields[field] === undefined)
    const [only] = free
    if (only && free.length === 1) return this.#meant({ start, end }, only, false)
    const choices = meanings.map(({ field, code, word }) => {
      const { catalogue: _catalogue, qualifier, label } = codeFields[field]
      const sole = meanings.filter((other) => other.field === field).length === 1
      return { label: sole ? `${label}: ${word}` : `${label}: ${code} ${word}`, text: `${qualifier}:${sole && !word.includes(' ') ? word : code}` }
    })
    return { kind: 'open', start, end, problem: 'ambiguous', choices }
  }

  #pushMeaning(range: Range, meaning: Meaning, tokens: number, further = false): number {
    return this.#push(this.#meant(range, meaning, further), tokens)
  }

  #meant({ start, end }: Range, { field, code }: Meaning, hashed: boolean): QuickPart {
    const given = this.#fields[field]
    const further = field === 'topic' && (hashed || (given !== undefined && given !== code))
    if (further) this.#fields.furtherTopics.push(code)
    else if (given !== undefined && given !== code) return { kind: 'open', start, end, problem: 'double', choices: [] }
    else this.#fields[field] = code
    return { kind: 'code', start, end, field, code, further }
  }

  /** Takes a value unless the line has already given another one. */
  #pushOnce<Name extends 'date' | 'time' | 'durationMinutes'>(name: Name, value: QuickFields[Name], part: QuickPart, tokens: number): number {
    const given = this.#fields[name]
    const double: QuickPart = { kind: 'open', start: part.start, end: part.end, problem: 'double', choices: [] }
    if (given !== undefined && given !== value) return this.#push(double, tokens)
    this.#fields[name] = value
    return this.#push(part, tokens)
  }

  #pushUnknown({ start, end }: Token, word: string): number {
    const near = nearestMeanings(word, this.#vocabulary)
    const choices = near.map(({ field, word }) => ({ label: `${codeFields[field].label}: ${word}`, text: word }))
    return this.#pushOpen({ start, end }, 'unknown', choices)
  }

  #pushOpen({ start, end }: Range, problem: QuickProblem, choices: readonly QuickChoice[]): number {
    return this.#push({ kind: 'open', start, end, problem, choices }, 1)
  }

  #push(part: QuickPart, tokens: number): number {
    this.#parts.push(part)
    return tokens
  }

  /** The word behind the token and the space after it. */
  #wordAfter(at: number): Token | undefined {
    const [space, word] = this.#tokens.slice(at + 1, at + 3)
    return space?.kind === 'space' && word?.kind === 'word' ? word : undefined
  }
}
