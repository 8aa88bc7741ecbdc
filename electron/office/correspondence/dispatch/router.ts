import { office } from '../../procedures.ts'
import { officeShelf } from '../office-shelf.ts'
import { dispatchChoices, dispatchLetter } from './service.ts'

const { choices, send } = office.correspondence.dispatch

/** „Versenden". */
export const dispatchRouter = {
  choices: choices.handler(({ context, input }) => dispatchChoices(officeShelf(context.desk), input.id)),
  send: send.handler(({ context, input }) => dispatchLetter(officeShelf(context.desk), context.process.grants, input)),
}
