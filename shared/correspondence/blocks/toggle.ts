import type { LetterBody } from '../body.ts'
import { build, flatten, paragraphClose, paragraphOpen, topLevel, type Atom } from './atoms.ts'
import { compose, isPhrase, isSentence, partAtoms, space } from './compose.ts'
import { locate, standsAt, type UsePlaces } from './locate.ts'
import type { BlockPart, BlockUse } from './model.ts'

/** A letter's text with its text blocks. */
export interface BlockText {
  body: LetterBody
  uses: readonly BlockUse[]
}

/** What came of a wish: the text as wished, or the part that was edited by hand and therefore stays. */
export type Toggled = ({ done: true } & BlockText) | { done: false; edited: BlockPart }

/**
 * Takes a part into the text or out of it. Of alternatives the others go. As long as the block stands as it was inserted, the result is
 * what inserting it with this choice would have given; otherwise only the part itself comes or goes. What was edited by hand is never removed.
 */
export function togglePart({ body, uses }: BlockText, useId: string, partId: string, on: boolean): Toggled {
  const use = uses.find(({ id }) => id === useId)
  const part = use?.parts.find(({ id }) => id === partId)
  if (!use || !part) return { done: true, body, uses }
  const places = locate(body, uses).get(useId) ?? new Map()
  const standing = use.parts.filter(({ id }) => isStanding(places, id)).map(({ id }) => id)
  const leaving = on
    ? use.parts.filter((other) => part.kind === 'alternative' && other.kind === 'alternative' && other.group === part.group && other.id !== partId && standing.includes(other.id))
    : [part]
  const edited = leaving.find(({ id }) => places.get(id)?.state === 'edited')
  if (edited) return { done: false, edited }
  const chosen = new Set(standing.filter((id) => !leaving.some((gone) => gone.id === id)))
  if (on) chosen.add(partId)

  const wanted = use.parts.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const before = uses.map((each) => (each.id === useId ? { ...each, chosen: standing } : each))
  const after = uses.map((each) => (each.id === useId ? { ...each, chosen: wanted } : each))
  const whole = replaceWhole(body, use, places, standing, chosen)
  if (whole) return { done: true, body: whole, uses: after }
  let text = body
  for (const gone of leaving) text = removePart(text, before, useId, gone)
  if (on && !standing.includes(partId)) text = addPart(text, before.map((each) => (each.id === useId ? { ...each, chosen: standing.filter((id) => chosen.has(id)) } : each)), useId, part)
  return { done: true, body: text, uses: after }
}

/** Whether a part stands in the text, edited or not. */
export function isStanding(places: UsePlaces, partId: string): boolean {
  const state = places.get(partId)?.state
  return state === 'on' || state === 'edited'
}

/** The text with the block composed anew, null where it doesn't stand as composed. */
function replaceWhole(body: LetterBody, use: BlockUse, places: UsePlaces, standing: readonly string[], chosen: ReadonlySet<string>): LetterBody | null {
  const atoms = flatten(body)
  const now = compose(use.parts, new Set(standing))
  const [first, start] = [...now.parts][0] ?? []
  const place = first === undefined ? undefined : places.get(first)
  if (!place || place.state === 'off' || start === undefined) return null
  const from = place.from - start.from
  if (now.atoms.length === 0 || !standsAt(atoms, now.atoms, from)) return null
  const next = compose(use.parts, chosen).atoms
  const spliced = [...atoms.slice(0, from), ...next, ...atoms.slice(from + now.atoms.length)]
  return build(next.length === 0 && isPhrase(use.parts) ? withoutSpaceAt(spliced, from) : spliced)
}

function removePart(body: LetterBody, uses: readonly BlockUse[], useId: string, part: BlockPart): LetterBody {
  const place = locate(body, uses).get(useId)?.get(part.id)
  if (place?.state !== 'on') return body
  const atoms = flatten(body)
  const { from, to } = place
  const rest = [...atoms.slice(0, from), ...atoms.slice(to)]
  if (isSentence(part)) return build(withoutBlankParagraph(withoutSpaceAt(rest, from), from))
  if (!endsInParagraph(part)) return build(rest)
  if (atoms[to]?.close) return build([...atoms.slice(0, from), ...atoms.slice(to + 1)])
  // Something was written on in its last paragraph: that stays as a paragraph.
  let end = to
  while (atoms[end]?.char?.trim() === '') end += 1
  return build([...atoms.slice(0, from), paragraphOpen, ...atoms.slice(end)])
}

/** Puts a part behind the nearest one before it that stands in the text, else before the nearest one after it, else at the end. */
function addPart(body: LetterBody, uses: readonly BlockUse[], useId: string, part: BlockPart): LetterBody {
  const use = uses.find(({ id }) => id === useId)
  const places = locate(body, uses).get(useId)
  const atoms = flatten(body)
  if (!use || !places) return body
  const at = use.parts.findIndex(({ id }) => id === part.id)
  const standing = (parts: readonly BlockPart[]): { from: number; to: number; edited: boolean; inline: boolean } | undefined => {
    const found = parts.find(({ id }) => isStanding(places, id))
    const place = found && places.get(found.id)
    return found && place && place.state !== 'off' ? { from: place.from, to: place.to, edited: place.state === 'edited', inline: isSentence(found) || endsInParagraph(found) } : undefined
  }
  const before = standing(use.parts.slice(0, at).toReversed())
  const after = standing(use.parts.slice(at + 1))
  const own = partAtoms(part)
  const insert = (place: number, pieces: readonly Atom[]): LetterBody => build([...atoms.slice(0, place), ...pieces, ...atoms.slice(place)])
  const blocks = isSentence(part) ? [paragraphOpen, ...own, paragraphClose] : own
  const ranges = topLevel(atoms)
  if (before) {
    const block = ranges.find(({ to }) => before.to <= to) ?? { from: atoms.length, to: atoms.length }
    const inParagraph = atoms[block.from]?.key === paragraphOpen.key || isPhrase(use.parts)
    if (isSentence(part) && inParagraph && (before.inline || before.edited)) return insert(before.edited ? block.to - 1 : before.to, [...space, ...own])
    return insert(block.to, blocks)
  }
  if (after) {
    const later = use.parts.find(({ id }) => isStanding(places, id))
    if (isSentence(part) && later && isSentence(later) && !after.edited) return insert(after.from, [...own, ...space])
    return insert(ranges.find(({ to }) => after.from < to)?.from ?? atoms.length, blocks)
  }
  return insert(atoms.length, blocks)
}

function endsInParagraph(part: BlockPart): boolean {
  return isSentence(part) || part.body.content.at(-1)?.type === 'paragraph'
}

/** Leaves out one of two spaces that meet at a place, or one that is left at the edge of a paragraph. */
function withoutSpaceAt(atoms: Atom[], at: number): Atom[] {
  const before = atoms[at - 1]
  const next = atoms[at]
  if (before?.char === ' ' && (next === undefined || next.close || next.char === ' ')) return atoms.toSpliced(at - 1, 1)
  return next?.char === ' ' && (before === undefined || before.open) ? atoms.toSpliced(at, 1) : atoms
}

function withoutBlankParagraph(atoms: Atom[], near: number): Atom[] {
  const blank = topLevel(atoms).find(({ from, to }) => from <= near && near <= to && to - from === 2 && atoms[from]?.key === paragraphOpen.key)
  return blank ? atoms.toSpliced(blank.from, 2) : atoms
}
