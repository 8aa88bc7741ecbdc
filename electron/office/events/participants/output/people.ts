import { sortKey } from '../../../../../shared/directory/names.ts'
import type { Participant } from '../../../../../shared/events/participants/model.ts'
import { hasPlace } from '../../../../../shared/events/participants/places.ts'

/** By the last word of the name, as people look themselves up in a list; the whole name decides between equals. */
export function inListOrder<Person extends Pick<Participant, 'name'>>(people: readonly Person[]): Person[] {
  const keys = new Map(people.map((person) => [person, `${sortKey(person.name.split(/\s+/u).at(-1) ?? '')}\u0002${sortKey(person.name)}`]))
  return people.toSorted((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1))
}

/** Who is printed for: the chosen ones, or whoever has a place. */
export function printedFor(participants: readonly Participant[], ids: readonly string[] | null): Participant[] {
  const chosen = ids === null ? null : new Set(ids)
  return inListOrder(participants.filter((each) => (chosen === null ? hasPlace(each) : chosen.has(each.id))))
}
