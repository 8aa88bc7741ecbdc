import { office } from '../../procedures.ts'
import { getPart, savePart } from '../parts.ts'
import { saveProof } from './output.ts'
import { papersOfReceipts } from './repository.ts'
import { moneyOfSeries, moneyPart } from './service.ts'

const { money } = office.events

/** „Geld" of an event. */
export const moneyRouter = {
  get: money.get.handler(({ context, input }) => getPart(context.desk, moneyPart, input.id)),
  save: money.save.handler(({ context, input }) => savePart(context.desk, moneyPart, input.id, input.version, input.content)),
  papers: money.papers.handler(({ context, input }) => papersOfReceipts(context.desk.database.read, input.id)),
  ofSeries: money.ofSeries.handler(({ context, input }) => moneyOfSeries(context.desk, input.seriesId)),
  saveProof: money.saveProof.handler(({ context, input }) => saveProof(context.desk, context.process.grants, input)),
}
