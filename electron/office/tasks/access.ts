import type { AccessSource } from '../contact-access-source.ts'

/** Tasks of the office about a contact. */
export const taskAccess: AccessSource = {
  columns: ['task.record_id'],
  async read({ database: { read } }, contactId) {
    const rows = await read.selectFrom('task').select(['title', 'note', 'due_on', 'done_at']).where('record_type', '=', 'contact').where('record_id', '=', contactId).orderBy('due_on').orderBy('id').execute()
    return [{ heading: 'Aufgaben, die Sie betreffen', entries: rows.map((row) => ({ day: row.due_on, title: row.title, details: [['Stand', row.done_at === null ? 'offen' : 'erledigt'], ['Notiz', row.note]] })) }]
  },
}
