import { HeadingLevel, Paragraph, Table, TableCell, TableRow, WidthType, AlignmentType } from 'docx'
import { sheetDocx, textRun } from './docx-sheet.ts'
import type { FigureSheet } from './xlsx-figures.ts'

/** Twips of the text on an A4 page with the margins of `sheetDocx`. */
const textWidth = 9411
/** Of the width for the first column; less where many columns need room for their headings. */
const firstShare = (columns: number): number => (columns > 4 ? 0.32 : 0.5)
/** Half points of headings, so that a long word fits its column. */
const headingSize = 17

/** Figures as a Word document: the text, then each table with its note, then what is counted. */
export async function figuresDocx({ title, about, words, sheets, meanings }: {
  title: string
  about: readonly string[]
  words: readonly string[]
  sheets: readonly FigureSheet[]
  meanings: readonly string[]
}): Promise<Uint8Array> {
  const paragraph = (text: string): Paragraph => new Paragraph({ children: [textRun(text)] })
  return sheetDocx({
    title, office: '', landscape: false, points: 10,
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [textRun(title)] }),
      ...[...about, ...words].map(paragraph),
      ...sheets.flatMap((sheet) => [
        new Paragraph({ heading: HeadingLevel.HEADING_2, spacing: { before: 280, after: 80 }, children: [textRun(sheet.title)] }),
        tableOf(sheet),
        new Paragraph({ spacing: { before: 80 }, children: [textRun(sheet.notes[0] ?? '', { size: 17 })] }),
      ]),
      new Paragraph({ heading: HeadingLevel.HEADING_2, spacing: { before: 280, after: 80 }, children: [textRun('Was gezählt wird')] }),
      ...meanings.map(paragraph),
    ],
  })
}

function tableOf({ headings, rows }: FigureSheet): Table {
  const first = Math.round(textWidth * firstShare(headings.length))
  const widths = headings.map((_, at) => (at === 0 ? first : Math.round((textWidth - first) / Math.max(1, headings.length - 1))))
  const cell = (text: string, at: number, bold: boolean, depth: number, size?: number): TableCell => new TableCell({
    width: { size: widths[at] ?? 0, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 80 + depth * 240, right: 80 },
    children: [new Paragraph({ spacing: { after: 0 }, alignment: at === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT, children: [textRun(text, { bold, ...(size !== undefined && { size }) })] })],
  })
  const asText = (value: string | number): string => (typeof value === 'number' ? value.toLocaleString('de-DE') : value)
  return new Table({
    columnWidths: widths, width: { size: textWidth, type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: headings.map((text, at) => cell(text, at, true, 0, headingSize)) }),
      ...rows.map(({ cells, isTotal, depth }) => new TableRow({ cantSplit: true, children: cells.map((value, at) => cell(asText(value), at, isTotal, at === 0 ? depth : 0)) })),
    ],
  })
}
