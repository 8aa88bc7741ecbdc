import { office } from '../../procedures.ts'
import { getFigures, saveFigures } from './service.ts'

const { figures } = office.events

/** Figures for the activity report. */
export const figuresRouter = {
  get: figures.get.handler(({ context, input }) => getFigures(context.desk, input)),
  save: figures.save.handler(({ context, input }) => saveFigures(context.desk, context.process.grants, input)),
}
