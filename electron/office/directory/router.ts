import { office } from '../procedures.ts'
import { findingRouter } from './finding/router.ts'
import { networkRouter } from './network/router.ts'
import { importRouter } from './import/router.ts'
import { privacyRouter } from './privacy/router.ts'
import { dealingsRouter } from './dealings/router.ts'
import { listsRouter } from './lists/router.ts'
import { outputRouter } from './output/router.ts'
import { duplicatesRouter } from './duplicates/router.ts'
import { changeTags, findTags } from './tags-service.ts'
import { contactCounts, createContact, findContacts, getContact, markChecked, removeContacts, removeRole, saveRole, updateContact } from './service.ts'

/** „Kontakte": list, record, roles and the import of lists. */
export const directoryRouter = {
  dealings: dealingsRouter,
  finding: findingRouter,
  network: networkRouter,
  privacy: privacyRouter,
  lists: listsRouter,
  output: outputRouter,
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
  import: importRouter,
}
