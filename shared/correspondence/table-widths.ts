import { inlineText, type ListNode, type ParagraphNode, type TableNode } from './body.ts'
import { textWidth } from './text-width.ts'

/** Between the line of a cell and its words, left and right together, in millimetres. */
export const cellPadding = 3
/** No column is narrower than a few figures need. */
const leastColumn = 9

/**
 * Shares the width of the text among the columns of a table by what they hold: no column narrower than its longest word, as far as there is
 * room. DOCX, preview and PDF take the same numbers.
 * @param width of all columns in millimetres
 * @param points size of the letters
 */
export function tableColumnWidths(table: TableNode, width: number, points: number): number[] {
  const columns = Array.from({ length: table.content[0]?.content.length ?? 0 }, (_, index) => {
    const lines = table.content.flatMap(({ content }) => (content[index]?.content ?? []).flatMap(linesOf))
    const widthOf = (text: string): number => textWidth(text, points) * 1.06 + cellPadding
    return {
      least: Math.max(leastColumn, ...lines.flatMap((line) => line.split(/[\s\-/]/u)).map(widthOf)),
      wanted: Math.max(leastColumn, ...lines.map(widthOf)),
    }
  })
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
  const wanted = columns.map((column) => Math.min(column.wanted, width * 0.6))
  const least = columns.map((column, index) => Math.min(column.least, wanted[index] ?? 0))
  const scaled = (numbers: readonly number[], to: number): number[] => numbers.map((each) => (each * to) / sum(numbers))
  if (sum(wanted) <= width) return scaled(wanted, width)
  if (sum(least) >= width) return scaled(least, width)
  const over = wanted.map((each, index) => each - (least[index] ?? 0))
  return least.map((each, index) => each + ((width - sum(least)) * (over[index] ?? 0)) / sum(over))
}

function linesOf(node: ParagraphNode | ListNode): string[] {
  if (node.type === 'paragraph') return inlineText(node.content).split('\n')
  // The sign of a list stands before its words.
  return node.content.flatMap((item) => item.content.flatMap(linesOf)).map((line) => `mmm${line}`)
}
