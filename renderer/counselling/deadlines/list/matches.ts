import { ownerLabel, type StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'

/** Whether every word of a query begins a word of what the list shows of a deadline. */
export function matches(deadline: StoredDeadline, query: string): boolean {
  const words = query.toLocaleLowerCase('de').split(/\s+/u).filter(Boolean)
  const text = ` ${[deadline.number, ownerLabel(deadline), deadline.title, deadline.place, deadline.norm].join(' ').toLocaleLowerCase('de')}`
  return words.every((word) => /[\s(„-]/u.test(text[text.indexOf(word) - 1] ?? '') && text.includes(word))
}
