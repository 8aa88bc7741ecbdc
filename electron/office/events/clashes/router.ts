import { office } from '../../procedures.ts'
import { acceptClash, clashesOfDraft, clashesOfEvent, clashesOfSeries, reopenClash } from './service.ts'

const { clashes } = office.events

/** What events come into conflict with. */
export const clashesRouter = {
  ofEvent: clashes.ofEvent.handler(({ context, input }) => clashesOfEvent(context.desk, input.id, input.land)),
  ofDraft: clashes.ofDraft.handler(({ context, input }) => clashesOfDraft(context.desk, input.id, input.fields, input.land)),
  ofSeries: clashes.ofSeries.handler(({ context, input }) => clashesOfSeries(context.desk, input.id, input.land)),
  accept: clashes.accept.handler(({ context, input }) => acceptClash(context.desk, input.id, input.key, input.note)),
  reopen: clashes.reopen.handler(({ context, input }) => reopenClash(context.desk, input.id, input.key)),
}
