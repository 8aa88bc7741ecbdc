import { office } from '../../procedures.ts'
import { planExport, saveExport } from './export.ts'
import { appendCalendar, beginCalendar, closeCalendar, importCalendar, previewCalendar } from './import.ts'

const { icalendar } = office.events

/** Calendar files, out and in. */
export const icalendarRouter = {
  plan: icalendar.plan.handler(({ context, input }) => planExport(context.desk, input.source)),
  save: icalendar.save.handler(({ context, input }) => saveExport(context.desk, context.process.grants, input.source, input.grant)),
  begin: icalendar.begin.handler(({ context, input }) => beginCalendar(context.desk, input)),
  append: icalendar.append.handler(({ context, input }) => appendCalendar(context.desk, input.token, Buffer.from(input.content, 'base64'))),
  read: icalendar.read.handler(({ context, input }) => previewCalendar(context.desk, input.token, input.options)),
  run: icalendar.run.handler(({ context, input }) => importCalendar(context.desk, input.token, input)),
  close: icalendar.close.handler(({ context, input }) => closeCalendar(context.desk, input.token)),
}
