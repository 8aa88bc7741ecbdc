import { office } from '../../procedures.ts'
import { outputRecords } from './records.ts'
import { checkOutput, noteEmails, outputEmails, saveLeftOut, saveOutput } from './service.ts'

const output = office.directory.output

/** „Ausgeben". */
export const outputRouter = {
  check: output.check.handler(({ context, input }) => checkOutput(context.desk, input)),
  save: output.save.handler(({ context, input, signal }) => saveOutput(context.desk, context.process.grants, input, signal)),
  emails: output.emails.handler(({ context, input }) => outputEmails(context.desk, input.request, input.limit)),
  noteEmails: output.noteEmails.handler(({ context, input }) => noteEmails(context.desk, input.request)),
  saveLeftOut: output.saveLeftOut.handler(({ context, input }) => saveLeftOut(context.desk, context.process.grants, input)),
  records: output.records.handler(({ context, input }) => outputRecords(context.desk, input.listId)),
}
