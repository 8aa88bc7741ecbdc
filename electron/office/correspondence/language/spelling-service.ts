import { uuidv7 } from 'uuidv7'
import { plainForm } from '../../../../shared/correspondence/language/words.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { contactNames, isName } from './known-names.ts'
import { suggestWords, wrongWords } from './spelling-thread.ts'

/** How many suggestions a person still reads. */
const mostSuggestions = 6
const type = 'dictionary-word'

/** Which of these words are spelt wrong. @throws OfficeError `internal` when the checker failed */
export async function checkWords(desk: OfficeDesk, words: readonly string[]): Promise<string[]> {
  const plain = new Map(words.map((word) => [word, plainForm(word)]))
  const doubtful = new Set(await wrongWords([...new Set(plain.values())]))
  if (doubtful.size === 0) return []
  const [names, own] = await Promise.all([contactNames(desk.database.read), ownWords(desk)])
  return words.filter((word) => {
    const form = plain.get(word) ?? word
    return doubtful.has(form) && !own.has(form) && !own.has(uncapitalised(form)) && !isName(form, names)
  })
}

/** What could be meant by a word, the likeliest first. @throws OfficeError `internal` */
export async function suggest(word: string): Promise<string[]> {
  return (await suggestWords(plainForm(word))).slice(0, mostSuggestions)
}

/** The office's own words in alphabetical order. */
export async function listWords(desk: OfficeDesk): Promise<{ id: string; version: number; word: string }[]> {
  return desk.database.read.selectFrom('dictionary_word').select(['id', 'version', 'word']).where('deleted_at', 'is', null).orderBy('word_key').execute()
}

/** Adds a word that is spelt right. @throws OfficeError `invalid` when the office has it already */
export async function addWord(desk: OfficeDesk, word: string): Promise<ChangeReceipt & { id: string }> {
  const id = uuidv7()
  const form = plainForm(word)
  const written = await desk.write({ label: 'Wort ins Wörterbuch aufgenommen', record: { type, id } }, async (transaction) => {
    const same = await transaction.database.selectFrom('dictionary_word').select('id').where('word', '=', form).where('deleted_at', 'is', null).executeTakeFirst()
    if (same) throw new OfficeError('invalid', { fields: { word: 'Das Wort steht schon im Wörterbuch.' } })
    await transaction.insert('dictionary_word', { id, word: form, word_key: sortKey(form), deleted_at: null, deleted_by: null })
  })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Takes a word out again; it lies in the trash. @throws OfficeError `not-found`, `conflict` */
export async function removeWord(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Wort aus dem Wörterbuch genommen', record: { type, id } }, async (transaction) => {
    await transaction.expectVersion({ type, id }, version)
    await transaction.trash({ type, id }, desk.person.id)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

async function ownWords(desk: OfficeDesk): Promise<Set<string>> {
  return new Set((await listWords(desk)).map(({ word }) => word))
}

/** At the beginning of a sentence a word of the dictionary has a capital. */
function uncapitalised(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1)
}
