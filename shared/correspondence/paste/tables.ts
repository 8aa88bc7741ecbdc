import { all, type Pasted } from './inline.ts'
import { isBlank, wordsOf, type PastedElement, type PastedNode } from './tree.ts'

/** A place in a table; `element` is null where a cell reaches that stands elsewhere. */
interface Place { element: PastedElement | null; head: boolean }

/** A table as rows of equal length. */
export interface Grid { rows: Place[][]; merged: boolean }

/** Spans beyond this are mistakes or attacks. */
const mostSpan = 400

/** Reads a table; cells that span several become one cell and empty ones, empty rows and columns at the end go. */
export function gridOf(table: PastedElement, pasted: Pasted): Grid {
  const rows: Place[][] = []
  let merged = false
  const found = rowsOf(table, false).filter(({ row }) => !pasted.leavesOut(row))
  found.forEach(({ row, head }, y) => {
    const line = (rows[y] ??= [])
    let x = 0
    for (const cell of row.children) {
      if (typeof cell === 'string' || (cell.tag !== 'td' && cell.tag !== 'th') || pasted.leavesOut(cell)) continue
      while (line[x]) x += 1
      const wide = spanOf(cell.attributes.colspan)
      const high = Math.min(spanOf(cell.attributes.rowspan), found.length - y)
      merged ||= wide > 1 || high > 1
      for (let down = 0; down < high; down += 1) {
        const below = (rows[y + down] ??= [])
        for (let along = 0; along < wide; along += 1) below[x + along] = { element: down === 0 && along === 0 ? cell : null, head: head || cell.tag === 'th' }
      }
      x += wide
    }
  })
  const filled = trimmed(rows)
  const [first] = filled
  // Word and Excel have no other way to say it: a first row in bold letters names the columns.
  if (first && filled.length > 1 && first.every(({ element }) => element !== null && isBold(element, pasted))) for (const place of first) place.head = true
  return { rows: filled, merged }
}

/** A table of one row or column only arranges what stands in it, as mails do. */
export function isLayout({ rows }: Grid): boolean {
  return rows.length === 0 || (rows[0]?.length ?? 0) <= 1
}

function spanOf(value: string | undefined): number {
  return Math.min(mostSpan, Math.max(1, Number.parseInt(value ?? '1', 10) || 1))
}

function rowsOf(element: PastedElement, head: boolean): { row: PastedElement; head: boolean }[] {
  return element.children.flatMap((node) => {
    if (typeof node === 'string') return []
    if (node.tag === 'tr') return [{ row: node, head: head || /mso-yfti-irow:\s*-1/u.test(node.attributes.style ?? '') }]
    return ['thead', 'tbody', 'tfoot'].includes(node.tag) ? rowsOf(node, node.tag === 'thead') : []
  })
}

function trimmed(rows: readonly Place[][]): Place[][] {
  const says = (place: Place | undefined): boolean => place?.element != null && (!isBlank(wordsOf(place.element)) || all(place.element, ({ tag }) => tag === 'img').length > 0)
  const last = rows.findLastIndex((row) => Array.from(row).some(says))
  const width = Math.max(0, ...rows.map((row) => Array.from(row).findLastIndex(says) + 1))
  return rows.slice(0, last + 1).map((row) => Array.from({ length: width }, (_, index) => row[index] ?? { element: null, head: row[0]?.head ?? false }))
}

function isBold(element: PastedElement, pasted: Pasted): boolean {
  const bold = (node: PastedNode, above: boolean): boolean => {
    if (typeof node === 'string') return above || isBlank(node)
    const { bold: here } = pasted.lookOf(node, { bold: above, italic: false, underline: false })
    return node.children.every((child) => bold(child, here))
  }
  return !isBlank(wordsOf(element)) && bold(element, false)
}
