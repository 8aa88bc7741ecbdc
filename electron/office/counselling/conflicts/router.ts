import { counselling } from '../../procedures.ts'
import { conflictsOfCase, lookUpConflict, settleConflict } from './service.ts'

const { conflicts } = counselling.counselling

/** Conflicts of interest. */
export const conflictsRouter = {
  ofCase: conflicts.ofCase.handler(({ context, input }) => conflictsOfCase(context.desk, input.caseId)),
  lookUp: conflicts.lookUp.handler(({ context, input }) => lookUpConflict(context.desk, input.code)),
  settle: conflicts.settle.handler(({ context, input }) => settleConflict(context.desk, input.code, input.note)),
}
