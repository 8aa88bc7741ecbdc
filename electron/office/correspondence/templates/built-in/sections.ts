import { BorderStyle, Paragraph, Table, TableBorders, TableCell, TableLayoutType, TableRow, WidthType, type FileChild, type IParagraphOptions } from 'docx'
import { bodyFromText, type LetterBody } from '../../../../../shared/correspondence/body.ts'
import { formB, millimetresToTwips } from '../../../../../shared/correspondence/din5008.ts'
import { startsRightToLeft, textRuns } from '../../../documents/docx-text.ts'
import { bodyParagraphs, type ListCounter } from '../../docx-body.ts'
import { styleIds } from '../../docx-styles.ts'

/** A piece of a document in our own design. What is empty isn't printed. */
export type Section =
  | { kind: 'facts'; facts: readonly (readonly [label: string, value: string])[] }
  | { kind: 'words'; heading?: string; text: string }
  | { kind: 'points'; heading?: string; lines: readonly string[]; numbered: boolean }
  | { kind: 'checks'; heading: string; options: readonly string[]; ticked: readonly string[] }
  | { kind: 'table'; heading?: string; columns: readonly string[]; widths: readonly number[]; rows: readonly (readonly string[])[] }
  | { kind: 'body'; heading?: string; body: LetterBody }

const textWidth = formB.page.width - formB.margin.left - formB.margin.right
const labelWidth = 42
const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' } as const

/** Gives the paragraphs and tables of a section. */
export function sectionChildren(section: Section, counter: ListCounter, points: number): FileChild[] {
  const heading = 'heading' in section && section.heading ? [new Paragraph({ style: styleIds.heading2, children: textRuns(section.heading) })] : []
  if (section.kind === 'facts') {
    const facts = section.facts.filter(([, value]) => value.trim() !== '')
    return facts.length === 0 ? [] : [grid([labelWidth, textWidth - labelWidth], facts.map(([label, value]) => [label, value]), { rules: false, bold: 0 }), gap()]
  }
  if (section.kind === 'words') return section.text.trim() === '' ? [] : [...heading, ...bodyParagraphs(bodyFromText(section.text), counter, points)]
  if (section.kind === 'body') return section.body.content.length === 0 ? [] : [...heading, ...bodyParagraphs(section.body, counter, points)]
  if (section.kind === 'checks') {
    const box = (option: string): string => `${section.ticked.includes(option) ? '☒' : '☐'}  ${option}`
    const half = Math.ceil(section.options.length / 2)
    const rows = section.options.slice(0, half).map((option, index) => [box(option), section.options[half + index] === undefined ? '' : box(section.options[half + index] ?? '')])
    return [...heading, grid([textWidth / 2, textWidth / 2], rows, { rules: false }), gap()]
  }
  if (section.kind === 'table') {
    if (section.rows.length === 0) return []
    return [...heading, grid(section.widths, [section.columns, ...section.rows], { rules: true, head: true }), gap()]
  }
  const lines = section.lines.filter((text) => text.trim() !== '')
  if (lines.length === 0) return []
  const content = lines.map((text) => ({ type: 'listItem' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] }))
  return [...heading, ...bodyParagraphs({ type: 'doc', content: [{ type: section.numbered ? 'orderedList' : 'bulletList', content }] }, counter, points)]
}

/** A table as wide as the text. Widths in millimetres; `head`: the first row is repeated on every page; `bold`: a column in bold letters. */
export function grid(widths: readonly number[], rows: readonly (readonly string[])[], { rules, head = false, bold }: { rules: boolean; head?: boolean; bold?: number }): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: millimetresToTwips(textWidth), type: WidthType.DXA },
    columnWidths: widths.map(millimetresToTwips),
    borders: rules ? { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line } : TableBorders.NONE,
    margins: { top: rules ? 40 : 20, bottom: rules ? 40 : 20, left: rules ? 80 : 0, right: 80, marginUnitType: WidthType.DXA },
    rows: rows.map((cells, row) => new TableRow({
      tableHeader: head && row === 0,
      cantSplit: cells.every((text) => text.length < 400),
      children: cells.map((text, column) => new TableCell({
        width: { size: millimetresToTwips(widths[column] ?? 0), type: WidthType.DXA },
        children: text.split('\n').map((each) => cellParagraph(each, (head && row === 0) || column === bold)),
      })),
    })),
  })
}

function cellParagraph(text: string, bold: boolean): Paragraph {
  const options: IParagraphOptions = { children: textRuns(text, bold ? { bold } : {}), ...(startsRightToLeft(text) ? { bidirectional: true } : {}) }
  return new Paragraph(options)
}

/** Word asks for a paragraph after a table. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 120 } })
}
