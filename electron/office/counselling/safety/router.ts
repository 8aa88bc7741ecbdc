import { counselling } from '../../procedures.ts'
import { safetyOf, saveSafety } from './service.ts'

const { safety } = counselling.counselling

/** Safe ways of contact of a case. */
export const safetyRouter = {
  ofCase: safety.ofCase.handler(({ context, input }) => safetyOf(context.desk, input.caseId)),
  save: safety.save.handler(({ context, input }) => saveSafety(context.desk, input.caseId, input.fields)),
}
