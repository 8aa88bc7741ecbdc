import { counselling } from '../../procedures.ts'
import { getLetterhead } from '../../settings/service.ts'
import { confirmDeadline } from './four-eyes.ts'
import { saveBook, saveCalendar, saveSlip } from './outputs.ts'
import {
  createDeadline, findDeadlinesOf, findDone, findOpen, finishDeadline, getDeadline, moveDeadline, redateDeadline, removeDeadline, reopenDeadline,
  updateDeadline,
} from './service.ts'

const { deadlines } = counselling.counselling

/** Stored deadlines. The letterhead for what is printed comes from the office side, which never hears what is printed. */
export const deadlinesRouter = {
  open: deadlines.open.handler(({ context, input }) => findOpen(context.desk, input.scope)),
  done: deadlines.done.handler(({ context, input }) => findDone(context.desk, input.scope, input.limit)),
  of: deadlines.of.handler(({ context, input }) => findDeadlinesOf(context.desk, input)),
  get: deadlines.get.handler(({ context, input }) => getDeadline(context.desk, input.id)),
  create: deadlines.create.handler(({ context, input }) => createDeadline(context.desk, input.owner, input.texts, input.dating)),
  update: deadlines.update.handler(({ context, input }) => updateDeadline(context.desk, input.id, input.version, input.texts)),
  redate: deadlines.redate.handler(({ context, input }) => redateDeadline(context.desk, input.id, input.version, input.dating)),
  move: deadlines.move.handler(({ context, input }) => moveDeadline(context.desk, input.id, input.version, input.caseId)),
  confirm: deadlines.confirm.handler(({ context, input }) => confirmDeadline(context.desk, input.id, input.version, input)),
  finish: deadlines.finish.handler(({ context, input }) => finishDeadline(context.desk, input.id, input.version, input.done)),
  reopen: deadlines.reopen.handler(({ context, input }) => reopenDeadline(context.desk, input.id, input.version)),
  remove: deadlines.remove.handler(({ context, input }) => removeDeadline(context.desk, input.id, input.version)),
  saveBook: deadlines.saveBook.handler(async ({ context, input }) =>
    saveBook(context.desk, context.process.grants, (await getLetterhead(context.session.office)).letterhead, input)),
  saveSlip: deadlines.saveSlip.handler(async ({ context, input }) =>
    saveSlip(context.desk, context.process.grants, (await getLetterhead(context.session.office)).letterhead, input)),
  saveCalendar: deadlines.saveCalendar.handler(({ context, input }) => saveCalendar(context.desk, context.process.grants, input)),
}
