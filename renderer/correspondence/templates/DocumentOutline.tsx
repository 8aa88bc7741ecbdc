import { VisuallyHidden } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import type { OutlineBlock, OutlinePart, Span } from '../../../shared/correspondence/templates/model.ts'
import { keyed } from '../keyed.ts'
import classes from './Outline.module.css'

/** A paragraph of a document as the outline shows it. */
export type OutlineParagraph = Extract<OutlineBlock, { type: 'paragraph' }>

/** How a paragraph is drawn where it can be clicked; `content` are its words. */
export type DrawParagraph = (part: string, paragraph: OutlineParagraph, content: ReactNode) => ReactNode

/** Letters of 11 points are as large as the text of the screen. */
const pixelsPerPoint = 14 / 11

/**
 * Shows a document part by part: headers, text with tables and text boxes, footers. It shows what stands where and how it is set off, not
 * the page: where things are measured is the affair of the template.
 */
export function DocumentOutline({ outline, draw }: { outline: readonly OutlinePart[]; draw?: DrawParagraph }): ReactNode {
  return (
    <div className={classes.paper}>
      {outline.map(({ part, label, blocks }) => (
        <section key={part} className={classes.part} aria-label={label}>
          {outline.length > 1 && <p className={classes.label}>{label}</p>}
          <Blocks part={part} blocks={blocks} draw={draw} />
        </section>
      ))}
    </div>
  )
}

type BlocksProps = { part: string; blocks: readonly OutlineBlock[]; draw: DrawParagraph | undefined }

function Blocks({ part, blocks, draw }: BlocksProps): ReactNode {
  return keyed(blocks).map(({ key, item }) => (item.type === 'table'
    ? (
      <table key={key} className={classes.table}>
        <tbody>
          {keyed(item.rows).map((row) => (
            <tr key={row.key}>{keyed(row.item).map((cell) => <td key={cell.key}><Blocks part={part} blocks={cell.item} draw={draw} /></td>)}</tr>
          ))}
        </tbody>
      </table>
    )
    // A paragraph keeps its menu when one before it goes.
    : <Paragraph key={item.paragraph < 0 ? key : `paragraph-${item.paragraph}`} part={part} paragraph={item} draw={draw} />))
}

function Paragraph({ part, paragraph, draw }: { part: string; paragraph: OutlineParagraph; draw: DrawParagraph | undefined }): ReactNode {
  const { spans, size, align, heading, list, picture, boxes } = paragraph
  const style: CSSProperties = { fontSize: `${Math.max(12, Math.min(30, size * pixelsPerPoint))}px`, textAlign: align }
  const content = keyed(spans).map(({ key, item }) => <Words key={key} span={item} />)
  const empty = spans.length === 0
  return (
    <div>
      {picture && <span className={classes.picture}><IconPhoto size={14} aria-hidden /> Bild</span>}
      {!(empty && boxes.length > 0) && (
        <div className={classes.paragraph} style={style} data-heading={heading || undefined} data-list={list || undefined} dir="auto">
          {list && <span aria-hidden>• </span>}
          {draw && paragraph.paragraph >= 0 ? draw(part, paragraph, empty ? <span className={classes.empty}>leere Zeile</span> : content) : content}
        </div>
      )}
      {keyed(boxes).map((box) => (
        <div key={box.key} className={classes.box} role="group" aria-label="Textfeld"><Blocks part={part} blocks={box.item} draw={draw} /></div>
      ))}
    </div>
  )
}

function Words({ span: { text, bold, italic, mark } }: { span: Span }): ReactNode {
  if (mark === 'tag') return <span className={classes.tag}><VisuallyHidden>Feld </VisuallyHidden>{text}</span>
  return <span style={{ fontWeight: bold ? 700 : undefined, fontStyle: italic ? 'italic' : undefined }}>{text}</span>
}
