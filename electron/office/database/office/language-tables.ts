import type { RecordColumns } from '../mechanism-schema.ts'

/** What the office has taught the editor: words that are spelt right, and explanations of official terms. */
export interface LanguageTables {
  dictionary_word: RecordColumns & { word: string; word_key: string }
  glossary_term: RecordColumns & {
    term: string
    term_key: string
    /** What it means, in plain words. */
    explanation: string
    /** A plain word to write instead, empty for none. */
    plain: string
  }
}
