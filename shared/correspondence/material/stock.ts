/** How copies come and go. Everything that isn't handed out is none: laid out at a place, taken back from it, thrown away, counted. */
export const movementKinds = ['in', 'out', 'display', 'return', 'discard', 'count'] as const
export type MovementKind = (typeof movementKinds)[number]
export const movementLabels: Readonly<Record<MovementKind, string>> = {
  in: 'Zugang', out: 'Ausgabe', display: 'Ausgelegt', return: 'Aus der Auslage zurück', discard: 'Ausgesondert', count: 'Gezählt (Korrektur)',
}

/** Kinds by which an edition reaches readers: not with an outdated one. */
export function handsOut(kind: MovementKind): boolean {
  return kind === 'out' || kind === 'display'
}

/** What a movement changes. @param balance copies there were before, for a count */
export function changeOf(kind: MovementKind, amount: number, balance: number): number {
  if (kind === 'count') return amount - balance
  return kind === 'in' || kind === 'return' ? amount : -amount
}

/** A line of the journal as far as the rules need it. */
export interface Moved {
  kind: MovementKind
  change: number
  on: string
  contactId: string | null
  party: string
}

/** Copies there are by the journal. */
export function balanceOf(journal: readonly Pick<Moved, 'change'>[]): number {
  return journal.reduce((sum, { change }) => sum + change, 0)
}

/** Where copies lie for the public: laid out since the place was last cleared. The journal stands in its order. */
export function displayedAt(journal: readonly Moved[]): { contactId: string | null; party: string; since: string; amount: number }[] {
  const places = new Map<string, { contactId: string | null; party: string; since: string; amount: number }>()
  for (const { kind, change, on, contactId, party } of journal) {
    const key = contactId ?? party.toLocaleLowerCase('de')
    if (kind === 'return') places.delete(key)
    if (kind !== 'display') continue
    const known = places.get(key)
    places.set(key, { contactId, party: known?.party ?? party, since: known?.since ?? on, amount: (known?.amount ?? 0) - change })
  }
  return [...places.values()].toSorted((a, b) => a.party.localeCompare(b.party, 'de'))
}

/** An edition as far as the rules need it. */
export interface EditionState {
  balance: number
  minStock: number
  reviewOn: string | null
  outdatedOn: string | null
  displayed: readonly unknown[]
}

/** What should be done about a material on a day (ISO), the most urgent first. */
export function flagsOf(editions: readonly EditionState[], today: string): ('negative' | 'review' | 'outdated-displayed' | 'reorder' | 'none-current')[] {
  const current = editions.filter(({ outdatedOn }) => outdatedOn === null)
  return [
    ...(editions.some(({ balance }) => balance < 0) ? ['negative' as const] : []),
    ...(current.some(({ reviewOn }) => reviewOn !== null && reviewOn <= today) ? ['review' as const] : []),
    ...(editions.some(({ outdatedOn, displayed }) => outdatedOn !== null && displayed.length > 0) ? ['outdated-displayed' as const] : []),
    ...(current.some(({ balance, minStock }) => minStock > 0 && balance < minStock) ? ['reorder' as const] : []),
    ...(editions.length > 0 && current.length === 0 ? ['none-current' as const] : []),
  ]
}
