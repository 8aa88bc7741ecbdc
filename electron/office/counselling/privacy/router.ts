import { isoDay } from '../../../../shared/dates.ts'
import { getPrivacyOffice } from '../../directory/service.ts'
import { counselling } from '../../procedures.ts'
import type { Session } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { colleagues } from '../access/colleagues.ts'
import { destroyTargets, planDisposal } from './destroy-service.ts'
import { offerArchive, proposalFor, propose, saveArchiveList, withdraw } from './disposal-service.ts'
import { openDossier, saveDossier } from './dossier-service.ts'
import { informationGaps, informationPdf } from './information-pdf.ts'
import type { PaperHead } from './paper-head.ts'
import { readPractice, savePeriod, savePractice } from './practice-service.ts'
import { destructionRecords, saveRecord } from './records-service.ts'
import { expectUsable } from './restriction.ts'
import { findReview } from './review.ts'
import { holdCase, liftHold, objectToCase, privacyOfCase, removePurpose, restrictCase, revokeConsent, saveCorrection, saveDetails, savePurpose } from './state-service.ts'

const { privacy } = counselling.counselling

/** Data protection of cases. What papers say of the office comes from its side, which never hears what is printed. */
export const privacyRouter = {
  ofCase: privacy.ofCase.handler(({ context, input }) => privacyOfCase(context.desk, input.caseId)),
  saveDetails: privacy.saveDetails.handler(({ context, input }) => saveDetails(context.desk, input.caseId, input.details)),
  savePurpose: privacy.savePurpose.handler(({ context, input }) => savePurpose(context.desk, input.caseId, input.purpose)),
  removePurpose: privacy.removePurpose.handler(({ context, input }) => removePurpose(context.desk, input.caseId, input.id)),
  revoke: privacy.revoke.handler(({ context, input }) => revokeConsent(context.desk, input.caseId, input)),
  saveCorrection: privacy.saveCorrection.handler(({ context, input }) => saveCorrection(context.desk, input.caseId, input.correction)),
  restrict: privacy.restrict.handler(({ context, input }) => restrictCase(context.desk, input.caseId, input.restriction)),
  object: privacy.object.handler(({ context, input }) => objectToCase(context.desk, input.caseId, input.objection)),
  hold: privacy.hold.handler(({ context, input }) => holdCase(context.desk, input.caseId, input.hold)),
  liftHold: privacy.liftHold.handler(({ context, input }) => liftHold(context.desk, input.caseId, input.id)),
  review: privacy.review.handler(({ context, input }) => findReview(context.desk, input)),
  propose: privacy.propose.handler(({ context, input }) => propose(context.desk, input)),
  proposed: privacy.proposed.handler(({ context, input }) => proposalFor(context.desk, input.target)),
  withdraw: privacy.withdraw.handler(({ context, input }) => withdraw(context.desk, input.targets)),
  offerArchive: privacy.offerArchive.handler(({ context, input }) => offerArchive(context.desk, input.caseIds, input.offer)),
  saveArchiveList: privacy.saveArchiveList.handler(async ({ context, input }) =>
    saveArchiveList(context.desk, context.process.grants, (await headOf(context.session)).letterhead.officeName, input)),
  plan: privacy.plan.handler(async ({ context, input }) => planDisposal(context.desk, context.session.folder, await colleagues(context), input.targets)),
  destroy: privacy.destroy.handler(async ({ context, input }) => destroyTargets(context.desk, await colleagues(context), input.targets, input.statement)),
  records: privacy.records.handler(({ context }) => destructionRecords(context.desk)),
  saveRecord: privacy.saveRecord.handler(async ({ context, input }) =>
    saveRecord(context.desk, context.process.grants, (await headOf(context.session)).letterhead.officeName, input)),
  practice: privacy.practice.handler(({ context }) => readPractice(context.desk.database.read)),
  savePractice: privacy.savePractice.handler(({ context, input }) => savePractice(context.desk, input.version, input.practice)),
  savePeriod: privacy.savePeriod.handler(({ context, input }) => savePeriod(context.desk, input.code, input.period)),
  gaps: privacy.gaps.handler(async ({ context }) => informationGaps(await headOf(context.session), isoDay(new Date()))),
  saveInformation: privacy.saveInformation.handler(async ({ context, input }) => {
    await expectCaseAccess(context.desk, input.caseId)
    await expectUsable(context.desk.database.read, input.caseId)
    const { periods } = await readPractice(context.desk.database.read)
    context.process.grants.write(input.grant, await informationPdf(await headOf(context.session), periods, input.source, isoDay(new Date())))
  }),
  dossier: privacy.dossier.handler(({ context, input }) => openDossier(context.desk, input.caseId, input.reason)),
  saveDossier: privacy.saveDossier.handler(async ({ context, input }) => saveDossier(context.desk, context.process.grants, await headOf(context.session), input)),
}

async function headOf(session: Session): Promise<PaperHead> {
  const { letterhead } = await getLetterhead(session.office)
  const { office } = await getPrivacyOffice(session.office)
  return { letterhead, office }
}
