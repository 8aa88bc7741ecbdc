import { pressLabel } from '../../../../shared/correspondence/press/catalogue.ts'
import { fieldLabel } from '../../../../shared/correspondence/statements/catalogue.ts'
import { detailLabel } from '../../../../shared/directory/details.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { readMaterial } from './repository.ts'

/** Materials are found by title, publisher, languages, place and who got copies; their files are found by themselves. */
export const materialRecordType: RecordType<OfficeSchema> = {
  type: 'material',
  label: 'Infomaterial',
  root: 'material',
  parts: { material_edition: 'material_id', material_movement: 'material_id' },
  async trashedAlong(database, id) {
    const rows = await database.selectFrom('document').innerJoin('material_edition', 'material_edition.id', 'document.owner_id').innerJoin('material', 'material.id', 'material_edition.material_id')
      .select('document.id').where('material.id', '=', id).whereRef('document.deleted_at', '=', 'material.deleted_at').execute()
    return rows.map((row) => ({ type: 'document', id: row.id }))
  },
  async document(database, id) {
    const found = await readMaterial(database, id)
    if (!found) return null
    const current = found.editions.filter(({ outdatedOn }) => outdatedOn === null)
    const languages = [...new Set(current.flatMap((edition) => edition.languages))].map((code) => detailLabel('languages', code))
    return {
      title: found.title,
      subtitle: ['Infomaterial', languages.join(', '), found.publisherName].filter(Boolean).join(' · '),
      line: `${current.reduce((sum, { balance }) => sum + balance, 0)} Stück`,
      words: [
        pressLabel('materialKinds', found.kind), fieldLabel(found.topic), found.source, found.note,
        ...found.editions.flatMap(({ edition, format, shelf, note, outdatedNote }) => [edition, format, shelf, note, outdatedNote]),
        ...found.movements.flatMap(({ party, note }) => [party, note]),
      ],
    }
  },
}
