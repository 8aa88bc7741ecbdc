import { office } from '../../procedures.ts'
import { enclosureSources } from '../../serial-enclosures.ts'
import { chooseRecipients, createRun, findRuns, getRun, removeRun, runCandidates, updateRun } from './service.ts'
import { writeRun } from './write.ts'

const { serial } = office.correspondence

/** „Serienbrief". */
export const serialRouter = {
  list: serial.list.handler(({ context }) => findRuns(context.desk)),
  get: serial.get.handler(({ context, input }) => getRun(context.desk, input.id)),
  create: serial.create.handler(({ context, input }) => createRun(context.desk, input)),
  candidates: serial.candidates.handler(({ context, input }) => runCandidates(context.desk, input.id)),
  update: serial.update.handler(({ context, input }) => updateRun(context.desk, input.id, input.version, input)),
  choose: serial.choose.handler(({ context, input }) => chooseRecipients(context.desk, input.id, input.contactIds, input.choice)),
  write: serial.write.handler(({ context, input, signal }) => writeRun(context.desk, context.process.grants, input, signal, undefined, enclosureSources)),
  remove: serial.remove.handler(({ context, input }) => removeRun(context.desk, input.id, input.version)),
}
