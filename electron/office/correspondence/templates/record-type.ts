import { documentKindLabels } from '../../../../shared/correspondence/templates/kinds.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { readTemplate } from './repository.ts'

/** Templates are found by name, kind, note and the names of their files. */
export const templateRecordType: RecordType<OfficeSchema> = {
  type: 'document-template',
  label: 'Dokumentvorlage',
  root: 'document_template',
  parts: { document_template_version: 'template_id' },
  async document(database, id) {
    const template = await readTemplate(database, id)
    return template && {
      title: template.name,
      subtitle: `Vorlage für ${documentKindLabels[template.kind]}`,
      line: `Fassung ${template.versions[0]?.number ?? 1}`,
      words: [template.note, ...template.versions.map(({ fileName }) => fileName)],
    }
  },
}
