import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RecordType } from '../../database/record-type.ts'

/** Words that the office has added to the dictionary. */
export const dictionaryWordRecordType: RecordType<OfficeSchema> = {
  type: 'dictionary-word',
  label: 'Wort im Wörterbuch',
  root: 'dictionary_word',
  parts: {},
  async document(database, id) {
    const row = await database.selectFrom('dictionary_word').select('word').where('id', '=', id).executeTakeFirst()
    return row ? { title: row.word, subtitle: 'Wörterbuch', line: '', words: [] } : null
  },
}

/** The office's own terms with their explanations. */
export const glossaryTermRecordType: RecordType<OfficeSchema> = {
  type: 'glossary-term',
  label: 'Begriff im Glossar',
  root: 'glossary_term',
  parts: {},
  async document(database, id) {
    const row = await database.selectFrom('glossary_term').select(['term', 'explanation', 'plain']).where('id', '=', id).executeTakeFirst()
    return row ? { title: row.term, subtitle: 'Glossar', line: row.explanation, words: [row.plain] } : null
  },
}
