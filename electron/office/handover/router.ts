import { OfficeError } from '../../../shared/errors.ts'
import type { OfficeContext } from '../office-context.ts'
import { office } from '../procedures.ts'
import { saveDossier } from './dossier.ts'
import { leftWork, reassign } from './service.ts'

const { handover } = office

/** „Übergabe". */
export const handoverRouter = {
  leftWork: handover.leftWork.handler(({ context, input }) => leftWork(context.desk, input.leaverId)),
  reassign: handover.reassign.handler(async ({ context, input }) => reassign(context.desk, await personOf(context, input.successorId), input)),
  save: handover.save.handler(({ context, input }) => saveDossier(context.desk, context.process.grants, input)),
}

/** Somebody of the office. @throws OfficeError `not-found` */
async function personOf({ vault }: OfficeContext, id: string): Promise<{ id: string; name: string }> {
  const person = await vault.change(async ({ file }) => file.list.people.find((candidate) => candidate.id === id))
  if (!person) throw new OfficeError('not-found', { detail: 'Diese Person hat keinen Zugang mehr.' })
  return { id: person.id, name: person.name }
}
