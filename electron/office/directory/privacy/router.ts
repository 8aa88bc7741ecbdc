import { accessSources } from '../../contact-access.ts'
import { office } from '../../procedures.ts'
import { planDestruction } from './destroy-plan.ts'
import { destroyContacts, listDestructions } from './destroy-service.ts'
import { getPrivacyOffice, savePrivacyOffice } from './office-service.ts'
import { gapsOf, markInformed, saveAccess, saveInformation } from './papers-service.ts'
import { assignPurpose, findReview, getPrivacy, postpone, propose, restrict, withdraw } from './review-service.ts'

const privacy = office.directory.privacy

/** Data protection of contacts. */
export const privacyRouter = {
  review: privacy.review.handler(({ context, input }) => findReview(context.desk, input)),
  get: privacy.get.handler(({ context, input }) => getPrivacy(context.desk, input.id)),
  assignPurpose: privacy.assignPurpose.handler(({ context, input }) => assignPurpose(context.desk, input.ids, input.purpose)),
  postpone: privacy.postpone.handler(({ context, input }) => postpone(context.desk, input.ids, input.until, input.reason)),
  propose: privacy.propose.handler(({ context, input }) => propose(context.desk, input.ids, input.reason, input.note)),
  withdraw: privacy.withdraw.handler(({ context, input }) => withdraw(context.desk, input.ids)),
  restrict: privacy.restrict.handler(({ context, input }) => restrict(context.desk, input.id, input.reason)),
  plan: privacy.plan.handler(({ context, input }) => planDestruction(context.desk, context.session.folder, input.ids)),
  destroy: privacy.destroy.handler(({ context, input }) => destroyContacts(context.desk, input)),
  destructions: privacy.destructions.handler(({ context }) => listDestructions(context.desk)),
  office: privacy.office.handler(({ context }) => getPrivacyOffice(context.desk)),
  saveOffice: privacy.saveOffice.handler(({ context, input }) => savePrivacyOffice(context.desk, input.version, input.office)),
  gaps: privacy.gaps.handler(({ context, input }) => gapsOf(context.desk, input.id)),
  saveInformation: privacy.saveInformation.handler(({ context, input }) => saveInformation(context.desk, context.process.grants, input)),
  markInformed: privacy.markInformed.handler(({ context, input }) => markInformed(context.desk, input.id, input.day)),
  saveAccess: privacy.saveAccess.handler(({ context, input }) => saveAccess(context.desk, context.process.grants, input, accessSources)),
}
