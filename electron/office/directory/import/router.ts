import { office } from '../../procedures.ts'
import type { Session } from '../../session.ts'
import { appendPiece, beginImport, beginSignature, closeImport, forgetColumns, previewRows, readImport, runImport, saveRejected } from './service.ts'

/** Whether the person may write protected notes. The window hands the remarks over to the other side of the vault itself. */
function mayProtect({ counselling, person }: Session): boolean {
  return counselling !== null && person.role === 'leitung'
}

/** „Importieren“. */
export const importRouter = {
  begin: office.directory.import.begin.handler(({ context, input }) => beginImport(context.desk, input.name, input.size)),
  append: office.directory.import.append.handler(({ context, input }) => appendPiece(context.desk, input.token, Buffer.from(input.content, 'base64'))),
  beginSignature: office.directory.import.beginSignature.handler(({ context, input }) => beginSignature(context.desk, input.signature)),
  read: office.directory.import.read.handler(({ context, input, signal }) => readImport(context.desk, input.token, input.options, mayProtect(context.session), signal)),
  rows: office.directory.import.rows.handler(({ context, input }) => previewRows(context.desk, input.token, input.plan, input.filter, input.offset, input.limit)),
  run: office.directory.import.run.handler(({ context, input, signal }) => runImport(context.desk, input.token, input.options, mayProtect(context.session), signal)),
  saveRejected: office.directory.import.saveRejected.handler(({ context, input }) =>
    saveRejected(context.desk, context.process.grants, input.token, input.options, input.grant)),
  forgetMapping: office.directory.import.forgetMapping.handler(({ context, input }) => forgetColumns(context.desk, input.token)),
  close: office.directory.import.close.handler(({ context, input }) => closeImport(context.desk, input.token)),
}
