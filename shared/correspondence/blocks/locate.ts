import { normalisedWords } from '../../search/normalise.ts'
import { bodyText, type LetterBody } from '../body.ts'
import { build, flatten, topLevel, type Atom } from './atoms.ts'
import { compose, coreOf, isBlank, isSentence, partAtoms } from './compose.ts'
import type { BlockPart, BlockUse } from './model.ts'

/** Where a part of a text block is in a letter: as it was inserted, changed by hand since, or nowhere. */
export type PartPlace = { state: 'on' | 'edited'; from: number; to: number } | { state: 'off' }

/** The parts of a text block in a letter by their ids. */
export type UsePlaces = ReadonlyMap<string, PartPlace>

interface Range { from: number; to: number }

/** A part counts as changed by hand as long as this share of its words still stands together somewhere. */
const kinship = 0.5

/**
 * Finds the parts of text blocks in a letter by their words and form. What stands there as it was inserted is `on`, whether or not it was
 * chosen: somebody may have taken a step back in the editor. What was chosen and still resembles is `edited`.
 */
export function locate(body: LetterBody, uses: readonly BlockUse[]): Map<string, UsePlaces> {
  const atoms = flatten(body)
  const claimed: Range[] = []
  const found = new Map(uses.map((use) => [use.id, new Map<string, PartPlace>()]))
  const put = (use: BlockUse, part: string, range: Range): void => {
    claimed.push(range)
    found.get(use.id)?.set(part, { state: 'on', ...range })
  }
  // What stands there whole is surest; then what was chosen; then what came back by itself.
  for (const use of uses) {
    const whole = compose(use.parts, new Set(use.chosen))
    const at = whole.atoms.length === 0 ? null : search(atoms, whole.atoms, claimed, !whole.atoms[0]?.open)
    if (at !== null) for (const [part, { from, to }] of whole.parts) put(use, part, { from: at + from, to: at + to })
  }
  for (const chosen of [true, false]) {
    for (const use of uses) {
      for (const part of use.parts) {
        if (found.get(use.id)?.has(part.id) || use.chosen.includes(part.id) !== chosen || isBlank(part)) continue
        const range = searchPart(atoms, part, claimed)
        if (range) put(use, part.id, range)
      }
    }
  }
  for (const use of uses) {
    for (const part of use.parts) {
      const places = found.get(use.id)
      if (!places || places.has(part.id)) continue
      const range = use.chosen.includes(part.id) && !isBlank(part) ? resembling(atoms, part, claimed) : null
      places.set(part.id, range ? { state: 'edited', ...range } : { state: 'off' })
    }
  }
  return found
}

/** Whether the pieces begin at a place. */
export function standsAt(atoms: readonly Atom[], pattern: readonly Atom[], at: number): boolean {
  return at >= 0 && at + pattern.length <= atoms.length && pattern.every((atom, index) => atoms[at + index]?.key === atom.key)
}

/** Finds a part as it was inserted: paragraphs from their beginning on, a sentence between others. */
function searchPart(atoms: readonly Atom[], part: BlockPart, claimed: readonly Range[]): Range | null {
  const pattern = coreOf(partAtoms(part))
  const at = search(atoms, pattern, claimed, isSentence(part))
  return at === null ? null : { from: at, to: at + pattern.length }
}

/** @param bounded whether the pieces begin within a paragraph: there they must not be the end of a longer word, as none is ever the beginning of one */
function search(atoms: readonly Atom[], pattern: readonly Atom[], claimed: readonly Range[], bounded: boolean): number | null {
  for (let at = 0; at + pattern.length <= atoms.length; at += 1) {
    if (atoms[at]?.key !== pattern[0]?.key || !standsAt(atoms, pattern, at)) continue
    const to = at + pattern.length
    if (bounded && isLetter(atoms[at - 1])) continue
    if (isLetter(atoms[to]) && !atoms[to - 1]?.close) continue
    if (!claimed.some((range) => at < range.to && range.from < to)) return at
  }
  return null
}

function isLetter(atom: Atom | undefined): boolean {
  return /[\p{L}\p{N}]/u.test(atom?.char ?? '')
}

/** The block of the first level that shares most words with a part, so far as no other part claims them. */
function resembling(atoms: readonly Atom[], part: BlockPart, claimed: readonly Range[]): Range | null {
  const words = normalisedWords(bodyText(part.body))
  let best: { range: Range; share: number } | null = null
  for (const range of topLevel(atoms)) {
    const left = atoms.slice(range.from, range.to).filter((atom, index) => atom.open || atom.close || !claimed.some(({ from, to }) => from <= range.from + index && range.from + index < to))
    const share = shareOf(words, normalisedWords(bodyText(build(left))))
    if (share >= kinship && share > (best?.share ?? 0)) best = { range, share }
  }
  // Of a part of several paragraphs one may be changed beyond recognition while the others stay.
  if (best === null && part.body.content.length > 1) {
    for (const node of part.body.content) {
      const range = resembling(atoms, { ...part, body: { type: 'doc', content: [node] } }, claimed)
      if (range) return range
    }
  }
  return best?.range ?? null
}

/** Which share of the first words are among the second, counting each as often as it stands there. */
function shareOf(words: readonly string[], among: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of among) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of words) {
    const count = left.get(word) ?? 0
    if (count > 0) shared += 1
    left.set(word, count - 1)
  }
  return words.length === 0 ? 0 : shared / words.length
}
