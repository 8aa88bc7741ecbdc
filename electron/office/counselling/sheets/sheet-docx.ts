import {
  BorderStyle, Footer, HeadingLevel, HeightRule, LeaderType, PageNumber, Paragraph, Tab, Table, TableBorders, TableCell, TableLayoutType, TableRow, TabStopType, TextRun, WidthType,
  convertMillimetersToTwip, type FileChild, type IParagraphOptions, type IRunOptions,
} from 'docx'
import { startsRightToLeft, textRuns } from '../../documents/docx-text.ts'
import { sheetDocx } from '../../documents/docx-sheet.ts'
import type { Block, ChronicleEntry, PlainSheet } from './blocks.ts'

const textWidth = 166
const quiet = 18

/** Gives a sheet as DOCX: A4, headings, page numbers. */
export async function plainSheetDocx({ title, subtitle, office, foot, blocks }: PlainSheet): Promise<Uint8Array> {
  return sheetDocx({
    title, office, landscape: false, points: 11,
    footers: { default: footer(foot) },
    children: [
      ...(office === '' ? [] : [paragraph(office, { spacing: { after: 200 } }, { size: quiet })]),
      paragraph(title, { heading: HeadingLevel.HEADING_1 }),
      ...(subtitle === '' ? [] : [paragraph(subtitle, { spacing: { after: 160 } })]),
      ...blocksDocx(blocks),
    ],
  })
}

/** Gives the parts of a sheet for a document that has more than them. */
export function blocksDocx(blocks: readonly Block[]): FileChild[] {
  return blocks.flatMap(blockOf)
}

function blockOf(block: Block): FileChild[] {
  switch (block.type) {
    case 'heading': return [paragraph(block.text, { heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 80 } })]
    case 'paragraph': return [paragraph(block.text, {}, block.quiet ? { size: quiet } : {})]
    case 'question': return [paragraph(block.text, { keepNext: true, spacing: { before: 160, after: 40 } }, { bold: true })]
    case 'box': return [boxed(block.text), spacer()]
    case 'facts': return [grid(block.rows.map(([label, value]) => [[paragraph(label, tight, { bold: true })], [paragraph(value, tight)]]), 48), spacer()]
    case 'list': return block.items.map((item) => paragraph(item, { bullet: { level: 0 }, spacing: { after: 40 } }))
    case 'chronicle': return [grid(block.entries.map((entry) => [[paragraph(entry.when, tight, { bold: true })], entryOf(entry)]), 36), spacer()]
    case 'lines': return Array.from({ length: block.count }, ruledLine)
    case 'checks': return block.items.map((item) => paragraph(`☐  ${item}`, { spacing: { after: 60 }, indent: { left: 380, hanging: 380 } }))
    case 'signatures': return [signatures(block.labels)]
  }
}

const tight = { spacing: { after: 0 } } as const

function entryOf({ head, text, notes, struck }: ChronicleEntry): Paragraph[] {
  return [
    paragraph(head, { spacing: { after: 30 }, keepNext: true }, { size: quiet }),
    paragraph(text, { spacing: { after: notes.length > 0 ? 30 : 0 } }, struck ? { strike: true } : {}),
    ...notes.map((note) => paragraph(note, { spacing: { after: 20 } }, { size: quiet, italics: true })),
  ]
}

function paragraph(text: string, options: IParagraphOptions = {}, run: IRunOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: textRuns(text, run), ...(startsRightToLeft(text) ? { bidirectional: true } : {}) })
}

const spacer = (): Paragraph => new Paragraph({ spacing: { after: 0, line: 120 }, children: [] })

/** Two columns with a hairline below each row. */
function grid(rows: readonly (readonly [Paragraph[], Paragraph[]])[], left: number): Table {
  const widths = [left, textWidth - left].map((width) => convertMillimetersToTwip(width))
  const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'B5AA9C' }
  const cell = (children: Paragraph[], width: number) => new TableCell({ width: { size: width, type: WidthType.DXA }, margins: { top: 70, bottom: 70, left: 0, right: 120 }, children })
  return new Table({
    layout: TableLayoutType.FIXED, columnWidths: widths, width: { size: convertMillimetersToTwip(textWidth), type: WidthType.DXA },
    borders: { ...TableBorders.NONE, insideHorizontal: hairline, bottom: hairline, top: hairline },
    // A row longer than a page is parted all the same.
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((children, index) => cell(children, widths[index] ?? 0)) })),
  })
}

function boxed(text: string): Table {
  const edge = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
  return new Table({
    width: { size: convertMillimetersToTwip(textWidth), type: WidthType.DXA }, columnWidths: [convertMillimetersToTwip(textWidth)],
    borders: { top: edge, bottom: edge, left: edge, right: edge },
    rows: [new TableRow({ children: [new TableCell({ margins: { top: 80, bottom: 80, left: 140, right: 140 }, children: text.split('\n').map((line) => paragraph(line, { spacing: { after: 20 } }, { size: 20 })) })] })],
  })
}

/** An empty line to write on, high enough for handwriting. Borders of neighbouring paragraphs would become one; a tab's leader doesn't. */
function ruledLine(): Paragraph {
  return new Paragraph({
    spacing: { before: 180, after: 0 }, tabStops: [{ type: TabStopType.RIGHT, position: convertMillimetersToTwip(textWidth), leader: LeaderType.UNDERSCORE }],
    children: [new TextRun({ color: '7A7065', children: [new Tab()] })],
  })
}

function signatures(labels: readonly string[]): Table {
  const width = convertMillimetersToTwip(Math.floor(textWidth / labels.length))
  const rule = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
  const none = TableBorders.NONE
  return new Table({
    layout: TableLayoutType.FIXED, columnWidths: labels.map(() => width), width: { size: width * labels.length, type: WidthType.DXA }, borders: none,
    rows: [
      new TableRow({ height: { value: 800, rule: HeightRule.ATLEAST }, cantSplit: true, children: labels.map(() => new TableCell({ width: { size: width, type: WidthType.DXA }, children: [new Paragraph({ keepNext: true, children: [] })] })) }),
      new TableRow({
        cantSplit: true,
        children: labels.map((label) => new TableCell({
          width: { size: width, type: WidthType.DXA }, margins: { left: 0, right: 200 },
          children: [new Paragraph({ border: { top: { ...rule, space: 3 } }, spacing: { after: 0 }, children: textRuns(label, { size: quiet }) })],
        })),
      }),
    ],
  })
}

function footer(text: string): Footer {
  return new Footer({
    children: [new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: convertMillimetersToTwip(textWidth) }],
      children: [...textRuns(text, { size: 16 }), new TextRun({ size: 16, children: [new Tab(), 'Seite ', PageNumber.CURRENT, ' von ', PageNumber.TOTAL_PAGES] })],
    })],
  })
}
