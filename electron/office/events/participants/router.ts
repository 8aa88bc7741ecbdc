import { office } from '../../procedures.ts'
import { destroyParticipant, destroyRoster } from './destroy.ts'
import { addSheet, removeSheet, setQuestions, updateSheet } from './evaluation/service.ts'
import { appendRegistrations, beginRegistrations, closeRegistrations, forgetRegistrationColumns, readRegistrations, runRegistrations, saveRejectedRegistrations } from './import/service.ts'
import { saveList } from './output/list.ts'
import { saveBadges, saveConsents, saveEvaluation, saveNeeds, saveSignIn, saveTableCards } from './output/service.ts'
import { saveCertificates } from './output/certificates.ts'
import { addParticipant, dueLists, getRoster, moveUp, removeParticipants, setArrived, setDeletion, setState, updateParticipant } from './service.ts'

const { participants } = office.events
const { import: importing, evaluation, output } = participants

/** „Teilnehmende". */
export const participantsRouter = {
  get: participants.get.handler(({ context, input }) => getRoster(context.desk, input.eventId)),
  add: participants.add.handler(({ context, input }) => addParticipant(context.desk, input.eventId, input.fields, input)),
  update: participants.update.handler(({ context, input }) => updateParticipant(context.desk, input.eventId, input)),
  setState: participants.setState.handler(({ context, input }) => setState(context.desk, input.eventId, input.ids, input.state)),
  moveUp: participants.moveUp.handler(({ context, input }) => moveUp(context.desk, input.eventId, input.all)),
  remove: participants.remove.handler(({ context, input }) => removeParticipants(context.desk, input.eventId, input.ids)),
  setArrived: participants.setArrived.handler(({ context, input }) => setArrived(context.desk, input.eventId, input.id, input.persons)),
  setDeletion: participants.setDeletion.handler(({ context, input }) => setDeletion(context.desk, input.eventId, input.days)),
  due: participants.due.handler(({ context }) => dueLists(context.desk)),
  destroy: participants.destroy.handler(({ context, input }) => destroyRoster(context.desk, input.eventId, input.keepTexts)),
  destroyOne: participants.destroyOne.handler(({ context, input }) => destroyParticipant(context.desk, input.eventId, input.id)),
  import: {
    begin: importing.begin.handler(({ context, input }) => beginRegistrations(context.desk, input.name, input.size)),
    append: importing.append.handler(({ context, input }) => appendRegistrations(context.desk, input.token, Buffer.from(input.content, 'base64'))),
    read: importing.read.handler(({ context, input, signal }) => readRegistrations(context.desk, input, signal)),
    run: importing.run.handler(({ context, input }) => runRegistrations(context.desk, input)),
    saveRejected: importing.saveRejected.handler(({ context, input }) => saveRejectedRegistrations(context.desk, context.process.grants, input)),
    forgetMapping: importing.forgetMapping.handler(({ context, input }) => forgetRegistrationColumns(context.desk, input)),
    close: importing.close.handler(({ context, input }) => closeRegistrations(context.desk, input.token)),
  },
  evaluation: {
    setQuestions: evaluation.setQuestions.handler(({ context, input }) => setQuestions(context.desk, input.eventId, input.questions)),
    addSheet: evaluation.addSheet.handler(({ context, input }) => addSheet(context.desk, input.eventId, input.answers)),
    updateSheet: evaluation.updateSheet.handler(({ context, input }) => updateSheet(context.desk, input.eventId, input.id, input.answers)),
    removeSheet: evaluation.removeSheet.handler(({ context, input }) => removeSheet(context.desk, input.eventId, input.id)),
  },
  output: {
    needs: output.needs.handler(({ context, input }) => saveNeeds(context.desk, context.process.grants, input)),
    list: output.list.handler(({ context, input }) => saveList(context.desk, context.process.grants, input)),
    signIn: output.signIn.handler(({ context, input }) => saveSignIn(context.desk, context.process.grants, input)),
    badges: output.badges.handler(({ context, input }) => saveBadges(context.desk, context.process.grants, input)),
    tableCards: output.tableCards.handler(({ context, input }) => saveTableCards(context.desk, context.process.grants, input)),
    certificates: output.certificates.handler(({ context, input }) => saveCertificates(context.desk, context.process.grants, input)),
    consents: output.consents.handler(({ context, input }) => saveConsents(context.desk, context.process.grants, input)),
    evaluation: output.evaluation.handler(({ context, input }) => saveEvaluation(context.desk, context.process.grants, input)),
  },
}
