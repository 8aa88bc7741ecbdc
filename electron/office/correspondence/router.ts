import { isoDay } from '../../../shared/dates.ts'
import { office } from '../procedures.ts'
import { officeShelf } from './office-shelf.ts'
import { letterPages, saveLetterDocx } from './shelf/service.ts'
import { blocksRouter } from './blocks/router.ts'
import { templatesRouter } from './templates/router.ts'
import { phrasesFor } from './phrases.ts'
import { languageRouter } from './language/router.ts'
import { registerRouter } from './register/router.ts'
import { directivesRouter } from './directives/router.ts'
import { materialRouter } from './material/router.ts'
import { pressRouter } from './press/router.ts'
import { copiesRouter } from './copies/router.ts'
import { signingRouter } from './signing/router.ts'
import { dispatchRouter } from './dispatch/router.ts'
import { printRouter } from './print/router.ts'
import { serialRouter } from './serial/router.ts'
import { roundTripRouter } from './round-trip/router.ts'
import { statementsRouter, versionsRouter } from './statements/router.ts'
import { createLetter, findLetters, getLetter, getRecipient, removeLetter, setLetterStatus, updateLetter } from './service.ts'

/** „Schreiben": the register of letters and the letters themselves. */
export const correspondenceRouter = {
  templates: templatesRouter,
  blocks: blocksRouter,
  statements: statementsRouter,
  versions: versionsRouter,
  register: registerRouter,
  roundTrip: roundTripRouter,
  dispatch: dispatchRouter,
  language: languageRouter,
  directives: directivesRouter,
  press: pressRouter,
  material: materialRouter,
  copies: copiesRouter,
  signing: signingRouter,
  serial: serialRouter,
  print: printRouter,
  list: office.correspondence.list.handler(({ context, input }) => findLetters(context.desk, input)),
  get: office.correspondence.get.handler(({ context, input }) => getLetter(context.desk, input.id)),
  create: office.correspondence.create.handler(({ context, input }) => createLetter(context.desk, input.recipientId, undefined, input.template)),
  update: office.correspondence.update.handler(({ context, input }) => updateLetter(context.desk, input.id, input.version, input.fields)),
  setStatus: office.correspondence.setStatus.handler(({ context, input }) => setLetterStatus(context.desk, input.id, input.version, input.status)),
  remove: office.correspondence.remove.handler(({ context, input }) => removeLetter(context.desk, input.id, input.version)),
  recipient: office.correspondence.recipient.handler(({ context, input }) => getRecipient(context.desk, input.contactId)),
  phrases: office.correspondence.phrases.handler(() => phrasesFor(isoDay(new Date()))),
  pages: office.correspondence.pages.handler(({ context, input }) => letterPages(officeShelf(context.desk), input.letterId, input.copy, input.fields)),
  saveDocx: office.correspondence.saveDocx.handler(({ context, input }) =>
    saveLetterDocx(officeShelf(context.desk), context.process.grants, input.id, input.grant, input.copy),
  ),
}
