import { Fragment, type ReactNode } from 'react'
import { hasHeaderRow, type BlockNode, type FieldNode, type InlineNode, type LetterBody, type ListItemNode, type ListNode, type ParagraphNode, type TableNode, type TableRowNode, type TextNode } from '../../../shared/correspondence/body.ts'
import { gapPieces } from '../../../shared/correspondence/gaps.ts'
import { tableColumnWidths } from '../../../shared/correspondence/table-widths.ts'
import { keyed } from './keyed.ts'
import classes from './LetterPage.module.css'
import type { PageBlock } from './pageBlock.ts'

/** Width of the text in millimetres. */
const textWidth = 165

/** Counts the notes of a letter while it is drawn. */
interface Notes { texts: string[] }

/** Gives a letter's text as blocks that stay on one page each; a table gives one for each row. Text only ever becomes text nodes, never markup. */
export function bodyBlocks({ content }: LetterBody, points: number): PageBlock[] {
  const notes: Notes = { texts: [] }
  return content.flatMap((node): PageBlock[] => {
    const before = notes.texts.length
    const since = (from: number) => notes.texts.slice(from).map((text, index) => ({ number: from + index + 1, text }))
    if (node.type !== 'table') return [{ content: block(node, notes), notes: since(before) }]
    const widths = tableColumnWidths(node, textWidth, points)
    return node.content.map((row, index): PageBlock => {
      const from = notes.texts.length
      const drawn = tableRow(row, widths, notes, index === node.content.length - 1)
      return { content: drawn, notes: since(from), ...(index > 0 && hasHeaderRow(node) ? { repeated: headRow(node, widths) } : {}) }
    })
  })
}

function block(node: Exclude<BlockNode, TableNode>, notes: Notes): ReactNode {
  if (node.type === 'heading') return <p dir="auto" data-level={node.attrs.level}>{words(node.content, notes)}</p>
  if (node.type === 'blockquote') return <blockquote>{keyed(node.content).map(({ key, item }) => <p key={key} dir="auto">{words(item.content, notes)}</p>)}</blockquote>
  return inside(node, notes)
}

function inside(node: ParagraphNode | ListNode, notes: Notes): ReactNode {
  if (node.type === 'paragraph') return <p dir="auto">{words(node.content, notes)}</p>
  if (node.type === 'bulletList') return <ul>{items(node.content, notes)}</ul>
  return <ol start={node.attrs?.start}>{items(node.content, notes)}</ol>
}

function items(all: readonly ListItemNode[], notes: Notes): ReactNode {
  return keyed(all).map(({ key, item }) => <li key={key}>{keyed(item.content).map((child) => <Fragment key={child.key}>{inside(child.item, notes)}</Fragment>)}</li>)
}

/** Each row is a table of its own, so that pages break between rows; the widths make one table of them for the eye. */
function tableRow(row: TableRowNode, widths: readonly number[], notes: Notes, last: boolean): ReactNode {
  return (
    <table className={classes.table} data-last={last || undefined}>
      <colgroup>{keyed(widths).map(({ key, item }) => <col key={key} style={{ width: `${item}mm` }} />)}</colgroup>
      <tbody>
        <tr>
          {keyed(row.content).map(({ key, item: { type, content } }) => {
            const Cell = type === 'tableHeader' ? 'th' : 'td'
            return <Cell key={key}>{keyed(content).map((child) => <Fragment key={child.key}>{inside(child.item, notes)}</Fragment>)}</Cell>
          })}
        </tr>
      </tbody>
    </table>
  )
}

/** The names of the columns once more, on top of the next page: their notes are counted where they stand first. */
function headRow({ content: [first] }: TableNode, widths: readonly number[]): ReactNode {
  return first ? tableRow(first, widths, { texts: [] }, false) : null
}

function words(nodes: readonly InlineNode[] | undefined, notes: Notes): ReactNode {
  // An empty paragraph keeps the height of its line.
  if (!nodes || nodes.length === 0) return <br />
  return keyed(nodes).map(({ key, item }) => <Fragment key={key}>{inline(item, notes)}</Fragment>)
}

function inline(node: InlineNode, notes: Notes): ReactNode {
  if (node.type === 'hardBreak') return <br />
  if (node.type === 'reference') return <sup>{notes.texts.push(node.attrs.text)}</sup>
  return marked(node)
}

function marked(node: TextNode | FieldNode): ReactNode {
  const text = node.type === 'text' ? node.text : node.attrs.value ?? ''
  const pieces = keyed(gapPieces(text)).map(({ key, item }) => (item.missing ? <mark key={key}>{item.text}</mark> : item.text))
  return (node.marks ?? []).reduce<ReactNode>((content, mark) => {
    if (mark.type === 'bold') return <strong>{content}</strong>
    if (mark.type === 'italic') return <em>{content}</em>
    if (mark.type === 'underline') return <u>{content}</u>
    return content
  }, pieces)
}
