import type { BlockNode, InlineNode, LetterBody, TableRowNode } from '../../../shared/correspondence/body.ts'

/** Gives a text from lines of data: `## ` begins a heading, `* ` an item of a list, `| ` a row of a table whose first names its columns. */
export function bodyFromLines(lines: readonly string[]): LetterBody {
  const content: BlockNode[] = []
  for (const line of lines) {
    const last = content.at(-1)
    if (line.startsWith('## ')) {
      content.push({ type: 'heading', attrs: { level: 2 }, content: wordsOf(line.slice(3)) })
    } else if (line.startsWith('* ')) {
      const item = { type: 'listItem' as const, content: [{ type: 'paragraph' as const, content: wordsOf(line.slice(2)) }] }
      if (last?.type === 'bulletList') last.content.push(item)
      else content.push({ type: 'bulletList', content: [item] })
    } else if (line.startsWith('| ')) {
      if (last?.type === 'table') last.content.push(rowOf(line, 'tableCell'))
      else content.push({ type: 'table', content: [rowOf(line, 'tableHeader')] })
    } else {
      content.push({ type: 'paragraph', content: wordsOf(line) })
    }
  }
  return { type: 'doc', content }
}

function rowOf(line: string, type: 'tableCell' | 'tableHeader'): TableRowNode {
  return { type: 'tableRow', content: line.slice(2).split(' | ').map((text) => ({ type, content: [{ type: 'paragraph', content: wordsOf(text) }] })) }
}

/** `[^…]` is a note, `{…}` a field. */
function wordsOf(text: string): InlineNode[] {
  return text.split(/(\[\^[^\]]*\]|\{[a-z_]+\})/u).filter((part) => part !== '').map((part): InlineNode => {
    if (part.startsWith('[^')) return { type: 'reference', attrs: { text: part.slice(2, -1) } }
    return /^\{[a-z_]+\}$/u.test(part) ? { type: 'field', attrs: { field: part.slice(1, -1), value: null } } : { type: 'text', text: part }
  })
}
