import style from '../../../resources/correspondence/plain-style.json' with { type: 'json' }
import { isPassive } from './passive.ts'
import { sentencesOf, type Sentence } from './sentences.ts'

export const hintKinds = ['sentence', 'passive', 'nominal', 'abbreviation'] as const
export type HintKind = (typeof hintKinds)[number]

/** What could be plainer, and where. Never an error. */
export interface Hint {
  kind: HintKind
  /** Which paragraph, and from where to where in it. */
  paragraph: number
  start: number
  end: number
  message: string
}

const boundary = (phrase: string): RegExp => new RegExp(`(?<![\\p{L}-])${phrase.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll(' ', '\\s?')}(?![\\p{L}-])`, 'giu')
const phrases = style.phrases.map(({ phrase, better }) => ({ pattern: boundary(phrase), better }))
const everyday = new Set(style.everydayAbbreviations)
const nounEnding = /(?:ung|ungen|heit|heiten|keit|keiten|ierung|nahme|nahmen)$/u

/**
 * Places that plain language would write differently, in their order: sentences of more than 20 words, passive voice, nouns where
 * verbs would do, abbreviations that the text explains nowhere.
 * @param explained abbreviations that somebody else explains (the glossary)
 */
export function hintsOf(paragraphs: readonly string[], explained: ReadonlySet<string> = new Set()): Hint[] {
  const whole = paragraphs.join('\n')
  const seen = new Set<string>(explained)
  return paragraphs.flatMap((paragraph, index) => {
    const at = (kind: HintKind, start: number, end: number, message: string): Hint => ({ kind, paragraph: index, start, end, message })
    const found = sentencesOf(paragraph).flatMap((sentence) => {
      const inside: Hint[] = []
      if (sentence.words.length > style.longSentence) inside.push(at('sentence', sentence.start, sentence.end, `${sentence.words.length} Wörter in einem Satz. Zwei Sätze liest man leichter.`))
      const passive = isPassive(sentence)
      if (passive) inside.push(at('passive', passive.start, passive.end, `Passiv: Wer tut es? Schreiben Sie „wir“, „ich“ oder „Sie“.`))
      const chain = nounChain(sentence)
      if (chain) inside.push(at('nominal', chain.start, chain.end, `${chain.count} Hauptwörter wie „${chain.word}“ in einem Satz. Tätigkeitswörter sind leichter.`))
      return inside
    })
    for (const { pattern, better } of phrases) {
      for (const match of paragraph.matchAll(pattern)) found.push(at('nominal', match.index, match.index + match[0].length, `„${match[0]}“: besser ${better}.`))
    }
    for (const match of paragraph.matchAll(/(?<![\p{L}\p{N}.*:_-])(?:\p{Lu}{2,6}|\p{Lu}\p{Ll}+\p{Lu}{1,3})(?![\p{L}\p{N}*:_-])/gu)) {
      const [short] = match
      if (everyday.has(short) || seen.has(short) || isExplained(short, whole)) continue
      seen.add(short)
      found.push(at('abbreviation', match.index, match.index + short.length, `Die Abkürzung „${short}“ wird nicht erklärt.`))
    }
    return found.toSorted((a, b) => a.start - b.start || a.end - b.end)
  })
}

/** Three nouns made of verbs in one sentence. */
function nounChain({ words }: Sentence): { start: number; end: number; count: number; word: string } | null {
  const nouns = words.filter(({ word }) => /^\p{Lu}/u.test(word) && word.length > 5 && nounEnding.test(word))
  const [first, last] = [nouns[0], nouns.at(-1)]
  return first && last && nouns.length >= 3 ? { start: first.start, end: last.end, count: nouns.length, word: first.word } : null
}

/** „BAMF (Bundesamt …)" and „Bundesamt … (BAMF)" explain it. */
function isExplained(short: string, text: string): boolean {
  return text.includes(`(${short})`) || text.includes(`${short} (`)
}
