import data from '../../../resources/demo/tasks.json' with { type: 'json' }
import { emptyTask } from '../../../shared/tasks/model.ts'
import type { OfficeDesk } from '../session.ts'
import { createTask, setTasksDone } from '../tasks/service.ts'
import { daysAgo } from './days-ago.ts'
import type { DemoContacts } from './demo-contacts.ts'

/** Tasks of two people: overdue, due, announced, repeated, given, about contacts and about nothing. */
export async function fillTasks(desk: OfficeDesk, contacts: DemoContacts, assistant: { id: string; name: string }): Promise<void> {
  const people = { mara: { id: desk.person.id, name: desk.person.name }, asta: assistant }
  for (const { title, inDays, who, about, note, noticeDays, repeat, ...entry } of data.tasks) {
    const person = who === null ? null : people[who as keyof typeof people]
    const contact = about === null ? undefined : (about.startsWith('p:') ? contacts.people : contacts.organisations)[Number(about.slice(2))]
    const { id } = await createTask(desk, {
      ...emptyTask, title, note, noticeDays, repeat, wantedOn: inDays === null ? null : daysAgo(-inDays), assigneeId: person?.id ?? null, assigneeName: person?.name ?? '',
      record: contact === undefined ? null : { type: 'contact', id: contact },
    }, 'SN')
    if ('done' in entry) await setTasksDone(desk, [id], true, 'SN')
  }
}
