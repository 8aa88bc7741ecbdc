import { counselling } from '../../procedures.ts'
import { createResidence, expiringTitles, findResidence, getResidence, removeResidence, updateResidence } from './service.ts'

const { residence } = counselling.counselling

/** The history of residence titles. */
export const residenceRouter = {
  ofCase: residence.ofCase.handler(({ context, input }) => findResidence(context.desk, input.caseId)),
  get: residence.get.handler(({ context, input }) => getResidence(context.desk, input.id)),
  radar: residence.radar.handler(({ context, input }) => expiringTitles(context.desk, input)),
  create: residence.create.handler(({ context, input }) => createResidence(context.desk, input.caseId, input.fields)),
  update: residence.update.handler(({ context, input }) => updateResidence(context.desk, input.id, input.version, input.fields)),
  remove: residence.remove.handler(({ context, input }) => removeResidence(context.desk, input.id, input.version)),
}
