import { office } from '../../procedures.ts'
import { getPart, savePart } from '../parts.ts'
import { saveSafetySheet } from './output.ts'
import { safetyPart } from './service.ts'

const { safety } = office.events

/** „Sicherheit" of an event. */
export const safetyRouter = {
  get: safety.get.handler(({ context, input }) => getPart(context.desk, safetyPart, input.id)),
  save: safety.save.handler(({ context, input }) => savePart(context.desk, safetyPart, input.id, input.version, input.content)),
  saveSheet: safety.saveSheet.handler(({ context, input }) => saveSafetySheet(context.desk, context.process.grants, input)),
}
