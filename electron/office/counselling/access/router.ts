import type { OfficeContext } from '../../procedures.ts'
import { counselling } from '../../procedures.ts'
import { keysOfRole } from '../../../../shared/vault/roles.ts'
import { accessOfCase, closeCase, endShare, handOver, shareCase, standIn, type Colleague } from './service.ts'

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

/** People of the vault who hold the counselling key, without whoever asks. */
function colleagues({ vault }: OfficeContext): Promise<Colleague[]> {
  return vault.change(async (opened) =>
    opened.file.list.people
      .filter(({ id, role }) => id !== opened.slotId && keysOfRole(role).includes('counselling'))
      .map(({ id, name }) => ({ id, name })),
  )
}
