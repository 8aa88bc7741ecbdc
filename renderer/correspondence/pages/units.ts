import type { Block, Paragraph, Table } from '../../../shared/correspondence/pages/model.ts'

/** A piece of the text that pages are made up of: a paragraph, or rows of a table that cells bind together. */
export type Unit = { paragraph: Paragraph } | { table: Table; from: number; to: number; head: number }

/** Gives the pieces of a text in their order. */
export function unitsOf(blocks: readonly Block[]): Unit[] {
  return blocks.flatMap((block): Unit[] => (block.type === 'paragraph' ? [{ paragraph: block }] : rowsOf(block)))
}

function rowsOf(table: Table): Unit[] {
  const headless = table.rows.findIndex(({ head }) => !head)
  const head = headless < 0 ? 0 : headless
  const units: Unit[] = []
  let from = 0
  let bound = 0
  for (const [index, { cells }] of table.rows.entries()) {
    bound = Math.max(bound, ...cells.map(({ rows }) => index + rows))
    if (bound > index + 1) continue
    units.push({ table, from, to: index + 1, head })
    from = index + 1
  }
  return units
}

/** How a unit stands to its neighbours; distances in points. */
export interface Manners {
  before: number
  after: number
  style: string
  close: boolean
  keepNext: boolean
  /** Whether a page may not break within it. */
  whole: boolean
  /** Lines that stay together before and after a break. */
  company: number
  breakBefore: boolean
}

/** What a unit asks of its neighbours. */
export function mannersOf(unit: Unit): Manners {
  if ('paragraph' in unit) {
    const { before, after, style, close, keepNext, keepLines, tearable, breakBefore } = unit.paragraph
    return { before, after, style, close, keepNext, whole: keepLines, company: tearable ? 1 : 2, breakBefore }
  }
  const rows = unit.table.rows.slice(unit.from, unit.to)
  const first = rows[0]?.cells[0]?.blocks[0]
  return {
    before: 0, after: 0, style: '', close: false, company: 1, whole: unit.from < unit.head || rows.every(({ keepLines, exact }) => keepLines || exact), breakBefore: false,
    // The names of the columns never stand alone.
    keepNext: unit.from < unit.head || (first?.type === 'paragraph' && first.keepNext),
  }
}

/** The distance between two neighbours in points: the greater of both, or their sum in old files. */
export function distanceBetween(above: Manners | undefined, below: Manners, adds: boolean): number {
  if (!above) return below.before
  const alike = above.style !== '' && above.style === below.style
  const after = alike && above.close ? 0 : above.after
  const before = alike && below.close ? 0 : below.before
  return adds ? after + before : Math.max(after, before)
}
