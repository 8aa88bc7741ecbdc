import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { TextSelection } from '@tiptap/pm/state'
import type { LetterBody } from '../../../shared/correspondence/body.ts'

/**
 * Makes the editor show another text by changing only what differs, as one step that can be taken back.
 * @param caret whether the caret goes to the end of what came in
 */
export function showBody(editor: Editor, body: LetterBody, caret: boolean): void {
  const { state, view, schema } = editor
  const next = schema.nodeFromJSON(body.content.length > 0 ? body : { type: 'doc', content: [{ type: 'paragraph' }] })
  const from = state.doc.content.findDiffStart(next.content)
  const ends = state.doc.content.findDiffEnd(next.content)
  if (from === null || ends === null) return
  // Equal letters at both edges must not be counted twice.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  const transaction = closeHistory(state.tr).replace(from, ends.a + overlap, next.slice(from, ends.b + overlap))
  if (caret) transaction.setSelection(TextSelection.near(transaction.doc.resolve(Math.min(ends.b + overlap, transaction.doc.content.size)), -1)).scrollIntoView()
  view.dispatch(transaction)
}
