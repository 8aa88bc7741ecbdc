import { Fragment, use, useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import type { Block, Inline, Paragraph, Picture } from '../../../shared/correspondence/pages/model.ts'
import { boxStyle, letterStyle, lineHeight } from './letters.ts'
import { keyed } from '../keyed.ts'
import { WithParagraph } from './PlacedView.tsx'
import { PageNumbers, SheetContext } from './sheet.ts'
import { TableRows } from './TableRows.tsx'
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
      {label && labelLook && <span className={classes.label} style={{ ...letterStyle(labelLook, line), minWidth: points(Math.max(0, -first)), marginInlineEnd: first < 0 ? undefined : '0.4em' }}>{label.text}</span>}
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
