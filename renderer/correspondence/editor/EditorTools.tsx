import { NativeSelect } from '@mantine/core'
import { RichTextEditor } from '@mantine/tiptap'
import { PassageControls } from '../copies/passages.tsx'
import { IconSuperscript } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useState, type ReactNode } from 'react'
import type { BodyFieldValues } from '../../../shared/correspondence/body-fields.ts'
import { FieldMenu } from './FieldMenu.tsx'
import { onLetterWord, type LetterWord } from './letterWords.ts'
import { NoteDialog } from './NoteDialog.tsx'
import { TableMenu } from './TableMenu.tsx'
import { columnsHere } from './tableNodes.ts'
import classes from './Tools.module.css'

const styles = [
  { value: 'paragraph', label: 'Standard' }, { value: '1', label: 'Überschrift 1' }, { value: '2', label: 'Überschrift 2' }, { value: '3', label: 'Überschrift 3' },
  { value: 'blockquote', label: 'Zitat' },
]

/** The tools above the text. */
export function EditorTools({ editor, values, further }: { editor: Editor; values: BodyFieldValues | undefined; further: ReactNode }): ReactNode {
  const [opened, setOpened] = useState<LetterWord | null>(null)
  const { style, columns } = useEditorState({ editor, selector: ({ editor: current }) => ({ style: styleHere(current), columns: columnsHere(current) }) })
  useEffect(() => onLetterWord(editor, setOpened), [editor])
  const toggle = (word: LetterWord) => (open: boolean) => setOpened(open ? word : null)

  return (
    <>
      <RichTextEditor.Toolbar sticky>
        <NativeSelect className={classes.style} size="xs" aria-label="Absatzformat" data={styles} value={style} disabled={columns > 0} onChange={(event) => setStyle(editor, event.currentTarget.value)} />
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.Underline />
          <RichTextEditor.ClearFormatting />
        </RichTextEditor.ControlsGroup>
        <PassageControls />
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <FieldMenu editor={editor} values={values} opened={opened === 'field'} onOpen={toggle('field')} />
          <TableMenu editor={editor} columns={columns} opened={opened === 'table'} onOpen={toggle('table')} />
          <RichTextEditor.Control aria-label="Fußnote (/fußnote)" title="Fußnote (/fußnote)" onClick={() => setOpened('note')}><IconSuperscript size={16} aria-hidden /></RichTextEditor.Control>
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Undo />
          <RichTextEditor.Redo />
        </RichTextEditor.ControlsGroup>
        {further}
      </RichTextEditor.Toolbar>
      {opened === 'note' && <NoteDialog editor={editor} onClose={() => setOpened(null)} />}
    </>
  )
}

function styleHere(editor: Editor): string {
  if (editor.isActive('blockquote')) return 'blockquote'
  return ['1', '2', '3'].find((level) => editor.isActive('heading', { level: Number(level) })) ?? 'paragraph'
}

function setStyle(editor: Editor, style: string): void {
  const chain = editor.chain().focus()
  if (editor.isActive('blockquote')) chain.unsetBlockquote()
  if (style === 'blockquote') chain.setParagraph().setBlockquote().run()
  else if (style === 'paragraph') chain.setParagraph().run()
  else chain.setHeading({ level: Number(style) as 1 | 2 | 3 }).run()
}
