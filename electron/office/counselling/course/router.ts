import { counselling } from '../../procedures.ts'
import { courseOfCase } from './service.ts'

/** The course of a case. */
export const courseRouter = {
  ofCase: counselling.counselling.course.ofCase.handler(({ context, input }) => courseOfCase(context.desk, input.caseId)),
}
