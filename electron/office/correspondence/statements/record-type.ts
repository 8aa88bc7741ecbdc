import { fieldLabel, occasionOf } from '../../../../shared/correspondence/statements/catalogue.ts'
import { stateLabels } from '../../../../shared/correspondence/statements/workflow.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { readStatement } from './repository.ts'
import { dueText } from './request.ts'

/** Statements are found by everything said of the request, who takes part and what was remarked; their text is found as the letter. */
export const statementRecordType: RecordType<OfficeSchema> = {
  type: 'statement',
  label: 'Stellungnahme',
  root: 'statement',
  parts: {
    statement_step: 'statement_id', statement_contributor: 'statement_id', statement_comment: 'statement_id', statement_decision: 'statement_id',
  },
  async trashedAlong(database, id) {
    const rows = await database.selectFrom('document').innerJoin('statement', 'statement.id', 'document.owner_id').select('document.id')
      .where('statement.id', '=', id).whereRef('document.deleted_at', '=', 'statement.deleted_at').execute()
    return rows.map((row) => ({ type: 'document', id: row.id }))
  },
  async document(database, id) {
    const found = await readStatement(database, id)
    return found && {
      title: found.subject,
      subtitle: [found.number, found.requesterName, stateLabels[found.state]].join(' · '),
      line: dueText(found.extension === 'granted' ? found.extendedTo : found.dueOn),
      words: [
        found.reason, found.basis, found.theirReference, found.assigneeName, found.note, found.outcomeText, fieldLabel(found.field), occasionOf(found.occasion)?.label ?? '',
        ...found.contributors.flatMap(({ name, remark }) => [name, remark]), ...found.comments.map(({ text }) => text), ...found.decisions.map(({ remark }) => remark),
      ],
    }
  },
}
