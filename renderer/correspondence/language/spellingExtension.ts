import { Extension, type Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { isForeign, spellableWords, type TextWord } from '../../../shared/correspondence/language/words.ts'
import { accept, forgetVerdicts, isWrong, learn, verdictEpoch } from './spellingVerdicts.ts'
import { blockText } from './textBlocks.ts'

/** A word that is spelt wrong, by positions of the editor. */
export interface Mistake {
  word: string
  from: number
  to: number
}

interface Spelling { on: boolean; typing: boolean; mistakes: readonly Mistake[]; marks: DecorationSet }

const key = new PluginKey<Spelling>('spelling')
/** A pause in typing, in milliseconds, after which new words are asked about. */
const pause = 250

/** Words and mistakes of a paragraph; a paragraph that nobody has changed is the same node and isn't read again. */
const words = new WeakMap<Node, readonly TextWord[]>()
const kept = new WeakMap<Node, { epoch: number; wrong: readonly TextWord[] }>()

/** Who shows the menu of an editor's mistakes. */
const menus = new WeakMap<Editor, (mistake: Mistake) => void>()

/** Underlines what is spelt wrong. Words are judged in the office process, in pauses of typing and from the cursor outwards. */
export const spellingExtension = Extension.create({
  name: 'spelling',
  addProseMirrorPlugins() {
    const { editor } = this
    return [new Plugin<Spelling>({
      key,
      state: {
        init: () => ({ on: true, typing: false, mistakes: [], marks: DecorationSet.empty }),
        apply(transaction, before, _old, state) {
          const told = transaction.getMeta(key) as { on?: boolean } | undefined
          if (!told && !transaction.docChanged && !transaction.selectionSet) return before
          const on = told?.on ?? before.on
          const typing = transaction.docChanged || (before.typing && !transaction.selectionSet)
          const mistakes = on ? mistakesIn(state.doc) : []
          const { head, empty } = state.selection
          // The word that is being typed isn't judged before it is finished.
          const shown = mistakes.filter(({ from, to }) => !(typing && empty && head >= from && head <= to))
          return { on, typing, mistakes, marks: DecorationSet.create(state.doc, shown.map(({ from, to }) => Decoration.inline(from, to, { class: 'misspelt' }))) }
        },
      },
      props: {
        decorations: (state) => key.getState(state)?.marks,
        handleDOMEvents: {
          contextmenu(view, event) {
            // By key the event has no place of its own: what counts is the cursor.
            const place = event.button === 2 ? view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos : view.state.selection.head
            const found = mistakesOf(view.state).find(({ from, to }) => place !== undefined && place >= from && place <= to)
            const show = menus.get(editor)
            if (!found || !show || !view.editable) return false
            event.preventDefault()
            show(found)
            return true
          },
        },
      },
      view: (view) => watch(view),
    })]
  },
})

/** What is underlined, in the order of the text. */
export function mistakesOf(state: EditorState): readonly Mistake[] {
  return key.getState(state)?.mistakes ?? []
}

/** Shows a menu of its own where somebody asks for the one of a mistake, by mouse or by key. @returns ends that */
export function onMistakeMenu(editor: Editor, show: (mistake: Mistake) => void): () => void {
  menus.set(editor, show)
  return () => void menus.delete(editor)
}

/** Switches the underlining on or off. */
export function setSpelling(editor: Editor, on: boolean): void {
  if (key.getState(editor.state)?.on !== on) refresh(editor.view, { on })
}

/** Takes a word for right from now on. */
export function acceptWord(editor: Editor, word: string): void {
  accept(word)
  refresh(editor.view)
}

function refresh(view: EditorView, told: { on?: boolean } = {}): void {
  if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, told).setMeta('addToHistory', false))
}

/** Asks about unknown words after each pause. */
function watch(view: EditorView): { update(): void; destroy(): void } {
  forgetVerdicts()
  let clock: ReturnType<typeof setTimeout> | undefined
  const ask = async (): Promise<void> => {
    if (view.isDestroyed || !view.editable || !key.getState(view.state)?.on) return
    try {
      if (!(await learn(wordsFromCursor(view.state)))) return
    } catch {
      // Without an answer nothing is underlined; the next pause asks again.
      return
    }
    refresh(view)
    later()
  }
  const later = (): void => {
    clearTimeout(clock)
    clock = setTimeout(() => void ask(), pause)
  }
  later()
  return { update: later, destroy: () => clearTimeout(clock) }
}

function* wordsFromCursor({ doc, selection }: EditorState): Generator<string> {
  const blocks: { node: Node; distance: number }[] = []
  doc.descendants((node, position) => {
    if (node.isTextblock) blocks.push({ node, distance: Math.abs(position - selection.head) })
    return !node.isTextblock
  })
  for (const { node } of blocks.toSorted((a, b) => a.distance - b.distance)) for (const { word } of wordsOf(node)) yield word
}

function mistakesIn(doc: Node): Mistake[] {
  const found: Mistake[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    for (const { word, start, end } of wrongIn(node)) found.push({ word, from: position + 1 + start, to: position + 1 + end })
    return false
  })
  return found
}

function wrongIn(node: Node): readonly TextWord[] {
  const before = kept.get(node)
  if (before?.epoch === verdictEpoch()) return before.wrong
  const all = wordsOf(node)
  const unknown = all.filter(({ word }) => isWrong(word))
  const wrong = isForeign(all.length, unknown.length) ? [] : unknown
  kept.set(node, { epoch: verdictEpoch(), wrong })
  return wrong
}

function wordsOf(node: Node): readonly TextWord[] {
  const before = words.get(node)
  if (before) return before
  const found = spellableWords(blockText(node))
  words.set(node, found)
  return found
}
