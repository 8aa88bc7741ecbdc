import '@mantine/tiptap/styles.css'
import { Alert, Input } from '@mantine/core'
import { RichTextEditor, type RichTextEditorLabels } from '@mantine/tiptap'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Editor, Extensions } from '@tiptap/core'
import { useEditor, useEditorState } from '@tiptap/react'
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { missingFields, type BodyFieldValues } from '../../shared/correspondence/body-fields.ts'
import { letterBodySchema, type LetterBody } from '../../shared/correspondence/body.ts'
import { styleNonce } from '../app/content-security.ts'
import { EditorTools } from './editor/EditorTools.tsx'
import { showFieldValues } from './editor/fieldNode.ts'
import { letterExtensions } from './editor/letterExtensions.ts'
import { Notes } from './editor/Notes.tsx'
import { cleanPastedHtml } from './editor/pastedTree.ts'
import { notesOf } from './editor/referenceNode.ts'
import { SpellingMenu } from './language/SpellingMenu.tsx'
import classes from './LetterEditor.module.css'

const labels: Partial<RichTextEditorLabels> = {
  boldControlLabel: 'Fett', italicControlLabel: 'Kursiv', underlineControlLabel: 'Unterstrichen',
  bulletListControlLabel: 'Aufzählung', orderedListControlLabel: 'Nummerierung',
  undoControlLabel: 'Rückgängig im Text', redoControlLabel: 'Wiederholen im Text', clearFormattingControlLabel: 'Ohne Formatierung',
}

export interface LetterEditorProps {
  value: LetterBody
  onChange(value: LetterBody): void
  readOnly: boolean
  /** What the fields in the text say; none where the text belongs to no letter. */
  values?: BodyFieldValues
  /** Further abilities of the editor; the same list at every drawing. */
  further?: Extensions
  /** Told of the editor once it is there. */
  onEditor?(editor: Editor): void
  /** What the field is called, where it isn't the text of a letter. */
  label?: string
  /** A text of a few lines begins low. */
  short?: boolean
  /** Further groups of buttons. */
  tools?: ReactNode
  /** What stands below the text or opens over it. */
  children?: ReactNode
}

/** The field „Text" of a letter. Loaded on demand, because the editor is the largest part of the screen. */
export function LetterEditor({ value, onChange, readOnly, values, further, onEditor, label: name = 'Text', short = false, tools, children }: LetterEditorProps): ReactNode {
  const label = useId()
  const shown = useRef(JSON.stringify(value))
  const [refused, setRefused] = useState(false)
  const changed = useRef(onChange)
  useLayoutEffect(() => { changed.current = onChange })
  const editor = useEditor({
    extensions: further ? [...letterExtensions, ...further] : letterExtensions,
    injectNonce: styleNonce,
    // Made after the first drawing: React may draw long before it shows, and an editor that isn't shown at once is destroyed.
    immediatelyRender: false,
    content: value,
    editable: !readOnly,
    editorProps: {
      transformPastedHTML: cleanPastedHtml,
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': label, spellcheck: 'false', lang: 'de' },
    },
    onUpdate: ({ editor: current }) => {
      const body = letterBodySchema.safeParse(current.getJSON())
      // What the schema refuses (a fifth level of lists) stays on the screen, with a word about it, until the next change makes it valid.
      setRefused(!body.success)
      if (!body.success) return
      shown.current = JSON.stringify(body.data)
      changed.current(body.data)
    },
  })

  const notes = useEditorState({ editor, selector: ({ editor: current }) => notesOf(current) })
  useEffect(() => { if (editor && values) showFieldValues(editor, values) }, [editor, values])
  useEffect(() => editor?.setEditable(!readOnly, false), [editor, readOnly])
  useEffect(() => { if (editor) onEditor?.(editor) }, [editor, onEditor])

  // Another version came in from outside (undo, conflict): show it without telling it as a change of one's own.
  useEffect(() => {
    const wanted = JSON.stringify(value)
    if (!editor || wanted === shown.current) return
    shown.current = wanted
    editor.commands.setContent(value, { emitUpdate: false })
  }, [editor, value])

  const missing = values ? missingFields(value, values) : []
  return (
    <div>
      <Input.Label component="div" id={label} mb={4}>{name}</Input.Label>
      <RichTextEditor editor={editor} labels={labels} classNames={{ content: short ? classes.short : classes.content }}>
        {!readOnly && editor && <EditorTools editor={editor} values={values} further={tools} />}
        <RichTextEditor.Content />
      </RichTextEditor>
      {children}
      <Notes editor={editor} notes={notes ?? []} readOnly={readOnly} />
      {missing.length > 0 && <Alert mt="xs" p="xs" color="amber" icon={<IconAlertTriangle aria-hidden />}>Noch ohne Angabe: {missing.join(', ')}. Die Stellen sind im Schreiben gelb markiert.</Alert>}
      {refused && <Alert mt="xs" p="xs" color="red" icon={<IconAlertTriangle aria-hidden />}>Der Text wird so nicht gespeichert: Er ist zu tief gegliedert, oder eine Tabelle ist zu groß (höchstens 12 Spalten und 300 Zeilen). Rückgängig mit Strg+Z.</Alert>}
      {editor && <SpellingMenu editor={editor} />}
    </div>
  )
}
