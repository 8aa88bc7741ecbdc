import { counselling } from '../../procedures.ts'
import { refuseDeadline, takeDeadline } from './clock.ts'
import { openingsOf, openOffender, saveOffender } from './offender.ts'
import {
  createIncident, findIncidents, getIncident, incidentsOfCase, keepIncident, removeAffected, removeIncident, saveAffected, tickFirstAid, updateIncident,
} from './service.ts'

const { incidents } = counselling.counselling

/** „Vorfälle“: what happened, its clock, its evidence and its steps. */
export const incidentsRouter = {
  list: incidents.list.handler(({ context, input }) => findIncidents(context.desk, input)),
  ofCase: incidents.ofCase.handler(({ context, input }) => incidentsOfCase(context.desk, input.caseId)),
  get: incidents.get.handler(({ context, input }) => getIncident(context.desk, input.id)),
  create: incidents.create.handler(({ context, input }) => createIncident(context.desk, input.fields, input)),
  update: incidents.update.handler(({ context, input }) => updateIncident(context.desk, input.id, input.version, input.fields)),
  remove: incidents.remove.handler(({ context, input }) => removeIncident(context.desk, input.id, input.version)),
  saveAffected: incidents.saveAffected.handler(({ context, input }) => saveAffected(context.desk, input.id, input.affectedId, input.fields)),
  removeAffected: incidents.removeAffected.handler(({ context, input }) => removeAffected(context.desk, input.id, input.affectedId)),
  tickFirstAid: incidents.tickFirstAid.handler(({ context, input }) => tickFirstAid(context.desk, input.id, input.item, input.done)),
  takeDeadline: incidents.takeDeadline.handler(({ context, input }) => takeDeadline(context.desk, input)),
  refuseDeadline: incidents.refuseDeadline.handler(({ context, input }) => refuseDeadline(context.desk, input.id, input.rule, input.reason)),
  openOffender: incidents.openOffender.handler(({ context, input }) => openOffender(context.desk, input.id, input.reason)),
  saveOffender: incidents.saveOffender.handler(({ context, input }) => saveOffender(context.desk, input)),
  openings: incidents.openings.handler(({ context, input }) => openingsOf(context.desk, input.id)),
  keep: incidents.keep.handler(({ context, input }) => keepIncident(context.desk, input.id, input.version, input.keep)),
}
