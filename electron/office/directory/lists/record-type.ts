import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { listKindOf } from '../../../../shared/directory/lists/model.ts'
import { listKindLabels } from '../../../../shared/directory/lists/labels.ts'
import { readList } from './repository.ts'

/** Distribution lists are found by title and note. Their members are found as contacts. */
export const listRecordType: RecordType<OfficeSchema> = {
  type: 'distribution-list',
  label: 'Verteiler',
  root: 'distribution_list',
  parts: { distribution_member: 'list_id' },
  async document(database, id) {
    const list = await readList(database, id)
    return list && { title: list.title, subtitle: `Verteiler, ${listKindLabels[listKindOf(list)]}`, line: '', words: [list.note] }
  },
}
