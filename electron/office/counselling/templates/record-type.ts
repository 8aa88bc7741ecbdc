import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { RecordType } from '../../database/record-type.ts'

/** Templates of notes; sought in their menu and not in the search of everything. */
export const noteTemplateRecordType: RecordType<CounsellingSchema> = {
  type: 'note-template',
  label: 'Notizvorlage',
  root: 'note_template',
  parts: {},
  async document(database, id) {
    const row = await database.selectFrom('note_template').select('name').where('id', '=', id).executeTakeFirst()
    return row ? { title: `Notizvorlage „${row.name}“`, subtitle: 'Beratung', line: '', words: [] } : null
  },
}
