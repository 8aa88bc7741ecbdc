import { office } from '../../procedures.ts'
import { carryOut, directiveOf, myItems, postpone, setDone } from './service.ts'

const { directives } = office.correspondence

/** „Verfügung". */
export const directivesRouter = {
  of: directives.of.handler(({ context, input }) => directiveOf(context.desk, input.letterId)),
  carryOut: directives.carryOut.handler(({ context, input }) => carryOut(context.desk, input)),
  setDone: directives.setDone.handler(({ context, input }) => setDone(context.desk, input)),
  postpone: directives.postpone.handler(({ context, input }) => postpone(context.desk, input.item, input.dueOn)),
  mine: directives.mine.handler(({ context, input }) => myItems(context.desk, input.limit)),
}
