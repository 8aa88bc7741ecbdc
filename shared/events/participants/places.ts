import { comparable } from '../../search/normalise.ts'
import type { Participant } from './model.ts'

type Placed = Pick<Participant, 'state' | 'persons'>
type Waiting = Placed & Pick<Participant, 'waitingSince' | 'number'>

/** Whether somebody has a place. */
export function hasPlace({ state }: Pick<Participant, 'state'>): boolean {
  return state === 'registered' || state === 'confirmed'
}

/** Persons who have a place. */
export function personsIn(participants: readonly Placed[]): number {
  return participants.filter(hasPlace).reduce((sum, { persons }) => sum + persons, 0)
}

/** Places that are left; infinite without a capacity, never less than none. */
export function freePlaces(capacity: number | null, participants: readonly Placed[]): number {
  return capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, capacity - personsIn(participants))
}

/** Who waits, the longest first. */
export function waitingLine<Person extends Waiting>(participants: readonly Person[]): Person[] {
  return participants.filter(({ state }) => state === 'waiting').toSorted((a, b) => (a.waitingSince ?? '').localeCompare(b.waitingSince ?? '') || a.number - b.number)
}

/**
 * Who moves up: the first in line whose whole group fits; everybody in line who fits one after the other with `all`.
 * @returns also how many before them are passed over, because their group is too large
 */
export function movingUp<Person extends Waiting>(participants: readonly Person[], capacity: number | null, all = false): { next: Person[]; passed: number } {
  let free = freePlaces(capacity, participants)
  const next: Person[] = []
  let passed = 0
  for (const person of waitingLine(participants)) {
    if (free === 0 || (!all && next.length > 0)) break
    if (person.persons > free) passed += 1
    else {
      next.push(person)
      free -= person.persons
    }
  }
  return { next, passed: next.length > 0 ? passed : 0 }
}

/** Whether somebody new gets a place at once: where it suffices, and nobody waits who would fit in as well. */
export function getsPlace<Person extends Waiting>(participants: readonly Person[], capacity: number | null, persons: number): boolean {
  return persons <= freePlaces(capacity, participants) && movingUp(participants, capacity).next.length === 0
}

/** Two registrations of one person look like this: the same name, in whatever order and spelling, and no contradicting address or organisation. */
export function mayBeSame(a: Pick<Participant, 'name' | 'email' | 'organisation'>, b: Pick<Participant, 'name' | 'email' | 'organisation'>): boolean {
  if (nameKey(a.name) !== nameKey(b.name)) return false
  return !differ(a.email, b.email) || !differ(a.organisation, b.organisation)
}

/** Ids of registrations that look like another one of the list; those who cancelled don't count. */
export function repeatedIds(participants: readonly Pick<Participant, 'id' | 'name' | 'email' | 'organisation' | 'state'>[]): ReadonlySet<string> {
  const byName = new Map<string, (typeof participants)[number][]>()
  for (const person of participants) {
    if (person.state === 'cancelled') continue
    const key = nameKey(person.name)
    byName.set(key, [...byName.get(key) ?? [], person])
  }
  const alike = [...byName.values()].flatMap((group) => group.filter((person) => group.some((other) => other !== person && mayBeSame(person, other))))
  return new Set(alike.map(({ id }) => id))
}

/** A name by which two spellings and both orders of its parts are one. */
export function nameKey(name: string): string {
  return comparable(name).split(' ').toSorted().join(' ')
}

function differ(a: string, b: string): boolean {
  const [first, second] = [comparable(a), comparable(b)]
  return first !== '' && second !== '' && first !== second
}
