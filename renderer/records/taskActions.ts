import type { Task } from '../../shared/tasks/model.ts'
import type { Land } from '../../shared/vault/laender.ts'
import { germanDay } from '../../shared/holidays/days.ts'
import { office } from '../app/office.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'

/** What is done with tasks in lists, records and on the overview; each step with a way back. */
export const taskActions = {
  /** Checks tasks off, or opens them again. */
  setDone: (tasks: readonly Pick<Task, 'id' | 'title'>[], done: boolean, land: Land): Promise<boolean> =>
    withNotice(tasks, done ? 'erledigt' : 'wieder offen', (ids) => office.tasks.setDone({ ids, done, land })),
  /** Gives tasks another day; ISO day. */
  postpone: (tasks: readonly Pick<Task, 'id' | 'title'>[], to: string, land: Land): Promise<boolean> =>
    withNotice(tasks, `verschoben auf ${germanDay(to)}`, (ids) => office.tasks.postpone({ ids, to, land })),
  /** Moves tasks to the trash. */
  remove: (tasks: readonly Pick<Task, 'id' | 'title'>[]): Promise<boolean> =>
    withNotice(tasks, 'im Papierkorb', (ids) => office.tasks.remove({ ids })),
}

async function withNotice(tasks: readonly Pick<Task, 'id' | 'title'>[], what: string, work: (ids: string[]) => Promise<{ change: string | null; tasks: number }>): Promise<boolean> {
  const [first] = tasks
  if (first === undefined) return false
  try {
    const { change, tasks: count } = await work(tasks.map(({ id }) => id))
    showUndoNotice(count === 1 ? `„${first.title}“: ${what}.` : `${count} Aufgaben: ${what}.`, 'office', change)
    return true
  } catch (error) {
    showFailure(error)
    return false
  }
}
