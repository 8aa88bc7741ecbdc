import { directiveKindLabels } from '../../../../shared/correspondence/directives/model.ts'
import { contributorRoleLabels, replyLabel, stateLabels } from '../../../../shared/correspondence/statements/workflow.ts'
import type { AccessSource } from '../../contact-access-source.ts'

/** Statements that a contact asked for or had a part in, and items of a Verfügung that name it. */
export const statementAccess: AccessSource = {
  columns: ['statement.requester_id', 'statement_contributor.contact_id', 'directive_item.contact_id'],
  async read({ database: { read } }, contactId) {
    const asked = await read.selectFrom('statement').selectAll().where('requester_id', '=', contactId).orderBy('received_on').orderBy('id').execute()
    const papers = await read.selectFrom('document').select(['owner_id', 'name', 'note']).where('owner_type', '=', 'statement').where('owner_id', 'in', asked.map(({ id }) => id)).orderBy('id').execute()
    const parts = await read.selectFrom('statement_contributor as part').innerJoin('statement', 'statement.id', 'part.statement_id')
      .select(['statement.number', 'statement.subject', 'part.role', 'part.name', 'part.requested_on', 'part.reply', 'part.remark', 'part.contribution']).where('part.contact_id', '=', contactId)
      .orderBy('statement.received_on').execute()
    const items = await read.selectFrom('directive_item as item').innerJoin('letter', 'letter.id', 'item.letter_id')
      .select(['letter.number', 'letter.letter_date', 'item.kind', 'item.text', 'item.name', 'item.remark']).where('item.contact_id', '=', contactId).orderBy('letter.letter_date').execute()
    return [
      {
        heading: 'Stellungnahmen, um die Sie gebeten haben',
        entries: asked.map((row) => ({
          day: row.received_on, title: `${row.number}: ${row.subject}`,
          details: [
            ['Stand', stateLabels[row.state]], ['Name', row.requester_name], ['Ihr Zeichen', row.their_reference], ['Anlass', row.occasion], ['Notiz', row.note],
            ['Unterlagen', papers.filter(({ owner_id }) => owner_id === row.id).map(({ name, note }) => [name, note].filter(Boolean).join(', ')).join('; ')],
          ],
        })),
      },
      {
        heading: 'Beteiligung an Stellungnahmen',
        entries: parts.map((row) => ({
          day: row.requested_on, title: `${row.number}: ${row.subject}`,
          details: [['als', contributorRoleLabels[row.role]], ['Name', row.name], ['Antwort', replyLabel(row.role, row.reply)], ['Bemerkung', row.remark], ['Beitrag', row.contribution]],
        })),
      },
      {
        heading: 'Verfügungen, die Sie nennen',
        entries: items.map((row) => ({ day: row.letter_date, title: `${row.number}: ${directiveKindLabels[row.kind]}`, details: [['Name', row.name], ['Verfügt', row.text], ['Vermerk', row.remark]] })),
      },
    ]
  },
}
