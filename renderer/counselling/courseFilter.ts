import type { Consultation } from '../../shared/counselling/contract.ts'
import { courseKinds, type CourseEvent, type CourseKind } from '../../shared/counselling/course/contract.ts'

export type CourseChoice = 'all' | 'consultation' | CourseKind

/** What the course of a case can be narrowed down to. */
export const courseChoices: { value: CourseChoice; label: string }[] = [
  { value: 'all', label: 'Alles' },
  { value: 'consultation', label: 'Beratungen' },
  ...Object.entries(courseKinds).map(([value, label]) => ({ value: value as CourseKind, label })),
]

/**
 * Consultations and events in one order, the latest first. As long as older consultations are still to come, events that lie
 * before the last one shown wait for them.
 */
export function courseOf(consultations: readonly Consultation[], events: readonly CourseEvent[], choice: CourseChoice, more: boolean): (Consultation | CourseEvent)[] {
  const talks = choice === 'all' || choice === 'consultation' ? consultations : []
  const oldest = more && choice === 'all' ? (consultations.at(-1)?.date ?? '') : ''
  const others = events.filter((event) => (choice === 'all' || choice === event.kind) && event.date >= oldest)
  return [...talks, ...others].sort((a, b) => b.date.localeCompare(a.date))
}
