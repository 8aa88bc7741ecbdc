import { getRecipient } from '../../correspondence/service.ts'
import { dispatchChoices, dispatchLetter } from '../../correspondence/dispatch/service.ts'
import { copiesOf, editingOfLetter, openLetterCopy } from '../../correspondence/round-trip/service.ts'
import { letterPages, saveLetterDocx } from '../../correspondence/shelf/service.ts'
import { counselling } from '../../procedures.ts'
import type { CounsellingDesk, Session } from '../../session.ts'
import { writePaper } from '../attachments/service.ts'
import { livingIn } from '../referrals/router.ts'
import { notFound } from '../service-parts.ts'
import { createClientLetter } from './create.ts'
import { factsOfLetter } from './facts.ts'
import { findClientLetters, getClientLetter, removeClientLetter, saveLetterDetails, setClientLetterStatus, standingOfContact, updateClientLetter } from './service.ts'
import { clientShelf } from './shelf.ts'
import { letterCase } from './standing.ts'
import { checkClientLetter, clientVersionContent, clientVersions, keepVersionOf } from './versions.ts'

const { letters, letterDesk: desk } = counselling.counselling

const shelfOf = ({ desk: own, session }: { desk: CounsellingDesk; session: Session }) => clientShelf(own, session.office)
/** A letter is all that is edited here. */
const letterId = ({ type, id }: { type: string; id: string }): string => (type === 'letter' ? id : notFound())

/** Letters about clients. */
export const clientLettersRouter = {
  list: letters.list.handler(({ context, input }) => findClientLetters(context.desk, livingIn(context.session.office), input)),
  create: letters.create.handler(({ context, input }) => createClientLetter(context.desk, context.session.office, input)),
  caseOf: letters.caseOf.handler(async ({ context, input }) => letterCase(context.desk, livingIn(context.session.office), await getClientLetter(context.desk, input.id))),
  standing: letters.standing.handler(({ context, input }) => standingOfContact(context.desk, livingIn(context.session.office), input.caseId, input.contactId)),
  saveDetails: letters.saveDetails.handler(({ context, input }) => saveLetterDetails(context.desk, input.id, input.version, input.details)),
  facts: letters.facts.handler(({ context, input }) => factsOfLetter(context.desk, input.id, input.opening)),
}

/** The desk at which they are written: the same as that of the register, on this side of the vault. */
export const clientLetterDeskRouter = {
  get: desk.get.handler(async ({ context, input }) => (await getClientLetter(context.desk, input.id)).letter),
  update: desk.update.handler(({ context, input }) => updateClientLetter(context.desk, input.id, input.version, input.fields)),
  setStatus: desk.setStatus.handler(({ context, input }) => setClientLetterStatus(context.desk, context.session.office, livingIn(context.session.office), input.id, input.version, input.status)),
  remove: desk.remove.handler(({ context, input }) => removeClientLetter(context.desk, input.id, input.version)),
  recipient: desk.recipient.handler(({ context, input }) => getRecipient(context.session.office, input.contactId)),
  saveDocx: desk.saveDocx.handler(({ context, input }) => saveLetterDocx(shelfOf(context), context.process.grants, input.id, input.grant, input.copy)),
  pages: desk.pages.handler(({ context, input }) => letterPages(shelfOf(context), input.letterId, input.copy, input.fields)),
  versions: {
    list: desk.versions.list.handler(({ context, input }) => clientVersions(context.desk, input.letterId)),
    keep: desk.versions.keep.handler(({ context, input }) => keepVersionOf(context.desk, input.letterId, input.note)),
    content: desk.versions.content.handler(({ context, input }) => clientVersionContent(context.desk, input.id)),
    check: desk.versions.check.handler(({ context, input }) => checkClientLetter(context.desk, input.letterId)),
  },
  roundTrip: {
    state: desk.roundTrip.state.handler(({ context, input }) => editingOfLetter(shelfOf(context), copiesOf(context.process), letterId(input.target))),
    open: desk.roundTrip.open.handler(({ context, input }) => openLetterCopy(shelfOf(context), context.process.grants, copiesOf(context.process), letterId(input.target), input)),
    write: desk.roundTrip.write.handler(({ context, input }) => writePaper(context.desk, context.process.grants, { ...input, viewing: true })),
    end: desk.roundTrip.end.handler(({ context, input }) => copiesOf(context.process).end(input.token)),
  },
  dispatch: {
    choices: desk.dispatch.choices.handler(({ context, input }) => dispatchChoices(shelfOf(context), input.id)),
    send: desk.dispatch.send.handler(({ context, input }) => dispatchLetter(shelfOf(context), context.process.grants, input)),
  },
}
