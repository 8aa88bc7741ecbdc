import { germanDate } from '../../../shared/dates.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { RecordType } from '../database/record-type.ts'
import { readTask } from './repository.ts'

/** Tasks are found by what is to be done, what was noted, and who does it. */
export const taskRecordType: RecordType<OfficeSchema> = {
  type: 'task',
  label: 'Aufgabe',
  root: 'task',
  parts: {},
  async document(database, id) {
    const task = await readTask(database, id)
    return task && {
      title: task.title,
      subtitle: [task.doneAt === null ? 'Aufgabe' : 'Erledigte Aufgabe', task.recordTitle, task.assigneeName].filter((part) => part !== '').join(' · '),
      line: task.dueOn === null ? '' : germanDate(task.dueOn),
      words: [task.note, task.heading],
    }
  },
}
