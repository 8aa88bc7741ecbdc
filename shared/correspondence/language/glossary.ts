import data from '../../../resources/correspondence/glossary.json' with { type: 'json' }
import type { GlossaryFields } from './contract.ts'

/** An official term with its plain explanation. */
export interface GlossaryTerm extends GlossaryFields {
  /** Other ways it stands in texts, besides the usual endings. */
  forms: readonly string[]
  /** Written by the office, not supplied. */
  own: boolean
}

/** A term that stands in a text: where first, and how often. */
export interface FoundTerm {
  term: GlossaryTerm
  paragraph: number
  start: number
  end: number
  count: number
}

const supplied: readonly GlossaryTerm[] = data.terms.map((entry) => ({
  term: entry.term, explanation: entry.explanation, plain: 'plain' in entry ? String(entry.plain) : '', forms: 'forms' in entry ? (entry.forms as string[]) : [], own: false,
}))

/** When the supplied explanations were written. */
export const glossaryDate = data.date

/** Supplied terms with the office's own ones, which replace those of the same name; in alphabetical order. */
export function allTerms(own: readonly GlossaryFields[]): GlossaryTerm[] {
  const names = new Set(own.map(({ term }) => term))
  const kept = own.map((fields): GlossaryTerm => ({ ...fields, forms: supplied.find(({ term }) => term === fields.term)?.forms ?? [], own: true }))
  return [...supplied.filter(({ term }) => !names.has(term)), ...kept].toSorted((a, b) => a.term.localeCompare(b.term, 'de'))
}

const endings = '(?:e|en|er|es|em|s|n)?'
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** Finds terms in paragraphs: whole words with their usual endings, the longest first, none inside another. In the order of the text. */
export function termsIn(paragraphs: readonly string[], terms: readonly GlossaryTerm[]): FoundTerm[] {
  const spellings = terms.flatMap((term) => [term.term, ...term.forms].map((text) => ({ term, text }))).toSorted((a, b) => b.text.length - a.text.length)
  if (spellings.length === 0) return []
  const byText = new Map(spellings.toReversed().map(({ term, text }) => [text.toLowerCase(), term]))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(${spellings.map(({ text }) => escaped(text).replaceAll(' ', '\\s+')).join('|')})${endings}(?![\\p{L}\\p{N}-])`, 'giu')
  const found = new Map<GlossaryTerm, FoundTerm>()
  paragraphs.forEach((text, paragraph) => {
    for (const match of text.matchAll(pattern)) {
      const term = byText.get((match[1] ?? '').replace(/\s+/gu, ' ').toLowerCase())
      if (!term || !sameCase(match[0], term)) continue
      const before = found.get(term)
      if (before) before.count += 1
      else found.set(term, { term, paragraph, start: match.index, end: match.index + match[0].length, count: 1 })
    }
  })
  return [...found.values()]
}

/** „Ladung" isn't „ladung"; small letters may have a capital at the beginning of a sentence, abbreviations stay as they are. */
function sameCase(text: string, { term, forms }: GlossaryTerm): boolean {
  const first = text.charAt(0)
  const starts = [term, ...forms].filter((form) => text.toLowerCase().startsWith(form.toLowerCase()))
  return starts.some((form) => (/^\p{Lu}{2}/u.test(form) ? text.startsWith(form) : first === form.charAt(0) || first === form.charAt(0).toUpperCase()))
}

/** Whether the text explains a term right behind it already. */
export function isExplainedAt(paragraph: string, end: number): boolean {
  return /^\s*\((?!§)/u.test(paragraph.slice(end))
}
