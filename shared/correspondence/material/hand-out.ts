import file from '../../../resources/counselling/languages.json' with { type: 'json' }
import type { HandOut } from './model.ts'

/** What was understood of a line like "5 ar wegweiser an Jugendamt". */
export interface ReadHandOut {
  amount: number
  /** Code of the language that was named; empty for none. */
  language: string
  party: string
  /** The editions that fit, the best first. */
  found: HandOut[]
}

const languages = file.entries as readonly { code: string; label: string; words: readonly string[] }[]
const plain = (text: string): string => text.toLocaleLowerCase('de').normalize('NFD').replace(/\p{M}+/gu, '')

/**
 * Reads a line typed in a hurry: a number is how many (one if there is none), a language by its word or code, what follows "an" or "für" is who
 * gets it, everything else are beginnings of words of the title. The order of number, language and title is free.
 */
export function readHandOut(line: string, editions: readonly HandOut[]): ReadHandOut {
  const [, before = line, party = ''] = /^(.*?)(?:^|\s)(?:an|für)\s+(.+)$/iu.exec(line.trim()) ?? []
  const words: string[] = []
  let amount: number | null = null
  let language = ''
  for (const word of before.split(/\s+/u).filter(Boolean)) {
    const code = languageOf(word)
    if (amount === null && /^\d{1,5}(?:x|×)?$/iu.test(word)) amount = Number.parseInt(word, 10)
    else if (language === '' && code !== '') language = code
    else words.push(plain(word))
  }
  const found = editions.filter((edition) => (language === '' || edition.languages.includes(language)) && words.every((word) => plain(edition.title).split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word))))
  return {
    amount: amount ?? 1, language, party: party.trim(),
    found: words.length === 0 && language === '' ? [] : found.toSorted((a, b) => Number(b.balance > 0) - Number(a.balance > 0) || a.title.localeCompare(b.title, 'de')),
  }
}

function languageOf(word: string): string {
  const wanted = plain(word)
  const byCode = languages.find(({ code }) => code === wanted && wanted.length >= 2)
  const byWord = languages.find(({ words }) => words.some((known) => plain(known) === wanted || (wanted.length >= 4 && plain(known).startsWith(wanted))))
  return (byCode ?? byWord)?.code ?? ''
}
