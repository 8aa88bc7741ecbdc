import type { LetterBody } from '../body.ts'

/**
 * A text as one row of its smallest pieces: beginnings and ends of blocks, single characters (UTF-16 units) and leaves such as line breaks.
 * Places in it are exactly the positions of the editor, which counts the same way.
 */
export interface Atom {
  /** Equal for equal pieces, form included. */
  key: string
  /** The node without its content that begins here. */
  open?: Node
  close?: true
  char?: string
  marks?: unknown[]
  leaf?: Node
}

interface Node { type: string; text?: string; marks?: unknown[]; attrs?: unknown; content?: Node[] }

/** Blocks of the text whose content are words; they begin and end even when they are empty. */
const textBlocks = new Set(['paragraph', 'heading'])

/** The pieces of a text, or of a few blocks of one. */
export function flatten(body: LetterBody): Atom[] {
  const atoms: Atom[] = []
  const visit = (node: Node): void => {
    if (node.text !== undefined) {
      const marks = node.marks ?? []
      const look = marks.length === 0 ? '' : sorted(marks)
      for (let at = 0; at < node.text.length; at += 1) {
        const char = node.text[at] ?? ''
        atoms.push({ key: `${char}|${look}`, char, marks })
      }
      return
    }
    const { content, ...shell } = node
    if (content === undefined && !textBlocks.has(node.type)) {
      atoms.push({ key: `*${keyOf(shell)}`, leaf: node })
      return
    }
    atoms.push({ key: `<${keyOf(shell)}`, open: shell })
    content?.forEach(visit)
    atoms.push({ key: '>', close: true })
  }
  for (const node of body.content) visit(node as Node)
  return atoms
}

/** The text that pieces make. */
export function build(atoms: readonly Atom[]): LetterBody {
  const root: Node & { content: Node[] } = { type: 'doc', content: [] }
  const open: (Node & { content?: Node[] })[] = [root]
  for (const atom of atoms) {
    const parent = open.at(-1) ?? root
    if (atom.close) {
      if (open.length > 1) open.pop()
      continue
    }
    parent.content ??= []
    if (atom.open) {
      const node: Node = { ...atom.open }
      parent.content.push(node)
      open.push(node)
    } else if (atom.leaf) {
      parent.content.push(atom.leaf)
    } else {
      addChar(parent.content, atom)
    }
  }
  return root as unknown as LetterBody
}

/** The beginning of a paragraph. */
export const paragraphOpen: Atom = { key: `<${keyOf({ type: 'paragraph' })}`, open: { type: 'paragraph' } }
export const paragraphClose: Atom = { key: '>', close: true }

/** Plain characters. */
export function charAtoms(text: string): Atom[] {
  return flatten({ type: 'doc', content: [{ type: 'text', text } as never] })
}

/** Where the blocks of the first level begin and end. */
export function topLevel(atoms: readonly Atom[]): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = []
  let depth = 0
  let from = 0
  atoms.forEach((atom, at) => {
    if (depth === 0) from = at
    if (atom.open) depth += 1
    if (atom.close) depth -= 1
    if (depth === 0) ranges.push({ from, to: at + 1 })
  })
  return ranges
}

function addChar(content: Node[], { char = '', marks = [] }: Atom): void {
  const last = content.at(-1)
  if (last?.text !== undefined && sorted(last.marks ?? []) === sorted(marks)) last.text += char
  else content.push({ type: 'text', text: char, ...(marks.length > 0 ? { marks } : {}) })
}

function sorted(marks: readonly unknown[]): string {
  return marks.length === 0 ? '' : marks.map((mark) => keyOf(mark as Node)).toSorted().join('+')
}

/** Type and attributes; an attribute that says nothing is as good as none, and what a field says at the moment makes no other field of it. */
function keyOf({ type, attrs }: Node): string {
  const set = Object.entries(attrs ?? {}).filter(([name, value]) => value !== null && value !== undefined && !(type === 'field' && name === 'value')).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return set.length === 0 ? type : `${type}${JSON.stringify(set)}`
}
