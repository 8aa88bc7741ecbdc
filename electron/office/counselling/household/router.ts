import { counselling } from '../../procedures.ts'
import { householdOf, removeOpposing, removePerson, saveOpposing, savePerson, saveSubject } from './service.ts'

const { household } = counselling.counselling

/** The people around a case. */
export const householdRouter = {
  ofCase: household.ofCase.handler(({ context, input }) => householdOf(context.desk, input.caseId)),
  savePerson: household.savePerson.handler(({ context, input }) => savePerson(context.desk, input.caseId, input.person)),
  removePerson: household.removePerson.handler(({ context, input }) => removePerson(context.desk, input.caseId, input.id)),
  saveOpposing: household.saveOpposing.handler(({ context, input }) => saveOpposing(context.desk, input.caseId, input.party)),
  removeOpposing: household.removeOpposing.handler(({ context, input }) => removeOpposing(context.desk, input.caseId, input.id)),
  saveSubject: household.saveSubject.handler(({ context, input }) => saveSubject(context.desk, input.caseId, input.subject)),
}
