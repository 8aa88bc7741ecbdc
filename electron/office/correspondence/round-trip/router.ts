import { office } from '../../procedures.ts'
import { copiesOf } from './copies.ts'
import { editingOf, openCopy } from './service.ts'

const { state, open, end } = office.correspondence.roundTrip

/** „In Word bearbeiten". */
export const roundTripRouter = {
  state: state.handler(({ context, input }) => editingOf(context.desk, copiesOf(context.process), input.target)),
  open: open.handler(({ context, input }) => openCopy(context.desk, context.process.grants, copiesOf(context.process), input)),
  end: end.handler(({ context, input }) => copiesOf(context.process).end(input.token)),
}
