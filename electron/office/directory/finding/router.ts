import { office } from '../../procedures.ts'
import { countSelection } from '../list-repository.ts'
import { changeMany, previewMany } from './bulk-service.ts'
import { groupCounts } from './groups.ts'
import { findOffers, findSimilarContacts } from './service.ts'
import { listViews, removeView, saveView } from './views-service.ts'

const { finding } = office.directory

/** Finding in „Kontakte". */
export const findingRouter = {
  groups: finding.groups.handler(({ context, input }) => groupCounts(context.desk.database.read, input.selection, input.by)),
  similar: finding.similar.handler(({ context, input }) => findSimilarContacts(context.desk, input)),
  count: finding.count.handler(async ({ context, input }) => (await countSelection(context.desk.database.read, input)).total),
  offers: finding.offers.handler(({ context }) => findOffers(context.desk)),
  views: finding.views.handler(({ context }) => listViews(context.desk)),
  saveView: finding.saveView.handler(({ context, input }) => saveView(context.desk, input, input.view)),
  removeView: finding.removeView.handler(({ context, input }) => removeView(context.desk, input.id)),
  previewMany: finding.previewMany.handler(({ context, input }) => previewMany(context.desk, input.ids, input.changes)),
  changeMany: finding.changeMany.handler(({ context, input }) => changeMany(context.desk, input.ids, input.changes)),
}
