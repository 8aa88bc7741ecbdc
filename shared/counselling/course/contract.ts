import { z } from 'zod'
import { procedure } from '../../contract-base.ts'

/** What stands in the course of a case beside its consultations. */
export const courseKinds = { paper: 'Unterlagen', letter: 'Schreiben', deadline: 'Fristen', referral: 'Verweisungen', incident: 'Vorfälle', status: 'Fall' } as const
export type CourseKind = keyof typeof courseKinds

export const courseEventSchema = z.object({
  id: z.string(),
  kind: z.enum(Object.keys(courseKinds) as [CourseKind, ...CourseKind[]]),
  /** ISO day. */
  date: z.string(),
  title: z.string(),
  detail: z.string(),
})
export type CourseEvent = z.infer<typeof courseEventSchema>

export const courseContract = {
  /** Events of a case without its consultations, the latest first. */
  ofCase: procedure.input(z.object({ caseId: z.string().min(1).max(64) })).output(z.array(courseEventSchema)),
}
