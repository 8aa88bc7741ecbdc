import { office } from '../../../procedures.ts'
import { providedTemplates, takeProvided } from './service.ts'

/** Templates in the folder that IT has settled. */
export const providedRouter = {
  list: office.correspondence.templates.provided.list.handler(({ context }) => providedTemplates(context.desk)),
  take: office.correspondence.templates.provided.take.handler(({ context, input }) => takeProvided(context.desk, input.fileName)),
}
