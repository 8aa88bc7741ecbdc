import { backupsGoneBy, backupsIn } from '../database/backups.ts'
import { office } from '../procedures.ts'
import { probeRouter } from './probe/router.ts'
import { replacedRouter } from './replaced/router.ts'
import { restoreRouter } from './restore/router.ts'
import { backupsOf } from './service.ts'

/** Backups of the opened office. */
export const backupRouter = {
  stand: office.backup.stand.handler(({ context }) => backupsOf(context.process, context.vault).stand()),
  list: office.backup.list.handler(({ context }) => backupsOf(context.process, context.vault).list()),
  copies: office.backup.copies.handler(({ context }) => ({ copies: backupsIn(context.process.unlocked.folder).map(({ name }) => ({ name })), goneBy: backupsGoneBy(context.process.unlocked.folder) })),
  // Not awaited: how it goes on is asked for.
  run: office.backup.run.handler(({ context }) => void backupsOf(context.process, context.vault).run()),
  restore: restoreRouter,
  probe: probeRouter,
  replaced: replacedRouter,
  verify: office.backup.verify.handler(({ context, input }) => backupsOf(context.process, context.vault).verify(input.id, input.place)),
}
