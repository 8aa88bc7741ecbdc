import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RecordType } from '../../database/record-type.ts'

/** Runs are found by the subject of their letters and by the list that they went to; the letters are found by themselves. */
export const serialRunRecordType: RecordType<OfficeSchema> = {
  type: 'serial-run',
  label: 'Serienbrief',
  root: 'serial_run',
  parts: { serial_recipient: 'run_id' },
  async document(database, id) {
    const row = await database.selectFrom('serial_run').select(['title', 'source_name']).where('id', '=', id).executeTakeFirst()
    return row ? { title: row.title || 'Serienbrief', subtitle: ['Serienbrief', row.source_name].filter(Boolean).join(' · '), line: '', words: [] } : null
  },
}
