import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { mistakesOf } from './spellingExtension.ts'
import { blocksOf, type TextBlock } from './textBlocks.ts'

/** What the draft says at the moment. */
export interface DraftText {
  blocks: readonly TextBlock[]
  mistakes: number
}

/** A pause in typing, in milliseconds, after which the draft is read anew. */
const pause = 350

/** The paragraphs of a draft and how many words in it are underlined, after each pause in writing. */
export function useDraftText(editor: Editor | null): DraftText {
  const [text, setText] = useState<DraftText>({ blocks: [], mistakes: 0 })
  useEffect(() => {
    if (!editor || editor.isDestroyed) return
    let clock: ReturnType<typeof setTimeout> | undefined
    const read = (): void => setText({ blocks: blocksOf(editor.state.doc), mistakes: mistakesOf(editor.state).length })
    const later = (): void => {
      clearTimeout(clock)
      clock = setTimeout(read, pause)
    }
    read()
    editor.on('transaction', later)
    return () => {
      clearTimeout(clock)
      editor.off('transaction', later)
    }
  }, [editor])
  return text
}
