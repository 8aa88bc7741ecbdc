import { office } from '../../procedures.ts'
import { countMembers, createList, excludeMembers, findLists, findMembers, getList, includeMembers, listsOfContact, releaseMembers, removeList, setReach, updateList } from './service.ts'

const lists = office.directory.lists

/** „Verteiler". */
export const listsRouter = {
  all: lists.all.handler(({ context }) => findLists(context.desk)),
  get: lists.get.handler(({ context, input }) => getList(context.desk, input.id)),
  create: lists.create.handler(({ context, input }) => createList(context.desk, input.list, input.contactIds)),
  update: lists.update.handler(({ context, input }) => updateList(context.desk, input.id, input.version, input.list)),
  remove: lists.remove.handler(({ context, input }) => removeList(context.desk, input.id)),
  members: lists.members.handler(({ context, input }) => findMembers(context.desk, input)),
  counts: lists.counts.handler(({ context, input }) => countMembers(context.desk, input.id)),
  include: lists.include.handler(({ context, input }) => includeMembers(context.desk, input.id, input.contactIds)),
  exclude: lists.exclude.handler(({ context, input }) => excludeMembers(context.desk, input.id, input.contactIds, input.note)),
  release: lists.release.handler(({ context, input }) => releaseMembers(context.desk, input.id, input.contactIds)),
  setReach: lists.setReach.handler(({ context, input }) => setReach(context.desk, input.id, input.contactIds, input)),
  ofContact: lists.ofContact.handler(({ context, input }) => listsOfContact(context.desk, input.contactId)),
}
