import { office } from '../../procedures.ts'
import { mergeContacts } from './merge-service.ts'
import { absorbedContacts } from './resolve.ts'
import { comparePair, decide, decidedPairs, duplicateCounts, findMerges, findPairs, findSimilar, scanStock } from './service.ts'
import { undoMerge } from './undo-merge-service.ts'

/** „Dubletten": finding, deciding, merging, undoing. */
export const duplicatesRouter = {
  similar: office.directory.duplicates.similar.handler(({ context, input }) => findSimilar(context.desk, input.contact, input.except)),
  scan: office.directory.duplicates.scan.handler(({ context, signal }) => scanStock(context.desk, signal)),
  counts: office.directory.duplicates.counts.handler(({ context }) => duplicateCounts(context.desk)),
  pairs: office.directory.duplicates.pairs.handler(({ context, input }) => findPairs(context.desk, input)),
  compare: office.directory.duplicates.compare.handler(({ context, input }) => comparePair(context.desk, input.one, input.other)),
  decide: office.directory.duplicates.decide.handler(({ context, input }) => decide(context.desk, input.one, input.other, input.decision)),
  decided: office.directory.duplicates.decided.handler(({ context }) => decidedPairs(context.desk)),
  merge: office.directory.duplicates.merge.handler(({ context, input }) => mergeContacts(context.desk, input.keep, input.other, input.choices)),
  absorbed: office.directory.duplicates.absorbed.handler(({ context, input }) => absorbedContacts(context.desk.database.read, input.id)),
  merges: office.directory.duplicates.merges.handler(({ context, input }) => findMerges(context.desk, input.contact)),
  undoMerge: office.directory.duplicates.undoMerge.handler(({ context, input }) => undoMerge(context.desk, input.id)),
}
