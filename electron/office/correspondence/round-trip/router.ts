import { office } from '../../procedures.ts'
import { writeDocument } from '../register/documents-service.ts'
import { copiesOf, editingOf, openCopy } from './service.ts'

const { state, open, end, write } = office.correspondence.roundTrip

/** „In Word bearbeiten". */
export const roundTripRouter = {
  state: state.handler(({ context, input }) => editingOf(context.desk, copiesOf(context.process), input.target)),
  open: open.handler(({ context, input }) => openCopy(context.desk, context.process.grants, copiesOf(context.process), input)),
  write: write.handler(({ context, input }) => writeDocument(context.desk, context.process.grants, input.id, input.grant)),
  end: end.handler(({ context, input }) => copiesOf(context.process).end(input.token)),
}
