import { bodyText, type LetterBody } from '../body.ts'
import { charAtoms, flatten, paragraphClose, paragraphOpen, type Atom } from './atoms.ts'
import type { BlockPart } from './model.ts'

/** The chosen parts as they stand in a text, and where each of them lies in it. */
export interface Composition {
  atoms: Atom[]
  parts: Map<string, { from: number; to: number }>
}

export const space = charAtoms(' ')

/** Whether a part is a sentence that goes on in the paragraph before it. */
export function isSentence({ runOn, body }: BlockPart): boolean {
  return runOn && body.content.length === 1 && body.content[0]?.type === 'paragraph'
}

/** Whether all of a block is sentences: it is put where the caret stands, without paragraphs of its own. */
export function isPhrase(parts: readonly BlockPart[]): boolean {
  return parts.every((part) => isBlank(part) || isSentence(part))
}

/** Whether a part says nothing (yet). */
export function isBlank({ body }: BlockPart): boolean {
  return !flatten(body).some((atom) => (atom.char ?? '').trim() !== '' || atom.leaf)
}

/** The pieces of a part: those of a sentence without its paragraph, others without blank paragraphs around them. */
export function partAtoms(part: BlockPart): Atom[] {
  if (isBlank(part)) return []
  const atoms = flatten(withoutBlankEdges(part.body))
  return isSentence(part) ? trimmed(atoms.slice(1, -1)) : atoms
}

/** {@link partAtoms} without the end of their last paragraph, in which other sentences may follow. */
export function coreOf(atoms: readonly Atom[]): Atom[] {
  return endsParagraph(atoms) ? atoms.slice(0, -1) : [...atoms]
}

/** Puts the chosen parts together. */
export function compose(parts: readonly BlockPart[], chosen: ReadonlySet<string>): Composition {
  const composed: Composition = { atoms: [], parts: new Map() }
  const phrase = isPhrase(parts)
  for (const part of parts) {
    const own = partAtoms(part)
    if (!chosen.has(part.id) || own.length === 0) continue
    if (!isSentence(part)) {
      append(composed, part.id, own, coreOf(own).length)
    } else if (phrase) {
      if (composed.atoms.length > 0) composed.atoms.push(...space)
      append(composed, part.id, own, own.length)
    } else if (endsParagraph(composed.atoms)) {
      composed.atoms.pop()
      composed.atoms.push(...space)
      append(composed, part.id, own, own.length)
      composed.atoms.push(paragraphClose)
    } else {
      composed.atoms.push(paragraphOpen)
      append(composed, part.id, own, own.length)
      composed.atoms.push(paragraphClose)
    }
  }
  return composed
}

/** The parts that are chosen when a block is inserted: of each group of alternatives one. */
export function presetChoice(parts: readonly BlockPart[]): string[] {
  const groups = new Map<string, string>()
  for (const part of parts) {
    if (part.kind === 'alternative' && (!groups.has(part.group) || (part.preset && !parts.some((other) => other.id === groups.get(part.group) && other.preset)))) {
      groups.set(part.group, part.id)
    }
  }
  return parts.filter((part) => part.kind === 'always' || (part.kind === 'optional' && part.preset) || groups.get(part.group) === part.id).map(({ id }) => id)
}

/** What the check box of a part says: its name, else its first words. */
export function partLabel(part: BlockPart): string {
  if (part.label !== '') return part.label
  const words = bodyText(part.body).replaceAll('\n', ' ')
  return words.length > 48 ? `${words.slice(0, 46).trimEnd()} …` : words
}

/** The words of all parts of a block. */
export function blockText(parts: readonly BlockPart[]): string {
  return parts.map(({ body }) => bodyText(body)).filter((text) => text !== '').join('\n')
}

function append(composed: Composition, id: string, atoms: readonly Atom[], length: number): void {
  const from = composed.atoms.length
  composed.atoms.push(...atoms)
  composed.parts.set(id, { from, to: from + length })
}

/** Whether the last block of the first level is a paragraph. */
function endsParagraph(atoms: readonly Atom[]): boolean {
  if (!atoms.at(-1)?.close) return false
  let depth = 0
  for (let at = atoms.length - 1; at >= 0; at -= 1) {
    if (atoms[at]?.close) depth += 1
    if (atoms[at]?.open) depth -= 1
    if (depth === 0) return atoms[at]?.key === paragraphOpen.key
  }
  return false
}

function withoutBlankEdges(body: LetterBody): LetterBody {
  const blank = (node: LetterBody['content'][number]): boolean => bodyText({ type: 'doc', content: [node] }) === '' && !JSON.stringify(node).includes('"attrs"')
  const first = body.content.findIndex((node) => !blank(node))
  const last = body.content.findLastIndex((node) => !blank(node))
  return { type: 'doc', content: first < 0 ? [] : body.content.slice(first, last + 1) }
}

function trimmed(atoms: Atom[]): Atom[] {
  const isSpace = (atom: Atom): boolean => atom.char?.trim() === ''
  const first = atoms.findIndex((atom) => !isSpace(atom))
  return first < 0 ? [] : atoms.slice(first, atoms.findLastIndex((atom) => !isSpace(atom)) + 1)
}
