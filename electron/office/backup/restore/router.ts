import { open } from '../../procedures.ts'
import { backupsOf } from '../service.ts'
import { restoringOf } from './service.ts'

/** Bringing back an earlier state. Answers while the office is locked too: that is when it is needed most. */
export const restoreRouter = {
  sources: open.backup.restore.sources.handler(({ context }) => restoringOf(context.process).sources(backupsOf(context.process, context.vault).secondPlace)),
  choose: open.backup.restore.choose.handler(async ({ context, input }) => ({ found: await restoringOf(context.process).choose(context.process.grants.folderPath(input.grant)) })),
  prepare: open.backup.restore.prepare.handler(({ context, input }) =>
    restoringOf(context.process).prepare(input.source, input.personId, input.secret, backupsOf(context.process, context.vault).secondPlace),
  ),
  progress: open.backup.restore.progress.handler(({ context }) => restoringOf(context.process).progress),
  switch: open.backup.restore.switch.handler(async ({ context }) => ({ done: await restoringOf(context.process).switch() })),
  discard: open.backup.restore.discard.handler(({ context }) => restoringOf(context.process).discard()),
}
