import { Button, Text } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import type { ReactNode } from 'react'
import type { NotePlace } from './referenceNode.ts'
import classes from './Tools.module.css'

/** The notes of the text below it, each to be read in full and changed by keyboard. */
export function Notes({ editor, notes, readOnly }: { editor: Editor | null; notes: readonly NotePlace[]; readOnly: boolean }): ReactNode {
  if (editor === null || notes.length === 0) return null
  const change = (position: number): void => {
    editor.chain().setNodeSelection(position).scrollIntoView().run()
    editor.storage.letterWords.open('note')
  }
  return (
    <ol className={classes.notes} aria-label="Fußnoten">
      {notes.map(({ position, text }, index) => (
        <li key={position}>
          <Text span size="sm">{text}</Text>{' '}
          {!readOnly && <Button size="compact-xs" variant="subtle" aria-label={`Fußnote ${index + 1} ändern`} onClick={() => change(position)}>Ändern</Button>}
        </li>
      ))}
    </ol>
  )
}
