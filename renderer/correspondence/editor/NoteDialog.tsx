import { Textarea } from '@mantine/core'
import { NodeSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/core'
import { useState, type ReactNode } from 'react'
import { maxReferenceLength } from '../../../shared/correspondence/body.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'

/** Asks for the words of a note: of the one that is selected, or of a new one where the cursor stands. */
export function NoteDialog({ editor, onClose }: { editor: Editor; onClose(): void }): ReactNode {
  const { selection } = editor.state
  const known = selection instanceof NodeSelection && selection.node.type.name === 'reference' ? (selection.node.attrs.text as string) : null
  const [text, setText] = useState(known ?? '')
  const words = text.replaceAll(/\s+/gu, ' ').trim()
  const confirm = (): void => {
    onClose()
    setTimeout(() => {
      const chain = editor.chain().focus()
      if (known === null) chain.insertContent({ type: 'reference', attrs: { text: words } }).run()
      else chain.updateAttributes('reference', { text: words }).run()
    })
  }
  return (
    <DecisionDialog title={known === null ? 'Fußnote einfügen' : 'Fußnote ändern'} confirm={known === null ? 'Einfügen' : 'Übernehmen'} disabled={words === ''} onConfirm={confirm} onClose={onClose}>
      <Textarea label="Text der Fußnote" description="Zum Beispiel die Quelle. Die Nummer kommt von selbst." data-autofocus autosize minRows={2} maxRows={8} maxLength={maxReferenceLength} value={text} onChange={(event) => setText(event.currentTarget.value)} />
    </DecisionDialog>
  )
}
