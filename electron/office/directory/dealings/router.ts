import { office } from '../../procedures.ts'
import { removeDealing, saveAgreement, saveEncounter, savePurpose } from './service.ts'

const { dealings } = office.directory

/** Purposes, agreements and encounters of contacts. */
export const dealingsRouter = {
  savePurpose: dealings.savePurpose.handler(({ context, input }) => savePurpose(context.desk, input.purpose)),
  removePurpose: dealings.removePurpose.handler(({ context, input }) => removeDealing(context.desk, 'contact_purpose', input.id)),
  saveAgreement: dealings.saveAgreement.handler(({ context, input }) => saveAgreement(context.desk, input.agreement)),
  removeAgreement: dealings.removeAgreement.handler(({ context, input }) => removeDealing(context.desk, 'contact_agreement', input.id)),
  saveEncounter: dealings.saveEncounter.handler(({ context, input }) => saveEncounter(context.desk, input.encounter)),
  removeEncounter: dealings.removeEncounter.handler(({ context, input }) => removeDealing(context.desk, 'contact_encounter', input.id)),
}
