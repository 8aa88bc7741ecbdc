import { office } from '../procedures.ts'
import { find } from './service.ts'

/** Global search. */
export const searchRouter = {
  find: office.search.find.handler(({ context, input }) => find(context.session, input.query, input.limit)),
}
