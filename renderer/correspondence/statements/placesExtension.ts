import { Extension, type Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { findPlace, placeAt, type TextPlace } from '../../../shared/correspondence/statements/places.ts'

const key = new PluginKey<readonly TextPlace[]>('places')

/** Marks places of the text without being part of it: remarks stay out of the letter. */
export const placesExtension = Extension.create({
  name: 'places',
  addProseMirrorPlugins() {
    return [new Plugin<readonly TextPlace[]>({
      key,
      state: { init: () => [], apply: (transaction, places) => (transaction.getMeta(key) as readonly TextPlace[] | undefined) ?? places },
      props: {
        decorations(state) {
          const { text, positionOf } = flatten(state.doc)
          const found = (key.getState(state) ?? []).flatMap((place) => findPlace(text, place) ?? [])
          return DecorationSet.create(state.doc, found.map(({ start, end }) => Decoration.inline(positionOf(start), positionOf(end - 1) + 1, { class: 'remarked-place' })))
        },
      },
    })]
  },
})

/** Marks these places. */
export function markPlaces(editor: Editor, places: readonly TextPlace[]): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, places).setMeta('addToHistory', false))
}

/** What is selected, null where nothing is. */
export function selectedPlace(editor: Editor): TextPlace | null {
  const { from, to, empty } = editor.state.selection
  if (empty) return null
  const { text, offsetOf } = flatten(editor.state.doc)
  const place = placeAt(text, offsetOf(from), offsetOf(to))
  return place.quote.trim() === '' || place.quote.length > 500 ? null : place
}

/** Selects a place and brings it into view. @returns false when its words are no longer there */
export function showPlace(editor: Editor, place: TextPlace): boolean {
  const { text, positionOf } = flatten(editor.state.doc)
  const found = findPlace(text, place)
  if (!found) return false
  editor.chain().focus().setTextSelection({ from: positionOf(found.start), to: positionOf(found.end - 1) + 1 }).scrollIntoView().run()
  return true
}

/** The text of a document in one string, and the way between its offsets and the positions of the editor. */
function flatten(doc: Node): { text: string; positionOf(offset: number): number; offsetOf(position: number): number } {
  let text = ''
  const positions: number[] = []
  doc.descendants((node, position) => {
    if (node.isTextblock && text !== '') {
      positions.push(position)
      text += '\n'
    }
    if (!node.isText) return
    for (let at = 0; at < (node.text?.length ?? 0); at++) positions.push(position + at)
    text += node.text ?? ''
  })
  return {
    text,
    positionOf: (offset) => positions[Math.max(0, Math.min(offset, positions.length - 1))] ?? 0,
    offsetOf: (position) => {
      const found = positions.findIndex((each) => each >= position)
      return found < 0 ? text.length : found
    },
  }
}
