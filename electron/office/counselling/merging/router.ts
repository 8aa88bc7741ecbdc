import { counselling } from '../../procedures.ts'
import { mergeCases, mergedCases, previewMerge } from './service.ts'

const { merging } = counselling.counselling

/** Two cases of the same person become one. */
export const mergingRouter = {
  preview: merging.preview.handler(({ context, input }) => previewMerge(context.desk, input.keep, input.other)),
  merge: merging.merge.handler(({ context, input }) => mergeCases(context.desk, input)),
  ofCase: merging.ofCase.handler(({ context, input }) => mergedCases(context.desk, input.caseId)),
}
