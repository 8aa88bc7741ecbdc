import { counselling } from '../../procedures.ts'
import { getLetterhead } from '../../settings/service.ts'
import { colleagues } from '../access/colleagues.ts'
import { saveCasePaper } from './dossier.ts'
import { giveCases, leftCases, prepareConsents } from './service.ts'

const { handover } = counselling.counselling

/** The part of the counselling when the officer changes. */
export const handoverRouter = {
  cases: handover.cases.handler(({ context, input }) => leftCases(context.desk, input.leaverId, input.successorName)),
  prepare: handover.prepare.handler(({ context, input }) => prepareConsents(context.desk, input.caseIds, input.successorName, input.until)),
  give: handover.give.handler(async ({ context, input }) => giveCases(context.desk, await colleagues(context), input.caseIds, input.leaverId, input.personId)),
  save: handover.save.handler(async ({ context, input }) => saveCasePaper(context.desk, context.process.grants, (await getLetterhead(context.session.office)).letterhead, input)),
}
