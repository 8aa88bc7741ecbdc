import { RichTextEditor } from '@mantine/tiptap'
import { IconBookmarkPlus, IconTextPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { letterBodySchema, type LetterBody } from '../../../shared/correspondence/body.ts'
import { showNotice } from '../../ui/notices.tsx'
import { useDesk } from '../useDesk.ts'
import { SaveAsBlock } from './SaveAsBlock.tsx'
import type { EditorBlocks } from './useBlocks.ts'

/** The buttons of the editor for text blocks. What is written about clients never becomes one: it lies on the other side. */
export function BlockTools({ blocks }: { blocks: EditorBlocks }): ReactNode {
  const { side } = useDesk()
  const [saving, setSaving] = useState<LetterBody | null>(null)
  const take = (): void => {
    const { editor } = blocks
    if (!editor || editor.state.selection.empty) return showNotice('Markieren Sie zuerst im Text, was ein Textbaustein werden soll.')
    const { from, to } = editor.state.selection
    const body = letterBodySchema.safeParse(editor.state.doc.cut(from, to).toJSON())
    if (body.success) setSaving(body.data)
  }
  return (
    <>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Control aria-label="Textbausteine" title="Textbausteine (im Text: //)" aria-pressed={blocks.library} active={blocks.library} onClick={() => blocks.openLibrary(!blocks.library)}><IconTextPlus size={16} stroke={1.5} aria-hidden /></RichTextEditor.Control>
        {side === 'office' && <RichTextEditor.Control aria-label="Als Textbaustein speichern" title="Auswahl als Textbaustein speichern" onClick={take}><IconBookmarkPlus size={16} stroke={1.5} aria-hidden /></RichTextEditor.Control>}
      </RichTextEditor.ControlsGroup>
      {saving && <SaveAsBlock body={saving} onClose={() => setSaving(null)} />}
    </>
  )
}
