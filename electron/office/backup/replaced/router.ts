import { office } from '../../procedures.ts'
import { removeReplaced, replacedStates } from './service.ts'

/** States that restorations have moved aside. */
export const replacedRouter = {
  list: office.backup.replaced.list.handler(({ context }) => replacedStates(context.process)),
  remove: office.backup.replaced.remove.handler(({ context, input }) => removeReplaced(context.process, input.name)),
}
