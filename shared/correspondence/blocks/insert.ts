import { build, flatten, paragraphClose, paragraphOpen, topLevel, type Atom } from './atoms.ts'
import { compose, isPhrase, space } from './compose.ts'
import { locate } from './locate.ts'
import type { BlockUse } from './model.ts'
import type { BlockText } from './toggle.ts'

/**
 * Puts a text block into a letter in place of what lies between two positions of one paragraph (what was typed to find it). Sentences go on where
 * the caret stands; paragraphs stand before, behind or between the halves of the paragraph, and behind a list or table as a whole.
 */
export function insertUse({ body, uses }: BlockText, use: BlockUse, { from, to }: { from: number; to: number }): BlockText {
  const before = flatten(body)
  const atoms = before.toSpliced(from, to - from)
  const pieces = compose(use.parts, new Set(use.chosen)).atoms
  const next = build(isPhrase(use.parts) ? withPhrase(atoms, pieces, from) : withBlocks(atoms, pieces, from))
  const places = locate(body, uses)
  const earlier = uses.filter(({ id }) => [...places.get(id)?.values() ?? []].some((place) => place.state !== 'off' && place.from < from))
  return { body: next, uses: [...earlier, use, ...uses.filter((each) => !earlier.includes(each))] }
}

function withPhrase(atoms: Atom[], pieces: readonly Atom[], at: number): Atom[] {
  if (atoms.length === 0 || at === 0 || at >= atoms.length) return atoms.toSpliced(at, 0, paragraphOpen, ...pieces, paragraphClose)
  const left = atoms[at - 1]
  const right = atoms[at]
  const apart = (atom: Atom | undefined): readonly Atom[] => (atom?.char !== undefined && atom.char.trim() !== '' ? space : [])
  return atoms.toSpliced(at, 0, ...apart(left), ...pieces, ...(/[\p{L}\p{N}]/u.test(right?.char ?? '') ? space : []))
}

function withBlocks(atoms: Atom[], pieces: readonly Atom[], at: number): Atom[] {
  const block = topLevel(atoms).find((range) => range.from < at && at < range.to)
  if (!block) return atoms.toSpliced(Math.min(at, atoms.length), 0, ...pieces)
  const isText = atoms.slice(block.from + 1, block.to - 1).every((atom) => !atom.open)
  if (!isText) return atoms.toSpliced(block.to, 0, ...pieces)
  const blank = (from: number, to: number): boolean => atoms.slice(from, to).every((atom) => atom.char?.trim() === '')
  const [nothingBefore, nothingAfter] = [blank(block.from + 1, at), blank(at, block.to - 1)]
  if (nothingBefore && nothingAfter) return atoms.toSpliced(block.from, block.to - block.from, ...pieces)
  if (nothingBefore) return atoms.toSpliced(block.from, 0, ...pieces)
  if (nothingAfter) return atoms.toSpliced(block.to, 0, ...pieces)
  const opening = atoms[block.from] ?? paragraphOpen
  return atoms.toSpliced(at, 0, paragraphClose, ...pieces, opening)
}
