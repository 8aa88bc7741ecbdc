import { counselling } from '../../../procedures.ts'
import { createPaper, preparePaper, savePaper } from './service.ts'

const { incidentPapers } = counselling.counselling

/** Papers of incidents. The letterhead comes from the office side, which never hears what is written. */
export const incidentPapersRouter = {
  prepare: incidentPapers.prepare.handler(({ context, input }) => preparePaper(context.desk, input)),
  create: incidentPapers.create.handler(({ context, input }) => createPaper(context.desk, context.session.office, input)),
  save: incidentPapers.save.handler(({ context, input }) => savePaper(context.desk, context.session.office, context.process.grants, input)),
}
