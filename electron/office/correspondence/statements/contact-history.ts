import { stateLabels } from '../../../../shared/correspondence/statements/workflow.ts'
import type { HistorySource } from '../../contact-history-source.ts'

/** Statements that contacts asked for. */
export const statementHistory: HistorySource = {
  async read(desk, contactIds, limit) {
    const rows = await desk.database.read.selectFrom('statement').select(['id', 'number', 'subject', 'state', 'received_on', 'assignee_name', 'requester_id'])
      .where('requester_id', 'in', contactIds).where('deleted_at', 'is', null).orderBy('received_on', 'desc').limit(limit).execute()
    return rows.map((row) => ({
      key: `statement:${row.id}`, day: row.received_on, kind: 'statement', title: row.subject, text: `${row.number} · ${stateLabels[row.state]}`,
      authorName: row.assignee_name, contactId: row.requester_id ?? '', record: { type: 'statement', id: row.id },
    }))
  },
}
