import { counselling } from '../../procedures.ts'
import { getLetterhead } from '../../settings/service.ts'
import { livingIn } from '../referrals/router.ts'
import { saveForm } from './outputs.ts'
import { findOwnTexts, saveOwnTexts } from './own-texts.ts'
import { consequencesOf, createRelease, findReleases, removeRelease, revokeRelease, signRelease, updateRelease } from './service.ts'

const { releases } = counselling.counselling

/** Releases from secrecy. */
export const releasesRouter = {
  ofCase: releases.ofCase.handler(({ context, input }) => findReleases(context.desk, livingIn(context.session.office), input.caseId)),
  create: releases.create.handler(({ context, input }) => createRelease(context.desk, input.caseId, input.fields)),
  update: releases.update.handler(({ context, input }) => updateRelease(context.desk, input.id, input.version, input.fields)),
  sign: releases.sign.handler(({ context, input }) => signRelease(context.desk, input.id, input.version, input.signing)),
  consequences: releases.consequences.handler(({ context, input }) => consequencesOf(context.desk, livingIn(context.session.office), input.id)),
  revoke: releases.revoke.handler(({ context, input }) => revokeRelease(context.desk, input.id, input.version, input)),
  remove: releases.remove.handler(({ context, input }) => removeRelease(context.desk, input.id, input.version)),
  saveForm: releases.saveForm.handler(async ({ context, input }) =>
    saveForm(context.desk, context.process.grants, (await getLetterhead(context.session.office)).letterhead, input)),
  ownTexts: releases.ownTexts.handler(({ context }) => findOwnTexts(context.desk)),
  saveOwnTexts: releases.saveOwnTexts.handler(({ context, input }) => saveOwnTexts(context.desk, input)),
}
