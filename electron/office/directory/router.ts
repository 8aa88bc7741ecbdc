import { office } from '../procedures.ts'
import { networkRouter } from './network/router.ts'
import { previewImport, runImport, saveRejected } from './import-service.ts'
import { dealingsRouter } from './dealings/router.ts'
import { listsRouter } from './lists/router.ts'
import { duplicatesRouter } from './duplicates/router.ts'
import { changeTags, findTags } from './tags-service.ts'
import { contactCounts, createContact, findContacts, getContact, markChecked, removeContacts, removeRole, saveRole, updateContact } from './service.ts'

const bytesOf = (content: string) => Buffer.from(content, 'base64')

/** „Kontakte": list, record, roles and the import of lists. */
export const directoryRouter = {
  dealings: dealingsRouter,
  network: networkRouter,
  lists: listsRouter,
  duplicates: duplicatesRouter,
  list: office.directory.list.handler(({ context, input }) => findContacts(context.desk, input)),
  counts: office.directory.counts.handler(({ context }) => contactCounts(context.desk)),
  get: office.directory.get.handler(({ context, input }) => getContact(context.desk, input.id)),
  create: office.directory.create.handler(({ context, input }) => createContact(context.desk, input.contact)),
  update: office.directory.update.handler(({ context, input }) => updateContact(context.desk, input.id, input.version, input.contact)),
  remove: office.directory.remove.handler(({ context, input }) => removeContacts(context.desk, input.ids)),
  tags: office.directory.tags.handler(({ context }) => findTags(context.desk)),
  changeTags: office.directory.changeTags.handler(({ context, input }) => changeTags(context.desk, input.ids, input)),
  markChecked: office.directory.markChecked.handler(({ context, input }) => markChecked(context.desk, input.ids, input.day)),
  saveRole: office.directory.saveRole.handler(({ context, input }) => saveRole(context.desk, input.role)),
  removeRole: office.directory.removeRole.handler(({ context, input }) => removeRole(context.desk, input.id)),
  previewImport: office.directory.previewImport.handler(({ context, input }) => previewImport(context.desk, bytesOf(input.content), input.options)),
  runImport: office.directory.runImport.handler(({ context, input, signal }) => runImport(context.desk, bytesOf(input.content), input.options, signal)),
  saveRejected: office.directory.saveRejected.handler(({ context, input }) =>
    saveRejected(context.desk, context.process.grants, bytesOf(input.content), input.options, input.grant)),
}
