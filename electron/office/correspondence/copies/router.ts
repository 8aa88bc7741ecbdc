import { office } from '../../procedures.ts'
import { readCosigners } from './repository.ts'
import { enclosablePapers } from './papers.ts'
import { copyChoices, sendCopies } from './service.ts'

const { cosigners, papers, choices, send } = office.correspondence.copies

/** The copies of a letter. */
export const copiesRouter = {
  cosigners: cosigners.handler(async ({ context, input }) => ({ signings: await readCosigners(context.desk.database.read, input.id) })),
  papers: papers.handler(async ({ context, input }) => ({ papers: await enclosablePapers(context.desk, input.id) })),
  choices: choices.handler(({ context, input }) => copyChoices(context.desk, input.id)),
  send: send.handler(({ context, input }) => sendCopies(context.desk, context.process.grants, input)),
}
