import { directionLabels, mailKindLabel } from '../../../../shared/correspondence/register/model.ts'
import type { HistorySource } from '../../contact-history-source.ts'
import { entriesWith } from './entries-repository.ts'

/** What came from contacts and left to them. What belongs to a letter or a statement stands in the history as that. */
export const registerHistory: HistorySource = {
  async read(desk, contactIds, limit) {
    const rows = await entriesWith(desk.database.read, contactIds, limit)
    return rows.filter(({ record_id }) => record_id === null).map((row) => ({
      key: `register-entry:${row.id}`, day: row.entry_on, kind: 'mail', title: row.subject,
      text: [row.number, directionLabels[row.direction], mailKindLabel(row.kind)].filter(Boolean).join(' · '), authorName: row.assignee_name, contactId: row.contact_id ?? '',
      record: { type: 'register-entry', id: row.id },
    }))
  },
}
