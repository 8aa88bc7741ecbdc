import type { Participant } from '../../../../shared/events/participants/model.ts'
import { comparable } from '../../../../shared/search/normalise.ts'

/** More lines than these nobody reads at the door. */
export const mostCandidates = 12

/**
 * Who may be meant: every word begins a word of the name or organisation. Those who are still expected come first, then whoever waits or had
 * cancelled, then whoever is there; among them whole words go before beginnings.
 * @returns also the number behind the name, for so many of a group
 */
export function candidatesFor(participants: readonly Participant[], text: string): { found: Participant[]; persons: number | null } {
  const words = comparable(text).split(' ').filter((word) => word !== '')
  const last = words.at(-1) ?? ''
  const whole = matching(participants, words)
  // A number may also be a part of a name: "Verein 1990".
  const counts = words.length > 1 && /^\d{1,3}$/u.test(last) && Number(last) > 0 && whole.length === 0
  const found = counts ? matching(participants, words.slice(0, -1)) : whole
  return { found, persons: counts ? Number(last) : null }
}

function matching(participants: readonly Participant[], words: readonly string[]): Participant[] {
  const hits = words.length === 0 ? [...participants] : participants.filter(({ name, organisation }) => {
    const text = ` ${comparable(`${name} ${organisation}`)}`
    return words.every((word) => text.includes(` ${word}`))
  })
  const begun = new Map(hits.map((each) => [each.id, words.filter((word) => !` ${comparable(`${each.name} ${each.organisation}`)} `.includes(` ${word} `)).length]))
  // Enter takes the first: whoever is called just what was typed goes before the one whose name goes on.
  return hits.toSorted((a, b) => rank(a) - rank(b) || (begun.get(a.id) ?? 0) - (begun.get(b.id) ?? 0) || a.name.localeCompare(b.name, 'de'))
}

function rank({ arrivedAt, state }: Participant): number {
  if (arrivedAt !== null) return 2
  return state === 'registered' || state === 'confirmed' ? 0 : 1
}
