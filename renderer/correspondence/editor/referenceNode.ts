import { Node, type Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import classes from './Nodes.module.css'

/** A note: a small number in the text, whose words stand at the foot of the page. The numbers follow the order of the text by themselves. */
export const referenceNode = Node.create({
  name: 'reference', group: 'inline', inline: true, atom: true, marks: '',
  addAttributes: () => ({ text: { default: '', rendered: false, parseHTML: (element) => element.getAttribute('data-letter-note') ?? '' } }),
  parseHTML: () => [{ tag: 'sup[data-letter-note]' }],
  renderHTML: ({ node }) => ['sup', { 'data-letter-note': node.attrs.text as string }, `(${node.attrs.text as string})`],
  renderText: ({ node }) => ` (${node.attrs.text as string})`,
  addNodeView: () => ({ node }) => {
    const dom = document.createElement('sup')
    const spoken = dom.appendChild(document.createElement('span'))
    dom.className = classes.note ?? ''
    spoken.className = classes.spoken ?? ''
    dom.title = node.attrs.text as string
    spoken.textContent = ` Fußnote: ${node.attrs.text as string} `
    return { dom }
  },
  addKeyboardShortcuts() {
    return {
      // The note that is selected is opened to be changed.
      Enter: () => {
        const { selection } = this.editor.state
        if (!(selection instanceof NodeSelection) || selection.node.type !== this.type) return false
        this.editor.storage.letterWords.open('note')
        return true
      },
    }
  },
})

/** A note of the text with its place in the editor. */
export interface NotePlace { position: number; text: string }

/** The notes of the text, in their order. */
export function notesOf(editor: Editor | null): NotePlace[] {
  const notes: NotePlace[] = []
  editor?.state.doc.descendants((node, position) => {
    if (node.type.name === 'reference') notes.push({ position, text: node.attrs.text as string })
  })
  return notes
}
