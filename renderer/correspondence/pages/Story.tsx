import { Fragment, use, useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import type { Block, Borders, Cell, Inline, Paragraph, Picture, Placed, Row, Table } from '../../../shared/correspondence/pages/model.ts'
import { boxStyle, letterStyle, line as border, lineHeight } from './letters.ts'
import { keyed } from '../keyed.ts'
import { edge, shift, standsOnPage } from './placed.ts'
import { PageNumbers, SectionContext, SheetContext } from './sheet.ts'
import { widenTabs } from './tabs.ts'
import { distanceBetween, mannersOf, unitsOf, type Unit } from './units.ts'
import classes from './Story.module.css'

/** Paragraphs and tables one below the other with the distances between them, as in a cell, a text box or a header. */
export function Story({ blocks }: { blocks: readonly Block[] }): ReactNode {
  const { addsDistances } = use(SheetContext)
  const units = unitsOf(blocks)
  const manners = units.map(mannersOf)
  return (
    <>
      {keyed(units).map(({ key, item }, index) => {
        const own = manners[index]
        return own && <div key={key} style={{ paddingTop: points(distanceBetween(manners[index - 1], own, addsDistances)) }}><UnitView unit={item} topLine={index === 0 || !('table' in item) || item.from === 0} /></div>
      })}
      {(manners.at(-1)?.after ?? 0) > 0 && <div style={{ height: points(manners.at(-1)?.after ?? 0) }} />}
    </>
  )
}

/** One piece of the text. @param props.topLine whether the rows of a table have a line above the first of them */
export function UnitView({ unit, topLine }: { unit: Unit; topLine: boolean }): ReactNode {
  return 'paragraph' in unit ? <ParagraphView paragraph={unit.paragraph} /> : <TableRows table={unit.table} from={unit.from} to={unit.to} topLine={topLine} />
}

/** A length in points as CSS says it; nothing for none. */
export function points(length: number): string | undefined {
  return length === 0 ? undefined : `${length}pt`
}

function ParagraphView({ paragraph }: { paragraph: Paragraph }): ReactNode {
  const { looks, tab } = use(SheetContext)
  const { page, pages } = use(PageNumbers)
  const element = useRef<HTMLDivElement>(null)
  const { inlines, label, look: markLook, line, left, right, first, align, rightToLeft, ground, borders } = paragraph
  const tabbed = inlines.some(({ type }) => type === 'tab')
  useLayoutEffect(() => {
    if (tabbed && element.current) widenTabs(element.current, paragraph, tab)
  }, [tabbed, paragraph, tab, page, pages])
  const mark = looks[markLook]
  if (!mark) return null
  const used = inlines.flatMap((inline) => { const look = 'look' in inline ? looks[inline.look] : undefined; return look ? [look] : [] })
  const { font } = used[0] ?? mark
  const labelLook = label && looks[label.look]
  const style: CSSProperties = {
    ...letterStyle({ font, size: Math.min(...(used.length > 0 ? used : [mark]).map(({ size }) => size)), kerning: mark.kerning }, line), lineHeight: lineHeight(line, font),
    marginInlineStart: points(left), marginInlineEnd: points(right), textIndent: points(first), textAlign: align, backgroundColor: ground, ...boxStyle(borders),
  }
  return (
    <div ref={element} className={classes.paragraph} style={style} dir={rightToLeft ? 'rtl' : 'ltr'}>
      {paragraph.placed.length > 0 && <WithParagraph paragraph={paragraph} />}
      {label && labelLook && label.text !== '' && <span className={classes.label} style={{ ...letterStyle(labelLook, line), minWidth: points(Math.max(0, -first)), marginInlineEnd: first < 0 ? undefined : '0.4em' }}>{label.text}</span>}
      {inlines.length === 0 ? '\u200B' : keyed(inlines).map(({ key, item }) => <Fragment key={key}><Words inline={item} line={line} /></Fragment>)}
    </div>
  )
}

/** The ground of what is missing. */
const marked = '#ffff00'

function Words({ inline, line }: { inline: Inline; line: Paragraph['line'] }): ReactNode {
  const { looks } = use(SheetContext)
  const numbers = use(PageNumbers)
  if (inline.type === 'picture') return <PictureView picture={inline.picture} />
  const look = looks[inline.look]
  if (inline.type === 'break' || !look) return <br />
  if (inline.type === 'tab') return <span data-tab className={classes.tab} style={{ ...letterStyle(look, line), backgroundColor: undefined }} />
  if (inline.type === 'note') return <span data-note={inline.note} style={letterStyle({ ...look, raise: 'super' }, line)}>{inline.note}</span>
  const words = inline.type === 'text' ? inline.text : numbers[inline.type]
  return look.ground === marked ? <mark style={letterStyle(look, line)}>{words}</mark> : <span style={letterStyle(look, line)}>{words}</span>
}

/** A picture of the document; an empty box for one that can't be shown. */
export function PictureView({ picture: { image, width, height } }: { picture: Picture }): ReactNode {
  const { images } = use(SheetContext)
  const source = image === null ? undefined : images[image]
  const size = { width: `${width}pt`, height: `${height}pt` }
  return source === undefined ? <span className={classes.unknown} style={size} /> : <img className={classes.picture} style={size} src={source} alt="" />
}

/** What goes with its paragraph: measured from its top, and from the edge of the page or of the text. */
function WithParagraph({ paragraph }: { paragraph: Paragraph }): ReactNode {
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
export function PlacedBox({ placed: { width, height, least, ground, border: frame, padding, align, picture, blocks }, style }: { placed: Placed; style: CSSProperties }): ReactNode {
  const whole: CSSProperties = {
    width: width > 0 ? `${width}pt` : 'max-content', ...(height === 0 ? {} : least ? { minHeight: `${height}pt` } : { height: `${height}pt`, overflow: 'hidden' }),
    backgroundColor: ground, border: border(frame), padding: padding.map((each) => `${each}pt`).join(' '),
    justifyContent: align === 'middle' ? 'center' : align === 'end' ? 'flex-end' : 'flex-start', ...style,
  }
  return <div className={classes.placed} style={whole}>{picture ? <PictureView picture={picture} /> : <div><Story blocks={blocks} /></div>}</div>
}

/** Rows of a table as a table of their own, so that pages can break between them. A line between two rows or cells is drawn by the first of them. */
export function TableRows({ table, from, to, topLine }: { table: Table; from: number; to: number; topLine: boolean }): ReactNode {
  const { columns, align, left } = table
  const shared = columns.some((width) => width < 0)
  const width = columns.reduce((sum, each) => sum + Math.abs(each), 0)
  const style: CSSProperties = {
    width: shared ? `${width * 100}%` : `${width}pt`, marginLeft: align === 'start' ? points(left) : 'auto', marginRight: align === 'center' ? 'auto' : undefined,
  }
  return (
    <table className={classes.table} style={style} role="presentation">
      <colgroup>{keyed(columns).map(({ key, item }) => <col key={key} style={{ width: shared ? `${(Math.abs(item) / width) * 100}%` : `${item}pt` }} />)}</colgroup>
      <tbody>
        {keyed(table.rows.slice(from, to)).map(({ key, item }, index) => (
          <tr key={key} style={{ height: points(item.height) }}>
            {keyed(item.cells).map((cell, place) => <Fragment key={cell.key}><CellView cell={cell.item} row={item} borders={drawn(table, from + index, place, topLine && index === 0)} /></Fragment>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CellView({ cell: { columns, rows, padding, ground, align, blocks }, row, borders }: { cell: Cell; row: Row; borders: Borders }): ReactNode {
  // Lines stand on the edge of the cell in Word, and take nothing from its words.
  const [above, right, below, left] = padding
  const style: CSSProperties = {
    padding: `${above}pt ${right - (borders.right?.width ?? 0)}pt ${below}pt ${left - (borders.left?.width ?? 0)}pt`, verticalAlign: align === 'middle' ? 'middle' : align === 'end' ? 'bottom' : 'top', backgroundColor: ground,
    borderTop: border(borders.top), borderRight: border(borders.right), borderBottom: border(borders.bottom), borderLeft: border(borders.left), height: points(row.height),
  }
  const exact = row.exact ? { height: `${row.height}pt`, overflow: 'hidden' } : undefined
  return <td colSpan={columns} rowSpan={rows} style={style}><div style={exact}><Story blocks={blocks} /></div></td>
}

/** The lines that a cell draws. */
function drawn(table: Table, row: number, place: number, topLine: boolean): Borders {
  const cells = table.rows[row]?.cells ?? []
  const own: Borders = cells[place]?.borders ?? {}
  return {
    top: topLine ? own.top : undefined, left: place === 0 ? own.left : undefined, right: own.right ?? cells[place + 1]?.borders.left,
    bottom: own.bottom ?? table.rows[row + 1]?.cells[place]?.borders.top,
  }
}
