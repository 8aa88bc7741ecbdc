import type { Editor, Extensions } from '@tiptap/core'
import { useState } from 'react'
import { presetChoice } from '../../../shared/correspondence/blocks/compose.ts'
import { insertUse } from '../../../shared/correspondence/blocks/insert.ts'
import type { BlockUse, TextBlockItem } from '../../../shared/correspondence/blocks/model.ts'
import { togglePart } from '../../../shared/correspondence/blocks/toggle.ts'
import type { LetterBody } from '../../../shared/correspondence/body.ts'
import { validityOn } from '../../../shared/correspondence/validity.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { showNotice } from '../../ui/notices.tsx'
import { showBody } from './showBody.ts'
import { slashExtension } from './slashExtension.ts'

/** The text blocks of the letter that is being written. */
export interface EditorBlocks {
  editor: Editor | null
  /** For the editor, the same list at every drawing. */
  extensions: Extensions
  onEditor(editor: Editor): void
  body: LetterBody
  uses: readonly BlockUse[]
  readOnly: boolean
  /** Whether the side panel with all text blocks is open. */
  library: boolean
  openLibrary(open: boolean): void
  /** Puts a block where the caret stands, or in place of what was typed to find it. */
  insert(block: TextBlockItem, range?: { from: number; to: number }): void
  /** Takes a part into the text or out of it. */
  toggle(use: BlockUse, partId: string, on: boolean): void
  /** Takes a block that stands nowhere any more off the list. */
  forget(use: BlockUse): void
}

const ourExtensions: Extensions = [slashExtension]

/** Lets text blocks be put into a letter and their parts come and go. @param further other abilities of the editor, the same list at every drawing */
export function useBlocks(
  { body, blockUses: uses }: { body: LetterBody; blockUses: readonly BlockUse[] }, set: (patch: { blockUses: BlockUse[] }) => void, readOnly: boolean, further: Extensions = ourExtensions,
): EditorBlocks {
  const [editor, setEditor] = useState<Editor | null>(null)
  const [library, openLibrary] = useState(false)
  return {
    editor, extensions: further, onEditor: setEditor, body, uses, readOnly, library, openLibrary,
    insert(block, range) {
      if (!editor || editor.isDestroyed || readOnly) return
      const { to } = editor.state.selection
      const use: BlockUse = { id: crypto.randomUUID(), blockId: block.id, blockVersion: block.number, title: block.title, parts: block.parts, chosen: presetChoice(block.parts) }
      const next = insertUse({ body: editor.getJSON() as LetterBody, uses }, use, range ?? { from: to, to })
      editor.commands.focus(undefined, { scrollIntoView: false })
      showBody(editor, next.body, true)
      set({ blockUses: [...next.uses] })
      if (validityOn(isoDay(new Date()), block.validFrom, block.validUntil) !== 'valid') {
        showNotice(`Der Textbaustein gilt ${block.validUntil !== null && block.validUntil < isoDay(new Date()) ? `seit dem ${germanDate(block.validUntil)} nicht mehr` : 'noch nicht'}. Er steht im Text; bitte prüfen Sie ihn.`)
      }
    },
    toggle(use, partId, on) {
      if (!editor || editor.isDestroyed || readOnly) return
      const toggled = togglePart({ body, uses }, use.id, partId, on)
      if (!toggled.done) return showNotice('Dieser Teil wurde von Hand geändert und bleibt stehen. Ändern oder löschen Sie ihn bitte im Text.')
      showBody(editor, toggled.body, false)
      set({ blockUses: [...toggled.uses] })
    },
    forget(use) {
      set({ blockUses: uses.filter(({ id }) => id !== use.id) })
    },
  }
}
