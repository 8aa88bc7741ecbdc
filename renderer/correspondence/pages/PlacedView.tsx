import { use, type CSSProperties, type ReactNode } from 'react'
import type { Block, Paragraph, Placed, Section, Spot } from '../../../shared/correspondence/pages/model.ts'
import { line } from './letters.ts'
import { SectionContext } from './sheet.ts'
import { PictureView, Story } from './Story.tsx'
import classes from './Story.module.css'

/** Whether something stands on the page, and not where its paragraph happens to be. */
export function standsOnPage({ down }: Placed): boolean {
  return down.from !== 'paragraph'
}

/** What is placed by the paragraphs of a text, also those in its tables. */
export function placedIn(blocks: readonly Block[]): Placed[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? block.placed : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => placedIn(cell.blocks)))))
}

/** What stands on the page wherever its paragraph is: text boxes, frames, logos. */
export function OnPage({ placed, section }: { placed: readonly Placed[]; section: Section }): ReactNode {
  return placed.filter(standsOnPage).map((each, index) => {
    const style = { ...edge(each.across, 'left', section.width, section.left, section.right), ...edge(each.down, 'top', section.height, section.top, section.bottom) }
    // oxlint-disable-next-line react/no-array-index-key -- position is all the identity these have
    return <PlacedBox key={index} placed={each} style={{ ...style, transform: shift(each) }} />
  })
}

/** What goes with its paragraph: measured from its top, and from the edge of the page or of the text. */
export function WithParagraph({ paragraph }: { paragraph: Paragraph }): ReactNode {
  const section = use(SectionContext)
  return paragraph.placed.filter((each) => !standsOnPage(each)).map((each, index) => {
    const width = section.width - section.left - section.right
    const across = each.across.from === 'page' ? edge(each.across, 'left', section.width, 0, 0) : edge(each.across, 'left', width, 0, 0)
    const from = paragraph.left + (each.across.from === 'page' ? section.left : 0)
    const style = { ...across, top: `${each.down.offset}pt`, transform: shift({ ...each, down: { ...each.down, align: null } }), marginLeft: from === 0 || each.across.align === 'end' ? undefined : `${-from}pt` }
    // oxlint-disable-next-line react/no-array-index-key -- position is all the identity these have
    return <PlacedBox key={index} placed={each} style={style} />
  })
}

/** A text box, a frame or a picture. */
export function PlacedBox({ placed: { width, height, least, ground, border, padding, align, picture, blocks }, style }: { placed: Placed; style: CSSProperties }): ReactNode {
  const whole: CSSProperties = {
    width: width > 0 ? `${width}pt` : 'max-content', ...(height === 0 ? {} : least ? { minHeight: `${height}pt` } : { height: `${height}pt`, overflow: 'hidden' }),
    backgroundColor: ground, border: line(border), padding: padding.map((each) => `${each}pt`).join(' '),
    justifyContent: align === 'middle' ? 'center' : align === 'end' ? 'flex-end' : 'flex-start', ...style,
  }
  return <div className={classes.placed} style={whole}>{picture ? <PictureView picture={picture} /> : <div><Story blocks={blocks} /></div>}</div>
}

/** The distance from one edge; `size` is the page's, `before` and `after` its margins. */
function edge({ from, offset, align }: Spot, side: 'left' | 'top', size: number, before: number, after: number): CSSProperties {
  const [start, end] = from === 'margin' ? [before, after] : [0, 0]
  if (align === 'middle') return { [side]: `${(start + size - end) / 2}pt` }
  if (align === 'end') return { [side === 'left' ? 'right' : 'bottom']: `${end}pt` }
  return { [side]: `${start + (align === 'start' ? 0 : offset)}pt` }
}

function shift({ across, down }: Placed): string | undefined {
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
