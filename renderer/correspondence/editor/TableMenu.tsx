import { Menu } from '@mantine/core'
import { RichTextEditor } from '@mantine/tiptap'
import { IconTable } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, toggleHeaderRow } from '@tiptap/pm/tables'
import type { ReactNode } from 'react'
import { maxTableColumns } from '../../../shared/correspondence/body.ts'
import { insertTable, run } from './tableNodes.ts'

/** „Tabelle": begins one, and changes the one in which the cursor stands. @param columns of that table; 0 outside of tables */
export function TableMenu({ editor, columns, opened, onOpen }: { editor: Editor; columns: number; opened: boolean; onOpen(opened: boolean): void }): ReactNode {
  const item = (label: string, command: Command, disabled = false): ReactNode => (
    <Menu.Item disabled={disabled} onClick={() => { onOpen(false); setTimeout(() => { editor.commands.focus(); run(editor, command) }) }}>{label}</Menu.Item>
  )
  const full = columns >= maxTableColumns
  return (
    <Menu opened={opened} onChange={onOpen} returnFocus={false} position="bottom-start" shadow="md">
      <Menu.Target><RichTextEditor.Control aria-label="Tabelle (/tabelle)" title="Tabelle (/tabelle)" active={columns > 0}><IconTable size={16} aria-hidden /></RichTextEditor.Control></Menu.Target>
      <Menu.Dropdown>
        {columns === 0
          ? [2, 3, 4, 5].map((count) => <Menu.Item key={count} onClick={() => { onOpen(false); setTimeout(() => insertTable(editor, count)) }}>Tabelle mit {count} Spalten</Menu.Item>)
          : (
            <>
              {item('Zeile darüber', addRowBefore)}
              {item('Zeile darunter', addRowAfter)}
              {item('Spalte links', addColumnBefore, full)}
              {item('Spalte rechts', addColumnAfter, full)}
              <Menu.Divider />
              {item('Kopfzeile ein oder aus', toggleHeaderRow)}
              <Menu.Divider />
              {item('Zeile löschen', deleteRow)}
              {item('Spalte löschen', deleteColumn)}
              {item('Tabelle löschen', deleteTable)}
            </>
          )}
      </Menu.Dropdown>
    </Menu>
  )
}
