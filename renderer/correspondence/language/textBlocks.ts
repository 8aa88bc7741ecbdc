import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'

/** A paragraph of the draft: its words, and where they begin in the editor. */
export interface TextBlock {
  text: string
  from: number
}

/** The words of a paragraph; what is no text takes one character, so that offsets are those of the editor. */
export function blockText(node: Node): string {
  return node.textBetween(0, node.content.size, '', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : '\uFFFC'))
}

/** All paragraphs of a draft in their order. */
export function blocksOf(doc: Node): TextBlock[] {
  const blocks: TextBlock[] = []
  doc.descendants((node, position) => {
    if (node.isTextblock) blocks.push({ text: blockText(node), from: position + 1 })
    return !node.isTextblock
  })
  return blocks
}

/** Selects a place and brings it into view. */
export function showRange(editor: Editor, from: number, to: number): void {
  const last = editor.state.doc.content.size
  editor.chain().focus().setTextSelection({ from: Math.min(from, last), to: Math.min(to, last) }).scrollIntoView().run()
}

/** Puts words into the place of others; they take their looks. */
export function replaceRange(editor: Editor, from: number, to: number, text: string): void {
  editor.view.dispatch(editor.state.tr.insertText(text, from, to))
  editor.commands.focus()
}
