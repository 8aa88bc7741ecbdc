export const mergeChoices = ['keep', 'other', 'both'] as const
/** Whose value the merged record has: that of the kept one, of the other one, or of both. */
export type MergeChoice = typeof mergeChoices[number]

/** How two values of a field can become one: `one` is either, `text` can also be joined, `list` can also hold both. */
export type MergeWay = 'one' | 'text' | 'list'

/** An item of a list: a word, or something with an id of its own. */
export type MergeItem = string | { id: string, preferred?: boolean }

/** Whether a value says anything. */
export function isKnown(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== null && value !== '' && value !== 'unknown' && value !== 'none'
}

/** Whether two items of a list say the same, whatever their id and place in the list. */
export function sameItem(one: MergeItem, other: MergeItem): boolean {
  return contentOf(one) === contentOf(other)
}

/** What identifies an item within its list. */
export function keyOf(item: MergeItem): string {
  return typeof item === 'string' ? item : item.id
}

function contentOf(item: MergeItem): string {
  if (typeof item === 'string') return item
  const content = Object.entries(item).filter(([name]) => name !== 'id' && name !== 'preferred').sort(([a], [b]) => a < b ? -1 : 1)
  return JSON.stringify(content)
}

/** Whether two values say different things, so that somebody has to choose. The order of a list says nothing. */
export function valuesDiffer(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return (left ?? null) !== (right ?? null)
  const [a, b] = [left as MergeItem[], right as MergeItem[]]
  return a.length !== b.length || a.some((item) => !b.some((mate) => sameItem(item, mate)))
}

/** What is proposed: lists and texts of both, otherwise the kept value unless it is empty. */
export function proposedOf(way: MergeWay, left: unknown, right: unknown): MergeChoice {
  if (!isKnown(right)) return 'keep'
  if (!isKnown(left)) return 'other'
  return way === 'one' ? 'keep' : 'both'
}

/**
 * The value that comes of two. Items of lists that the other one brings get ids of their own, because its rows stay as they are.
 * @param joint what stands between two joined texts
 * @param copies is filled with the id of each such item, and the id that it has at the other record
 */
export function combineValues(
  left: unknown, right: unknown, choice: MergeChoice, { joint = ' ', newId, copies }: { joint?: string, newId: () => string, copies: Map<string, string> },
): unknown {
  if (Array.isArray(left) && Array.isArray(right)) return combineLists(left as MergeItem[], right as MergeItem[], choice, newId, copies)
  if (choice === 'other') return right
  return choice === 'both' ? combineTexts(String(left ?? ''), String(right ?? ''), joint) : left
}

function combineLists(left: readonly MergeItem[], right: readonly MergeItem[], choice: MergeChoice, newId: () => string, copies: Map<string, string>): MergeItem[] {
  if (choice === 'keep') return [...left]
  const hasPreferred = choice === 'both' && left.some((item) => typeof item !== 'string' && item.preferred)
  const copied = (item: MergeItem): MergeItem => {
    if (typeof item === 'string') return item
    const copy = { ...item, id: newId(), ...'preferred' in item && { preferred: Boolean(item.preferred) && !hasPreferred } }
    copies.set(copy.id, item.id)
    return copy
  }
  if (choice === 'both') return [...left, ...right.filter((item) => !left.some((mate) => sameItem(item, mate))).map(copied)]
  // Each item of the kept one answers for one of the other's only: a list may say the same twice, but has no id twice.
  const free = [...left]
  return right.map((item) => {
    const place = free.findIndex((mate) => sameItem(item, mate))
    return free.splice(place < 0 ? free.length : place, 1)[0] ?? copied(item)
  })
}

function combineTexts(left: string, right: string, joint: string): string {
  if (left === '' || left.includes(right)) return left || right
  return right === '' ? left : left + joint + right
}
