import { office } from '../../procedures.ts'
import { listSignatories, saveSignatory } from './service.ts'

const { list, save } = office.correspondence.signing

/** How the people of the office sign. */
export const signingRouter = {
  list: list.handler(({ context }) => listSignatories(context.desk)),
  save: save.handler(({ context, input }) => saveSignatory(context.desk, input)),
}
