import { isoDay } from '../../../../shared/dates.ts'
import { office } from '../../procedures.ts'
import { getPart, savePart } from '../parts.ts'
import { saveShiftPlan } from './output.ts'
import { findHelpers } from './repository.ts'
import { shiftsPart } from './service.ts'

const { shifts } = office.events

/** „Schichten" of an event. */
export const shiftsRouter = {
  get: shifts.get.handler(({ context, input }) => getPart(context.desk, shiftsPart, input.id)),
  save: shifts.save.handler(({ context, input }) => savePart(context.desk, shiftsPart, input.id, input.version, input.content)),
  helpers: shifts.helpers.handler(({ context, input }) => findHelpers(context.desk.database.read, input.query, input.limit, isoDay(new Date()))),
  savePlan: shifts.savePlan.handler(({ context, input }) => saveShiftPlan(context.desk, context.process.grants, input)),
}
