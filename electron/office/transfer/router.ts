import { office } from '../procedures.ts'
import { exportsOf } from './service.ts'

const { transfer } = office

/** „Gesamtexport". */
export const transferRouter = {
  stand: transfer.stand.handler(({ context }) => exportsOf(context.process).stand()),
  begin: transfer.begin.handler(({ context, input: { grant, parts, passphrase } }) =>
    exportsOf(context.process).begin(grant, parts, passphrase, () => context.vault.change(async ({ keys, file }) => ({ keys, officeName: file.list.officeName })))),
  stop: transfer.stop.handler(({ context }) => exportsOf(context.process).stop()),
}
