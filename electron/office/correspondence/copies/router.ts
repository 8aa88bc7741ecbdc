import { office } from '../../procedures.ts'
import { getLetter } from '../service.ts'
import { fileFactsOf } from './file-facts.ts'
import { enclosablePapers } from './papers.ts'
import { copyChoices, sendCopies } from './service.ts'

const { fileFacts, papers, choices, send } = office.correspondence.copies

/** The copies of a letter. */
export const copiesRouter = {
  fileFacts: fileFacts.handler(async ({ context, input }) => fileFactsOf(context.desk, await getLetter(context.desk, input.id))),
  papers: papers.handler(async ({ context, input }) => ({ papers: await enclosablePapers(context.desk, input.id) })),
  choices: choices.handler(({ context, input }) => copyChoices(context.desk, input.id)),
  send: send.handler(({ context, input }) => sendCopies(context.desk, context.process.grants, input)),
}
