import type { Finding } from '../../../../shared/directory/duplicates/certainty.ts'
import { compareProfiles } from '../../../../shared/directory/duplicates/compare.ts'
import { blockingKeys } from '../../../../shared/directory/duplicates/keys.ts'
import type { Profile } from '../../../../shared/directory/duplicates/profile.ts'

/** Two contacts that may be one; `a` is the id that comes first. */
export interface Pair extends Finding {
  a: string
  b: string
}

/** Blocks up to this size are compared each with each; in larger ones only neighbours by name, so that cost grows evenly. */
const WHOLE_BLOCK = 40
const NEIGHBOURS = 6
/** A number or address that more contacts have is that of a switchboard or an office building: it tells nobody apart. */
const WIDESPREAD = 8

/**
 * The contacts in comparable form, by the keys under which their like is found, and the pairs found so far. Pure memory: it
 * ends with the office process and is never stored.
 */
export class PairIndex {
  readonly #profiles = new Map<string, { profile: Profile, version: number, order: string }>()
  readonly #blocks = new Map<string, Set<string>>()
  readonly #pairs = new Map<string, Pair>()
  #sorted: Pair[] | null = null

  get size(): number {
    return this.#profiles.size
  }

  versionOf(id: string): number | undefined {
    return this.#profiles.get(id)?.version
  }

  ids(): string[] {
    return [...this.#profiles.keys()]
  }

  keys(): string[] {
    return [...this.#blocks.keys()]
  }

  /** All pairs, the surest first. */
  pairs(): readonly Pair[] {
    this.#sorted ??= [...this.#pairs.values()].sort((x, y) => rank[x.certainty] - rank[y.certainty] || y.weight - x.weight || (x.a < y.a ? -1 : 1))
    return this.#sorted
  }

  add(profile: Profile, version: number): void {
    this.#profiles.set(profile.id, { profile, version, order: orderOf(profile) })
    for (const key of blockingKeys(profile)) {
      const block = this.#blocks.get(key)
      if (block) block.add(profile.id)
      else this.#blocks.set(key, new Set([profile.id]))
    }
  }

  remove(id: string): void {
    const known = this.#profiles.get(id)
    if (!known) return
    this.#profiles.delete(id)
    for (const key of blockingKeys(known.profile)) {
      const block = this.#blocks.get(key)
      block?.delete(id)
      if (block?.size === 0) this.#blocks.delete(key)
    }
    for (const [key, pair] of this.#pairs) if (pair.a === id || pair.b === id) this.#pairs.delete(key)
    this.#sorted = null
  }

  /** Compares the contacts under one key. */
  pairBlock(key: string): void {
    const block = this.#blocks.get(key)
    if (!block || block.size < 2) return
    const members = [...block].flatMap((id) => this.#profiles.get(id) ?? [])
    const reach = members.length <= WHOLE_BLOCK ? members.length : NEIGHBOURS
    if (members.length > WHOLE_BLOCK) members.sort((x, y) => x.order < y.order ? -1 : 1)
    for (const [index, member] of members.entries()) {
      for (const other of members.slice(index + 1, index + 1 + reach)) this.#compare(member.profile, other.profile)
    }
  }

  /** Compares one contact with its like. */
  pairContact(id: string): void {
    const known = this.#profiles.get(id)
    if (!known) return
    for (const other of this.candidates(known.profile)) this.#compare(known.profile, other)
  }

  /** The contacts that have a key in common with a profile, which need not be in the index itself. */
  candidates(profile: Profile): Profile[] {
    const found = new Map<string, Profile>()
    const order = orderOf(profile)
    for (const key of blockingKeys(profile)) {
      const block = this.#blocks.get(key) ?? []
      const small = 'size' in block && block.size <= WHOLE_BLOCK
      for (const id of block) {
        const known = id === profile.id ? undefined : this.#profiles.get(id)
        if (known && (small || known.order.slice(0, 4) === order.slice(0, 4))) found.set(id, known.profile)
      }
    }
    return [...found.values()]
  }

  /** Whether so many contacts have a channel or address that it says nothing. */
  readonly isWidespread = (key: string): boolean => (this.#blocks.get(key)?.size ?? 0) > WIDESPREAD

  profile(id: string): Profile | undefined {
    return this.#profiles.get(id)?.profile
  }

  #compare(one: Profile, other: Profile): void {
    const [a, b] = one.id < other.id ? [one, other] : [other, one]
    const key = pairKey(a.id, b.id)
    if (this.#pairs.has(key)) return
    const finding = compareProfiles(a, b, this.isWidespread)
    if (finding === null) return
    this.#pairs.set(key, { a: a.id, b: b.id, ...finding })
    this.#sorted = null
  }
}

const rank = { sure: 0, likely: 1, possible: 2 } as const

/** The key of a pair, whichever way round. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one}:${other}` : `${other}:${one}`
}

function orderOf({ family, given, core }: Profile): string {
  return [...family, ...given, ...core].join(' ')
}
