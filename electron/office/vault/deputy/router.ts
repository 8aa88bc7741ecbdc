import { open } from '../../procedures.ts'
import { acknowledge, confirmArrangement, deputyOverview, draftArrangement, drafted, endDeputy, revoke } from './service.ts'
import { sheetsPdf } from './sheets.ts'

const { deputy } = open.vault

/** „Vertretungsfall". */
export const deputyRouter = {
  overview: deputy.overview.handler(({ context }) => context.vault.change((vault) => deputyOverview(context.process.unlocked, vault))),
  draft: deputy.draft.handler(({ context, input }) => context.vault.change(async (vault) => draftArrangement(vault, input))),
  saveSheets: deputy.saveSheets.handler(({ context, input }) =>
    context.vault.change(async (vault) => context.process.grants.write(input.grant, await sheetsPdf(drafted(vault), vault.file.list.officeName)))),
  confirm: deputy.confirm.handler(({ context, input }) => context.vault.change((vault) => confirmArrangement(context.process.unlocked, vault, input.typed))),
  revoke: deputy.revoke.handler(({ context }) => context.vault.change((vault) => revoke(context.process.unlocked, vault))),
  end: deputy.end.handler(({ context, input }) => context.vault.change((vault) => endDeputy(context.process.unlocked, vault, input.id))),
  acknowledge: deputy.acknowledge.handler(({ context, input }) => context.vault.change((vault) => acknowledge(context.process.unlocked, vault, input.id))),
}
