import '@mantine/tiptap/styles.css'
import { Input } from '@mantine/core'
import { RichTextEditor, type RichTextEditorLabels } from '@mantine/tiptap'
import type { Editor, Extensions } from '@tiptap/core'
import { useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { letterBodySchema, type LetterBody } from '../../shared/correspondence/body.ts'
import { styleNonce } from '../app/content-security.ts'
import classes from './LetterEditor.module.css'

/** The editor knows exactly what a letter may hold: whatever else is pasted loses its form and keeps its words. */
const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    blockquote: false, code: false, codeBlock: false, horizontalRule: false, link: false, strike: false, trailingNode: false,
  }),
]

const labels: Partial<RichTextEditorLabels> = {
  boldControlLabel: 'Fett', italicControlLabel: 'Kursiv', underlineControlLabel: 'Unterstrichen',
  h2ControlLabel: 'Überschrift', h3ControlLabel: 'Zwischenüberschrift',
  bulletListControlLabel: 'Aufzählung', orderedListControlLabel: 'Nummerierung',
  undoControlLabel: 'Rückgängig im Text', redoControlLabel: 'Wiederholen im Text', clearFormattingControlLabel: 'Ohne Formatierung',
}

export interface LetterEditorProps {
  value: LetterBody
  onChange(value: LetterBody): void
  readOnly: boolean
  /** Further abilities of the editor; the same list at every drawing. */
  further?: Extensions
  /** Told of the editor once it is there. */
  onEditor?(editor: Editor): void
}

/** The field „Text" of a letter. Loaded on demand, because the editor is the largest part of the screen. */
export function LetterEditor({ value, onChange, readOnly, further, onEditor }: LetterEditorProps): ReactNode {
  const label = useId()
  const shown = useRef(JSON.stringify(value))
  const changed = useRef(onChange)
  useLayoutEffect(() => { changed.current = onChange })
  const editor = useEditor({
    extensions: further ? [...extensions, ...further] : extensions,
    injectNonce: styleNonce,
    content: value,
    editable: !readOnly,
    editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': label, spellcheck: 'false', lang: 'de' } },
    onUpdate: ({ editor: current }) => {
      const body = letterBodySchema.safeParse(current.getJSON())
      // What the schema refuses (a fifth level of lists) stays on the screen until the next change makes it valid.
      if (!body.success) return
      shown.current = JSON.stringify(body.data)
      changed.current(body.data)
    },
  })

  useEffect(() => editor?.setEditable(!readOnly, false), [editor, readOnly])
  useEffect(() => { if (editor) onEditor?.(editor) }, [editor, onEditor])

  // Another version came in from outside (undo, conflict): show it without telling it as a change of one's own.
  useEffect(() => {
    const wanted = JSON.stringify(value)
    if (!editor || wanted === shown.current) return
    shown.current = wanted
    editor.commands.setContent(value, { emitUpdate: false })
  }, [editor, value])

  return (
    <div>
      <Input.Label component="div" id={label} mb={4}>Text</Input.Label>
      <RichTextEditor editor={editor} labels={labels} classNames={{ content: classes.content }}>
        {!readOnly && <Tools />}
        <RichTextEditor.Content />
      </RichTextEditor>
    </div>
  )
}

function Tools(): ReactNode {
  return (
    <RichTextEditor.Toolbar sticky>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Underline />
        <RichTextEditor.ClearFormatting />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.H2 />
        <RichTextEditor.H3 />
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Undo />
        <RichTextEditor.Redo />
      </RichTextEditor.ControlsGroup>
    </RichTextEditor.Toolbar>
  )
}
