import { callOrReturn, getExtensionField, mergeAttributes, Node, type Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { addRowAfter, goToNextCell, isInTable, selectedRect, tableEditing } from '@tiptap/pm/tables'

/** What a cell holds: no table within a table, no heading. */
const cellContent = '(paragraph | bulletList | orderedList)+'
/** Asked for by the package; a letter's cells never span several. */
const cellAttributes = () => ({
  colspan: { default: 1, rendered: false, parseHTML: () => 1 },
  rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
})

const table = Node.create({
  name: 'table', group: 'block', content: 'tableRow+', isolating: true, tableRole: 'table',
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]],
  addProseMirrorPlugins: () => [tableEditing({ allowTableNodeSelection: true })],
  addKeyboardShortcuts() {
    return {
      Tab: () => {
        if (!isInTable(this.editor.state)) return false
        if (run(this.editor, goToNextCell(1))) return true
        // Behind the last cell a row begins.
        return run(this.editor, addRowAfter) && run(this.editor, goToNextCell(1))
      },
      'Shift-Tab': () => isInTable(this.editor.state) && run(this.editor, goToNextCell(-1)),
    }
  },
  extendNodeSchema(extension) {
    return { tableRole: callOrReturn(getExtensionField(extension, 'tableRole', { name: extension.name, options: extension.options, storage: extension.storage })) as unknown }
  },
})
const tableRow = Node.create({ name: 'tableRow', content: '(tableCell | tableHeader)*', tableRole: 'row', parseHTML: () => [{ tag: 'tr' }], renderHTML: () => ['tr', 0] })
const tableCell = Node.create({ name: 'tableCell', content: cellContent, isolating: true, tableRole: 'cell', addAttributes: cellAttributes, parseHTML: () => [{ tag: 'td' }], renderHTML: () => ['td', 0] })
const tableHeader = Node.create({ name: 'tableHeader', content: cellContent, isolating: true, tableRole: 'header_cell', addAttributes: cellAttributes, parseHTML: () => [{ tag: 'th' }], renderHTML: () => ['th', 0] })

declare module '@tiptap/core' {
  interface NodeConfig { tableRole?: 'table' | 'row' | 'cell' | 'header_cell' }
}

/** Tables of the package that the editor stands on, as plain as a letter needs them. */
export const tableNodes = [table, tableRow, tableCell, tableHeader]

/** Does something to the table in which the cursor stands. */
export function run(editor: Editor, command: Command): boolean {
  return command(editor.state, editor.view.dispatch, editor.view)
}

/** How many columns the table has in which the cursor stands; 0 outside of tables. */
export function columnsHere(editor: Editor): number {
  return isInTable(editor.state) ? selectedRect(editor.state).map.width : 0
}

/** Puts a table into the text whose first row names its columns, and a paragraph below it to write on in. */
export function insertTable(editor: Editor, columns: number, rows = 3): void {
  const row = (type: string) => ({ type: 'tableRow', content: Array.from({ length: columns }, () => ({ type, content: [{ type: 'paragraph' }] })) })
  const at = editor.state.selection.from
  editor.chain().focus().insertContent([{ type: 'table', content: [row('tableHeader'), ...Array.from({ length: rows - 1 }, () => row('tableCell'))] }, { type: 'paragraph' }]).run()
  let first: number | null = null
  editor.state.doc.nodesBetween(Math.max(0, at - 1), editor.state.doc.content.size, (node, position) => {
    if (first === null && node.type.name === 'tableHeader' && position >= at - 1) first = position
    return first === null
  })
  if (first !== null) editor.commands.setTextSelection(first + 2)
}
