import { counselling } from '../../procedures.ts'
import { findByIdentity } from './find.ts'
import { openIdentity, saveIdentity, setAnonymous } from './service.ts'

const { identity } = counselling.counselling

/** Who is behind an alias. */
export const identityRouter = {
  open: identity.open.handler(({ context, input }) => openIdentity(context.desk, input.caseId, input.reason)),
  save: identity.save.handler(({ context, input }) => saveIdentity(context.desk, input)),
  setAnonymous: identity.setAnonymous.handler(({ context, input }) => setAnonymous(context.desk, input.caseId, input.anonymous)),
  find: identity.find.handler(({ context, input }) => findByIdentity(context.desk, input, input.reason)),
}
