import type { TemplateField } from './fields.ts'
import { normalName } from './fields.ts'

/** What a name in a template may mean. */
export interface Match {
  /** Certain: the name itself, one of the catalogue's other names for it, or what somebody decided before. */
  field: string | null
  /** Similar names, the most similar first, for a person to choose from. */
  proposals: string[]
}

/** Share of letters that may differ between two names that are still called similar. */
const tolerance = 0.34
const mostProposals = 3

/**
 * Says which field a name of a template means. Only an exact name is taken without asking; what is merely similar is proposed.
 * @param remembered what was decided for this name before
 */
export function matchName(name: string, fields: readonly TemplateField[], remembered?: string): Match {
  const wanted = normalName(name)
  const exact = fields.find(({ key }) => key === wanted) ?? fields.find(({ aliases, label }) => aliases.includes(wanted) || normalName(label) === wanted)
  if (remembered !== undefined && fields.some(({ key }) => key === remembered)) return { field: remembered, proposals: [] }
  if (exact) return { field: exact.key, proposals: [] }
  const near = fields
    .map((field) => ({ key: field.key, distance: Math.min(...[field.key, normalName(field.label), ...field.aliases].map((other) => difference(wanted, other))) }))
    .filter(({ distance }) => distance <= tolerance)
    .toSorted((a, b) => a.distance - b.distance)
  return { field: null, proposals: near.slice(0, mostProposals).map(({ key }) => key) }
}

/** The most similar of some words, or null when none is similar. */
export function mostSimilar(word: string, words: readonly string[]): string | null {
  const ranked = words.map((other) => ({ other, distance: difference(normalName(word), normalName(other)) })).toSorted((a, b) => a.distance - b.distance)
  return ranked[0] && ranked[0].distance <= tolerance ? ranked[0].other : null
}

/** How different two names are, from 0 to 1: edits in relation to the longer one; a whole word inside the other is near. */
function difference(a: string, b: string): number {
  if (a === b) return 0
  const words = (name: string) => name.split('_').filter((word) => word.length > 3)
  if (words(a).some((word) => words(b).includes(word))) return 0.3
  if (a.length > 4 && b.length > 4 && (a.includes(b) || b.includes(a))) return 0.3
  return editDistance(a, b) / Math.max(a.length, b.length, 1)
}

function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const change = (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(change, (before[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    before = current
  }
  return before[b.length] ?? 0
}
