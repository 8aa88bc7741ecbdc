import { germanDate, isoDay, isoWeek } from '../../../shared/dates.ts'
import { addDays, germanDay, weekday } from '../../../shared/holidays/days.ts'
import type { Task, TaskSheet } from '../../../shared/tasks/model.ts'
import { tablesPdf, type PdfTables } from '../documents/pdf-table.ts'
import type { FileGrants } from '../file-grants.ts'
import type { OfficeDesk } from '../session.ts'
import { burningTasks, listTasks } from './repository.ts'

/** More lines than one person does in a week. */
const most = 500
const headings = ['Aufgabe', 'Zu', 'Für', 'Fällig', 'Erledigt'] as const

interface Asked {
  what: TaskSheet
  /** A day of the list. */
  on: string
  whose: 'mine' | 'all'
}

/** The list of a day, or of the week that a day lies in, as tables: what is left over, what is due, what is announced. */
export async function taskSheet(desk: OfficeDesk, { what, on, whose }: Asked, today = isoDay(new Date())): Promise<PdfTables> {
  const monday = addDays(on, 1 - weekday(on))
  const [first, last] = what === 'day' ? [on, on] : [monday, addDays(monday, 6)]
  const query = { query: '', filter: whose === 'mine' ? 'mine' : 'open', offset: 0, limit: most, me: desk.person.id, today } as const
  const { tasks, total } = await listTasks(desk.database.read, { ...query, from: null, to: last })
  const left = tasks.filter(({ dueOn }) => dueOn !== null && dueOn < first)
  const days = Array.from({ length: what === 'day' ? 1 : 7 }, (_, index) => addDays(first, index))
  const due = days.map((day) => ({ day, tasks: tasks.filter(({ dueOn }) => dueOn === day) })).filter(({ day, tasks: found }) => found.length > 0 || weekday(day) < 6 || what === 'day')
  const announced = what === 'day' && whose === 'mine' ? (await burningTasks(desk.database.read, desk.person.id, on, most)).tasks.filter(({ dueOn }) => dueOn !== null && dueOn > on) : []
  const blank = what === 'day' ? 'Nichts fällig.' : 'Nichts fällig'
  return {
    title: what === 'day' ? `Aufgaben am ${germanDay(on)}` : `Aufgaben der KW ${isoWeek(new Date(`${monday}T12:00`))}, ${germanDate(first)} bis ${germanDate(last)}`,
    remarks: [whose === 'mine' ? `Für ${desk.person.name}` : 'Für alle im Büro', ...(total > most ? [`Nur die ersten ${most} von ${total} Aufgaben.`] : [])],
    tables: [
      ...(left.length > 0 ? [tableOf('Liegt noch', left)] : []),
      ...due.map(({ day, tasks: found }) => (found.length === 0 ? { heading: germanDay(day), headings: [], rows: [], notes: [blank] } : tableOf(germanDay(day), found))),
      ...(announced.length > 0 ? [tableOf('Kommt bald', announced)] : []),
    ],
  }
}

/** Writes {@link taskSheet} as PDF to the granted file. @throws OfficeError `forbidden`, `disk-full`, `read-only` */
export async function saveTaskSheet(desk: OfficeDesk, grants: FileGrants, { grant, ...asked }: Asked & { grant: string }): Promise<void> {
  grants.write(grant, await tablesPdf(await taskSheet(desk, asked)))
}

function tableOf(heading: string, tasks: readonly Task[]): PdfTables['tables'][number] {
  const rows = tasks.map((task) => [
    task.note === '' ? task.title : `${task.title}: ${task.note.split('\n')[0]}`, task.recordTitle, task.assigneeName, task.dueOn === null ? '' : germanDate(task.dueOn), '',
  ])
  return { heading, headings, rows, notes: [] }
}
