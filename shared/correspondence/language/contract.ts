import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { cleanText } from '../clean-text.ts'
import { longestWord } from './words.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })
const line = (longest: number) => z.string().max(longest, `Höchstens ${longest} Zeichen.`).transform((text) => cleanText(text).trim())

/** An official term with its plain explanation, as the office writes it. */
export const glossaryFieldsSchema = z.object({
  term: line(80).pipe(z.string().min(1, 'Bitte den Begriff angeben.')),
  explanation: line(300).pipe(z.string().min(1, 'Bitte eine Erklärung angeben.')),
  /** A plain word to write instead, empty for none. */
  plain: line(80).default(''),
})
export type GlossaryFields = z.infer<typeof glossaryFieldsSchema>

const word = z.string().min(1).max(longestWord)
const dictionaryWordSchema = versioned.extend({ word: z.string() })
const glossaryTermSchema = glossaryFieldsSchema.extend({ id, version: z.number().int() })
export type OwnTerm = z.infer<typeof glossaryTermSchema>

/** Spelling, the office's dictionary, and its glossary. */
export const languageContract = {
  /** Which of these words are spelt wrong: neither German, nor in the office's dictionary, nor part of a contact's name or address. */
  check: procedure.input(z.object({ words: z.array(word).max(1_000) })).output(z.array(z.string())),
  /** What could be meant by a word, the likeliest first; six at most. */
  suggest: procedure.input(z.object({ word })).output(z.array(z.string())),
  /** The words that the office has added, in alphabetical order. */
  words: procedure.output(z.array(dictionaryWordSchema)),
  addWord: procedure.input(z.object({ word: line(longestWord).pipe(z.string().min(2, 'Bitte ein Wort angeben.').regex(/^\S+$/u, 'Bitte ein einzelnes Wort ohne Leerzeichen angeben.')) })).output(changeReceiptSchema.extend({ id })),
  removeWord: procedure.input(versioned).output(changeReceiptSchema),
  /** The office's own terms, in alphabetical order. One of the same name as a supplied term replaces it. */
  terms: procedure.output(z.array(glossaryTermSchema)),
  addTerm: procedure.input(glossaryFieldsSchema).output(changeReceiptSchema.extend({ id })),
  updateTerm: procedure.input(versioned.extend({ fields: glossaryFieldsSchema })).output(changeReceiptSchema),
  removeTerm: procedure.input(versioned).output(changeReceiptSchema),
}
