import { office } from '../procedures.ts'
import { find, findMisspelt } from './service.ts'

/** Global search. */
export const searchRouter = {
  find: office.search.find.handler(({ context, input }) => find(context.session, input.query, input.limit)),
  similar: office.search.similar.handler(({ context, input }) => findMisspelt(context.session, input.query, input.limit)),
}
