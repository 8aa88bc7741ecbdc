import { office } from '../../procedures.ts'
import { getPart, savePart } from '../parts.ts'
import { saveRunSheet } from './output.ts'
import { runPart } from './service.ts'

const { run } = office.events

/** „Ablaufplan" of an event. */
export const runRouter = {
  get: run.get.handler(({ context, input }) => getPart(context.desk, runPart, input.id)),
  save: run.save.handler(({ context, input }) => savePart(context.desk, runPart, input.id, input.version, input.content)),
  saveSheet: run.saveSheet.handler(({ context, input }) => saveRunSheet(context.desk, context.process.grants, input)),
}
