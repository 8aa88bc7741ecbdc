import { office } from '../../procedures.ts'
import { checkLetter, keepLetterVersion, listVersions, versionContent } from '../versions/service.ts'
import { actOnStatement } from './actions.ts'
import { addComment, removeComment, resolveComment } from './comments.ts'
import { remind, replyTo, takeContribution } from './contributions.ts'
import { answerExtension, askExtension } from './extension.ts'
import { saveStatements, statistics } from './output.ts'
import {
  createStatement, findStatements, getStatement, removeStatement, setContributors, setStep, statementOfLetter, upcomingStatements, updateStatement,
} from './service.ts'

const { statements, versions } = office.correspondence

/** „Stellungnahmen". */
export const statementsRouter = {
  list: statements.list.handler(({ context, input }) => findStatements(context.desk, input)),
  get: statements.get.handler(({ context, input }) => getStatement(context.desk, input.id)),
  create: statements.create.handler(({ context, input }) => createStatement(context.desk, input)),
  update: statements.update.handler(({ context, input }) => updateStatement(context.desk, input.id, input.version, input.fields)),
  remove: statements.remove.handler(({ context, input }) => removeStatement(context.desk, input.id, input.version)),
  act: statements.act.handler(({ context, input }) => actOnStatement(context.desk, input.id, input.version, input.input)),
  setStep: statements.setStep.handler(({ context, input }) => setStep(context.desk, input.id, input.version, input)),
  setContributors: statements.setContributors.handler(({ context, input }) => setContributors(context.desk, input.id, input.version, input.contributors)),
  reply: statements.reply.handler(({ context, input }) => replyTo(context.desk, input.id, input.version, input)),
  remind: statements.remind.handler(({ context, input }) => remind(context.desk, input.id, input.version, input)),
  takeContribution: statements.takeContribution.handler(({ context, input }) => takeContribution(context.desk, input.id, input.version, input.contributor)),
  askExtension: statements.askExtension.handler(({ context, input }) => askExtension(context.desk, input.id, input.version, input)),
  answerExtension: statements.answerExtension.handler(({ context, input }) => answerExtension(context.desk, input.id, input.version, input)),
  addComment: statements.addComment.handler(({ context, input }) => addComment(context.desk, input)),
  resolveComment: statements.resolveComment.handler(({ context, input }) => resolveComment(context.desk, input.id, input.comment, input.resolved)),
  removeComment: statements.removeComment.handler(({ context, input }) => removeComment(context.desk, input.id, input.comment)),
  ofLetter: statements.ofLetter.handler(({ context, input }) => statementOfLetter(context.desk, input.letterId)),
  upcoming: statements.upcoming.handler(({ context, input }) => upcomingStatements(context.desk, input.limit)),
  statistics: statements.statistics.handler(({ context, input }) => statistics(context.desk, input.year)),
  save: statements.save.handler(({ context, input }) => saveStatements(context.desk, context.process.grants, input)),
}

/** Versions of letters. */
export const versionsRouter = {
  list: versions.list.handler(({ context, input }) => listVersions(context.desk, input.letterId)),
  keep: versions.keep.handler(({ context, input }) => keepLetterVersion(context.desk, input.letterId, input.note)),
  content: versions.content.handler(({ context, input }) => versionContent(context.desk, input.id)),
  check: versions.check.handler(({ context, input }) => checkLetter(context.desk, input.letterId)),
}
