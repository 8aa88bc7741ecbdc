import { sentencesOf } from './sentences.ts'

/** How readable a text is, by three measures that are made for German or serve it well. */
export interface Readability {
  words: number
  sentences: number
  /** LIX: {@link lixOf}. */
  lix: number
  /** Flesch for German: {@link amstadOf}. */
  flesch: number
  /** First Viennese formula: {@link viennaOf}, years of school. */
  vienna: number
  level: ReadingLevel
}

export const readingLevels = ['very-easy', 'easy', 'medium', 'hard', 'very-hard'] as const
export type ReadingLevel = (typeof readingLevels)[number]

/** How the levels are called, with what people know of that kind. */
export const readingLevelLabels: Readonly<Record<ReadingLevel, string>> = {
  'very-easy': 'sehr leicht (wie ein Kinderbuch)', easy: 'leicht (wie eine Erzählung)', medium: 'mittel (wie eine Zeitung)',
  hard: 'schwer (wie ein Sachbuch)', 'very-hard': 'sehr schwer (wie ein Gesetz)',
}

/** Counts of a text that all measures come from. */
export interface TextCounts {
  words: number
  sentences: number
  syllables: number
  /** Words of more than six letters. */
  long: number
  /** Words of three syllables or more, and of one. */
  manySyllables: number
  oneSyllable: number
}

/** Fewer words say nothing about a text. */
export const fewestWords = 30

/** How readable paragraphs are; null for a text of less than {@link fewestWords} words. */
export function readabilityOf(paragraphs: readonly string[]): Readability | null {
  const counts = countsOf(paragraphs)
  if (counts.words < fewestWords) return null
  const lix = lixOf(counts)
  return { words: counts.words, sentences: counts.sentences, lix, flesch: amstadOf(counts), vienna: viennaOf(counts), level: levelOf(lix) }
}

/** Counts words, sentences and syllables. Numbers count as words of one syllable. */
export function countsOf(paragraphs: readonly string[]): TextCounts {
  const sentences = paragraphs.flatMap(sentencesOf)
  const words = sentences.flatMap((sentence) => sentence.words.map(({ word }) => word))
  const syllables = words.map(syllablesOf)
  return {
    words: words.length, sentences: sentences.length, syllables: syllables.reduce((sum, count) => sum + count, 0),
    long: words.filter((word) => (word.match(/\p{L}/gu)?.length ?? 0) > 6).length,
    manySyllables: syllables.filter((count) => count >= 3).length, oneSyllable: syllables.filter((count) => count === 1).length,
  }
}

/** Läsbarhetsindex, words per sentence plus percentage of words of more than six letters: C. H. Björnsson, Läsbarhet, Stockholm 1968. */
export function lixOf({ words, sentences, long }: TextCounts): number {
  return words / sentences + (100 * long) / words
}

/** Flesch reading ease with the weights for German, 180 − words per sentence − 58.5 × syllables per word: T. Amstad, Wie verständlich sind unsere Zeitungen?, Zürich 1978. */
export function amstadOf({ words, sentences, syllables }: TextCounts): number {
  return 180 - words / sentences - 58.5 * (syllables / words)
}

/** First Wiener Sachtextformel, about the years of school that a reader needs, 4 to 15: R. Bamberger and E. Vanecek, Lesen – Verstehen – Lernen – Schreiben, Wien 1984. */
export function viennaOf({ words, sentences, long, manySyllables, oneSyllable }: TextCounts): number {
  const percent = (count: number): number => (100 * count) / words
  return 0.1935 * percent(manySyllables) + 0.1672 * (words / sentences) + 0.1297 * percent(long) - 0.0327 * percent(oneSyllable) - 0.875
}

/** Björnsson's bands of LIX. */
export function levelOf(lix: number): ReadingLevel {
  if (lix < 30) return 'very-easy'
  if (lix < 40) return 'easy'
  if (lix < 50) return 'medium'
  return lix < 60 ? 'hard' : 'very-hard'
}

const vowels = /aa|ee|oo|ai|au|ay|ei|eu|ey|ie|oi|äu|[aeiouyäöüáàâéèêëíìîïóòôúùûœæøåıęąőűøý]/gu

/** Syllables of a German word: its vowels, diphthongs and doubled vowels counted once. A word without any has one. */
export function syllablesOf(word: string): number {
  return Math.max(1, word.normalize('NFC').toLowerCase().replaceAll('qu', 'q').match(vowels)?.length ?? 0)
}
