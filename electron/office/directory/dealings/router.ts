import { historySources } from '../../contact-history.ts'
import { office } from '../../procedures.ts'
import { contactHistory } from './history-service.ts'
import { removeDealing, saveAgreement, saveEncounter, savePurpose } from './service.ts'

const { dealings } = office.directory

/** Purposes, agreements and encounters of contacts. */
export const dealingsRouter = {
  history: dealings.history.handler(({ context, input }) => contactHistory(context.desk, input.contactId, historySources)),
  savePurpose: dealings.savePurpose.handler(({ context, input }) => savePurpose(context.desk, input.purpose)),
  removePurpose: dealings.removePurpose.handler(({ context, input }) => removeDealing(context.desk, 'contact_purpose', input.id)),
  saveAgreement: dealings.saveAgreement.handler(({ context, input }) => saveAgreement(context.desk, input.agreement)),
  removeAgreement: dealings.removeAgreement.handler(({ context, input }) => removeDealing(context.desk, 'contact_agreement', input.id)),
  saveEncounter: dealings.saveEncounter.handler(({ context, input }) => saveEncounter(context.desk, input.encounter)),
  removeEncounter: dealings.removeEncounter.handler(({ context, input }) => removeDealing(context.desk, 'contact_encounter', input.id)),
}
