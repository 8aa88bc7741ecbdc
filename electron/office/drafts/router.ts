import { office } from '../procedures.ts'
import { discardDraft, listDrafts, loadDraft, saveDraft } from './service.ts'

/** Unsaved text of forms. */
export const draftsRouter = {
  load: office.drafts.load.handler(({ context, input }) => loadDraft(context.session, input.side, input.form)),
  save: office.drafts.save.handler(({ context, input }) => saveDraft(context.session, input.side, input.form, input.value)),
  discard: office.drafts.discard.handler(({ context, input }) => discardDraft(context.session, input.side, input.form)),
  list: office.drafts.list.handler(({ context }) => listDrafts(context.session)),
}
