import { office } from '../procedures.ts'
import { saveTaskSheet } from './output.ts'
import { findTarget, tasksOfRecord } from './repository.ts'
import { createTask, findBurning, findTasks, getTask, postponeTasks, removeTasks, setTasksDone, updateTask } from './service.ts'

const { tasks } = office

/** „Aufgaben". */
export const tasksRouter = {
  list: tasks.list.handler(({ context, input }) => findTasks(context.desk, input)),
  get: tasks.get.handler(({ context, input }) => getTask(context.desk, input.id)),
  ofRecord: tasks.ofRecord.handler(({ context, input }) => tasksOfRecord(context.desk.database.read, input)),
  create: tasks.create.handler(({ context, input }) => createTask(context.desk, input.fields, input.land)),
  update: tasks.update.handler(({ context, input }) => updateTask(context.desk, input.id, input.version, input.fields, input.land)),
  setDone: tasks.setDone.handler(({ context, input }) => setTasksDone(context.desk, input.ids, input.done, input.land)),
  postpone: tasks.postpone.handler(({ context, input }) => postponeTasks(context.desk, input.ids, input.to, input.land)),
  remove: tasks.remove.handler(({ context, input }) => removeTasks(context.desk, input.ids)),
  target: tasks.target.handler(({ context, input }) => findTarget(context.desk.database.read, input.types, input.id)),
  save: tasks.save.handler(({ context, input }) => saveTaskSheet(context.desk, context.process.grants, input)),
  burning: tasks.burning.handler(({ context, input }) => findBurning(context.desk, input.limit)),
}
