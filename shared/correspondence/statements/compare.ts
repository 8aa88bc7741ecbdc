import { diffWordsWithSpace } from 'diff'

/** A stretch of text that both versions have, or only one of them. */
export interface Stretch {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** A comparison in longer texts than this stops looking for the shortest way after as many changes. */
const mostEdits = 20_000

/**
 * Compares two texts word by word. A pair of texts with next to nothing in common is given as a whole removed and a whole added,
 * because a mosaic of single words helps nobody.
 */
export function compareTexts(before: string, after: string): Stretch[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits })
  if (!changes) return [{ kind: 'removed', text: before }, { kind: 'added', text: after }]
  return changes.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }))
}

/** How many words were added and removed. */
export function countChanges(stretches: readonly Stretch[]): { added: number; removed: number } {
  const words = (kind: Stretch['kind']) =>
    stretches.filter((stretch) => stretch.kind === kind).reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
  return { added: words('added'), removed: words('removed') }
}
