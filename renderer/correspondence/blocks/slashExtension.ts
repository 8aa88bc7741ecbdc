import { Extension, type Editor } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'

/** What was typed to find a text block: `//` and the words behind it, with its place in the text. */
export interface SlashQuery { from: number; to: number; query: string }

interface SlashState { asked: SlashQuery | null; dismissed: number | null }

const key = new PluginKey<SlashState>('text-blocks')

/** `//` at the beginning of a word, and up to 60 characters behind it; an address such as https:// is none. */
const asking = /(?:^|\s)\/\/([^/\n]{0,60})$/u

/** Sees `//` in the text and hands keys to the list that it opens. */
export const slashExtension = Extension.create<object, { onKey: ((key: string) => boolean) | null }>({
  name: 'textBlocks',
  // The list is asked before Enter makes a paragraph.
  priority: 1_000,
  addStorage: () => ({ onKey: null }),
  addProseMirrorPlugins() {
    const { storage } = this
    return [new Plugin<SlashState>({
      key,
      state: {
        init: () => ({ asked: null, dismissed: null }),
        apply(transaction, before, _old, state) {
          const asked = askedIn(state)
          const left: number | null = transaction.getMeta(key) === 'dismiss' ? before.asked?.from ?? null : before.dismissed === null ? null : transaction.mapping.map(before.dismissed, -1)
          // Esc holds for this `//`; another one opens the list again.
          const dismissed = asked !== null && asked.from === left ? left : null
          return { asked: dismissed === null ? asked : null, dismissed }
        },
      },
      props: { handleKeyDown: (_view, event) => !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing && (storage.onKey?.(event.key) ?? false) },
    })]
  },
})

/** What is being looked for, null while nothing is. */
export function slashQuery(editor: Editor): SlashQuery | null {
  return key.getState(editor.state)?.asked ?? null
}

/** Closes the list; what was typed stays. */
export function dismissSlash(editor: Editor): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, 'dismiss').setMeta('addToHistory', false))
}

/** Says who answers keys while the list is open. */
export function answerKeys(editor: Editor, onKey: ((key: string) => boolean) | null): void {
  const storage = (editor.storage as { textBlocks?: { onKey: ((key: string) => boolean) | null } }).textBlocks
  if (storage) storage.onKey = onKey
}

function askedIn({ selection }: EditorState): SlashQuery | null {
  if (!selection.empty || !selection.$from.parent.isTextblock) return null
  const { parent, parentOffset, pos } = selection.$from
  const typed = asking.exec(parent.textBetween(Math.max(0, parentOffset - 80), parentOffset, undefined, '\n'))
  if (!typed) return null
  const query = typed[1] ?? ''
  // Whoever goes on writing after a blank has meant the two strokes.
  return query.startsWith(' ') ? null : { from: pos - query.length - 2, to: pos, query }
}
