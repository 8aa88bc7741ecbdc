import { OfficeError } from '../../../../shared/errors.ts'
import { office } from '../../procedures.ts'
import { backupsOf } from '../service.ts'
import { certificatePdf } from './certificate.ts'

/** Test restorations and their certificate. */
export const probeRouter = {
  last: office.backup.probe.last.handler(({ context }) => backupsOf(context.process, context.vault).lastProbe()),
  run: office.backup.probe.run.handler(({ context }) => backupsOf(context.process, context.vault).probe()),
  saveCertificate: office.backup.probe.saveCertificate.handler(async ({ context, input }) => {
    const probe = await backupsOf(context.process, context.vault).lastProbe()
    if (!probe) throw new OfficeError('not-found', { detail: 'Es wurde noch keine Wiederherstellungsprobe gemacht.' })
    const officeName = await context.vault.read(async ({ file }) => file.list.officeName)
    context.process.grants.write(input.grant, await certificatePdf(probe, officeName))
  }),
}
