import { Extension, InputRule, type Editor } from '@tiptap/core'

/** What can be called up while writing. */
export type LetterWord = 'field' | 'table' | 'note'

const words: Record<string, LetterWord> = { feld: 'field', tabelle: 'table', fußnote: 'note', fussnote: 'note' }

declare module '@tiptap/core' {
  interface Storage { letterWords: { open(word: LetterWord): void } }
}

/** `/feld`, `/tabelle` and `/fußnote` at the beginning of a word open what they say, without the mouse. */
export const letterWords = Extension.create<object, { open(word: LetterWord): void }>({
  name: 'letterWords',
  addStorage: () => ({ open: () => undefined }),
  addInputRules() {
    return [new InputRule({
      find: /(?:^|\s)\/(feld|tabelle|fußnote|fussnote)$/iu,
      handler: ({ state, range, match }) => {
        const word = words[match[1]?.toLowerCase() ?? '']
        if (!word) return
        // A space before it stays.
        state.tr.delete(range.from + match[0].indexOf('/'), range.to)
        // After the change is on the screen; the menu takes the focus.
        setTimeout(() => this.storage.open(word))
      },
    })]
  },
})

/** Says what happens when one of the words is written. */
export function onLetterWord(editor: Editor, open: (word: LetterWord) => void): void {
  editor.storage.letterWords.open = open
}
