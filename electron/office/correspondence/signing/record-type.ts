import { signingRuleLabels } from '../../../../shared/correspondence/signing/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { readSignatory } from './repository.ts'

/** How somebody of the office signs has a history and can be undone like any record. */
export const signatoryRecordType: RecordType<OfficeSchema> = {
  type: 'signatory',
  label: 'Zeichnung',
  root: 'signatory',
  parts: {},
  async document(database, id) {
    const signatory = await readSignatory(database, id)
    return signatory && { title: `Zeichnung: ${signatory.name}`, subtitle: signatory.functionTitle, line: signingRuleLabels[signatory.rule], words: [] }
  },
}
