import { office } from '../../procedures.ts'
import { printForm, windowCheck, writeEnvelopes, writePrint } from './service.ts'

const { print } = office.correspondence

/** „Drucken" and envelopes. */
export const printRouter = {
  form: print.form.handler(({ context, input }) => printForm(context.desk, input)),
  write: print.write.handler(({ context, input }) => writePrint(context.desk, context.process.grants, input)),
  envelopes: print.envelopes.handler(({ context, input }) => writeEnvelopes(context.desk, context.process.grants, input)),
  window: print.window.handler(({ context, input }) => windowCheck(context.desk, input)),
}
