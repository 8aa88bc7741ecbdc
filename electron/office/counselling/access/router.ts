import { counselling } from '../../procedures.ts'
import { colleagues } from './colleagues.ts'
import { accessOfCase, closeCase, endShare, handOver, shareCase, standIn } from './service.ts'

const { access } = counselling.counselling

/** Who may see which case. */
export const accessRouter = {
  colleagues: access.colleagues.handler(({ context }) => colleagues(context)),
  ofCase: access.ofCase.handler(({ context, input }) => accessOfCase(context.desk, input.caseId)),
  share: access.share.handler(async ({ context, input }) => shareCase(context.desk, await colleagues(context), input)),
  endShare: access.endShare.handler(({ context, input }) => endShare(context.desk, input.caseId, input.grantId)),
  standIn: access.standIn.handler(({ context, input }) => standIn(context.desk, input.caseId, input.reason)),
  handOver: access.handOver.handler(async ({ context, input }) => handOver(context.desk, await colleagues(context), input)),
  close: access.close.handler(({ context, input }) => closeCase(context.desk, input.caseId, input.version, input.closing, input.deadlinesSeen)),
}
