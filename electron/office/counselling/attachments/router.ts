import { counselling } from '../../procedures.ts'
import { appendPaper, beginPaper, finishPaper, papersOfCase, pieceOfPaper, removePaper, updatePaper, writePaper } from './service.ts'

const { attachments } = counselling.counselling

/** Papers of the cases. */
export const attachmentsRouter = {
  ofCase: attachments.ofCase.handler(({ context, input }) => papersOfCase(context.desk, input.caseId)),
  begin: attachments.begin.handler(({ context, input }) => beginPaper(context.desk, input)),
  append: attachments.append.handler(({ context, input }) => appendPaper(context.desk, input.token, Buffer.from(input.content, 'base64'))),
  finish: attachments.finish.handler(({ context, input }) => finishPaper(context.desk, input.token)),
  update: attachments.update.handler(({ context, input }) => updatePaper(context.desk, input)),
  remove: attachments.remove.handler(({ context, input }) => removePaper(context.desk, input.id, input.version)),
  piece: attachments.piece.handler(({ context, input }) => pieceOfPaper(context.desk, input.id, input.position)),
  write: attachments.write.handler(({ context, input }) => writePaper(context.desk, context.process.grants, input)),
}
