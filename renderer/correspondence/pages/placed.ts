import type { CSSProperties } from 'react'
import type { Block, Placed, Section, Spot } from '../../../shared/correspondence/pages/model.ts'

/** Whether something stands on the page, and not where its paragraph happens to be. */
export function standsOnPage({ down }: Placed): boolean {
  return down.from !== 'paragraph'
}

/** What is placed by the paragraphs of a text, also those in its tables. */
export function placedIn(blocks: readonly Block[]): Placed[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? block.placed : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => placedIn(cell.blocks)))))
}

/** The distance from one edge; `size` is the page's, `before` and `after` its margins. */
export function edge({ from, offset, align }: Spot, side: 'left' | 'top', size: number, before: number, after: number): CSSProperties {
  const [start, end] = from === 'margin' ? [before, after] : [0, 0]
  if (align === 'middle') return { [side]: `${(start + size - end) / 2}pt` }
  if (align === 'end') return { [side === 'left' ? 'right' : 'bottom']: `${end}pt` }
  return { [side]: `${start + (align === 'start' ? 0 : offset)}pt` }
}

/** Brings what stands in the middle back by half of itself. */
export function shift({ across, down }: Placed): string | undefined {
  if (across.align !== 'middle' && down.align !== 'middle') return undefined
  return `translate(${across.align === 'middle' ? '-50%' : '0'}, ${down.align === 'middle' ? '-50%' : '0'})`
}

/** The strip of the page from which something keeps the text, where text has no room beside it. @param paragraph where its paragraph begins */
export function stripOf(placed: Placed, section: Section, paragraph: number, measured: number): { from: number; to: number } | null {
  const { across, down, wrap, width } = placed
  if (wrap === 'none' || down.align !== null) return null
  const column = section.width - section.left - section.right
  const room = across.from === 'page' ? section.width : column
  const left = (across.align === 'middle' ? (room - width) / 2 : across.align === 'end' ? room - width : across.align === 'start' ? 0 : across.offset) - (across.from === 'page' ? section.left : 0)
  const beside = Math.max(left, column - left - width)
  if (left >= column || left + width <= 0 || (wrap === 'beside' && beside >= narrowest)) return null
  const from = down.from === 'paragraph' ? paragraph + down.offset : down.offset + (down.from === 'margin' ? section.top : 0)
  return { from, to: from + Math.max(measured, placed.height) }
}

/** Word sets no line that is narrower than an inch beside something. */
const narrowest = 72
