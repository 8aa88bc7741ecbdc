import type { AnyExtension, Extensions } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { passageExtensions } from '../copies/passages.tsx'
import { spellingExtension } from '../language/spellingExtension.ts'
import { fieldNode } from './fieldNode.ts'
import { letterWords } from './letterWords.ts'
import { referenceNode } from './referenceNode.ts'
import { tableNodes } from './tableNodes.ts'

/** What stands within others, as a letter's schema has it. */
const contents: Record<string, string> = { blockquote: 'paragraph+', listItem: 'paragraph (paragraph | bulletList | orderedList)*' }

const usual = StarterKit.extend({
  addExtensions(): AnyExtension[] {
    return (this.parent?.() ?? []).map((each: AnyExtension) => {
      const content = contents[each.name]
      return content === undefined ? each : each.extend({ content })
    })
  },
})

/** The editor knows exactly what a letter may hold: whatever else is pasted loses its form and keeps its words. */
export const letterExtensions: Extensions = [
  usual.configure({ heading: { levels: [1, 2, 3] }, code: false, codeBlock: false, horizontalRule: false, link: false, strike: false, trailingNode: false }),
  ...passageExtensions, ...tableNodes, fieldNode, referenceNode, letterWords, spellingExtension,
]
