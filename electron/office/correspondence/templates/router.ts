import { office } from '../../procedures.ts'
import { providedRouter } from './provided/router.ts'
import { sampleOf, writeOriginal, writeSample } from './preview-service.ts'
import { addTemplate, addVersion, decide, getTemplate, listTemplates, removeTemplate, studyTemplate, updateTemplate } from './service.ts'

const templates = office.correspondence.templates

/** Templates of the office and those that come with the application. */
export const templatesRouter = {
  list: templates.list.handler(({ context }) => listTemplates(context.desk)),
  provided: providedRouter,
  get: templates.get.handler(({ context, input }) => getTemplate(context.desk, input.id)),
  add: templates.add.handler(({ context, input }) => addTemplate(context.desk, { kind: input.kind, fileName: input.fileName, bytes: Buffer.from(input.content, 'base64') })),
  addVersion: templates.addVersion.handler(({ context, input }) => addVersion(context.desk, { ...input, bytes: Buffer.from(input.content, 'base64') })),
  update: templates.update.handler(({ context, input }) => updateTemplate(context.desk, input.id, input.version, input.fields)),
  decide: templates.decide.handler(({ context, input }) => decide(context.desk, input.id, input.version, input.decisions)),
  remove: templates.remove.handler(({ context, input }) => removeTemplate(context.desk, input.id, input.version)),
  study: templates.study.handler(({ context, input }) => studyTemplate(context.desk, input.id)),
  sample: templates.sample.handler(({ context, input }) => sampleOf(context.desk, input.ref)),
  saveSample: templates.saveSample.handler(({ context, input }) => writeSample(context.desk, context.process.grants, input.ref, input.grant)),
  saveOriginal: templates.saveOriginal.handler(({ context, input }) => writeOriginal(context.desk, context.process.grants, input)),
}
