import { counselling } from '../../procedures.ts'
import { saveEscalation } from './outputs.ts'
import {
  addEntry, closeEscalation, correctEntry, createEscalation, findEscalations, getEscalation, linkIncident, removeContact, removeEscalation, saveContact, unlinkIncident,
  updateEscalation, withdrawEntry,
} from './service.ts'

const { escalation } = counselling.counselling

/** Logs of escalating situations. Letterhead and contacts for what is printed come from the office side. */
export const escalationRouter = {
  list: escalation.list.handler(({ context }) => findEscalations(context.desk)),
  get: escalation.get.handler(({ context, input }) => getEscalation(context.desk, input.id)),
  create: escalation.create.handler(({ context, input }) => createEscalation(context.desk, input.fields, input.first)),
  update: escalation.update.handler(({ context, input }) => updateEscalation(context.desk, input.id, input.version, input.fields)),
  addEntry: escalation.addEntry.handler(({ context, input }) => addEntry(context.desk, input.id, input.fields)),
  correctEntry: escalation.correctEntry.handler(({ context, input }) => correctEntry(context.desk, input, input.fields, input.reason)),
  withdrawEntry: escalation.withdrawEntry.handler(({ context, input }) => withdrawEntry(context.desk, input, input.reason)),
  close: escalation.close.handler(({ context, input }) => closeEscalation(context.desk, input.id, input.version, input.closing)),
  remove: escalation.remove.handler(({ context, input }) => removeEscalation(context.desk, input.id, input.version)),
  saveContact: escalation.saveContact.handler(({ context, input }) => saveContact(context.desk, input.id, input.contact)),
  removeContact: escalation.removeContact.handler(({ context, input }) => removeContact(context.desk, input.id, input.contactId)),
  linkIncident: escalation.linkIncident.handler(({ context, input }) => linkIncident(context.desk, input.id, input.incidentId)),
  unlinkIncident: escalation.unlinkIncident.handler(({ context, input }) => unlinkIncident(context.desk, input.id, input.linkId)),
  save: escalation.save.handler(({ context, input }) => saveEscalation(context.desk, context.session.office, context.process.grants, input)),
}
