/**
 * Gives React keys to the parts of a page. Position is all the identity they have, and enough of it: a page is drawn from its
 * text alone and holds no state.
 */
export function keyed<T>(items: readonly T[]): { key: string; item: T }[] {
  return items.map((item, index) => ({ key: `part-${index}`, item }))
}
