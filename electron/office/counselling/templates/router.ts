import { counselling } from '../../procedures.ts'
import { createTemplate, findTemplates, removeTemplate } from './service.ts'

const { templates } = counselling.counselling

/** Templates of notes. */
export const templatesRouter = {
  list: templates.list.handler(({ context }) => findTemplates(context.desk)),
  create: templates.create.handler(({ context, input }) => createTemplate(context.desk, input)),
  remove: templates.remove.handler(({ context, input }) => removeTemplate(context.desk, input.id, input.version)),
}
