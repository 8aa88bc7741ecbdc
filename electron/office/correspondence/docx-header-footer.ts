import { AlignmentType, Footer, Header, LineRuleType, PageNumber, Paragraph, Tab, Table, TableBorders, TableCell, TableLayoutType, TableRow, TabStopType, TextRun, WidthType } from 'docx'
import { formB, markBox, millimetresToTwips, type LetterForm } from '../../../shared/correspondence/din5008.ts'
import type { Letterhead } from '../../../shared/settings/letterhead.ts'
import { letterheadColumns } from '../../../shared/settings/letterhead-columns.ts'
import { foldAndHoleMarks, frameAt } from './docx-frames.ts'
import { styleIds } from './docx-styles.ts'
import { textRuns } from '../documents/docx-text.ts'

const textWidth = formB.page.width - formB.margin.left - formB.margin.right

/**
 * Gives the header of the first page: letterhead, marks, and one line exactly as high as the way down to the subject.
 * Word and LibreOffice begin the text below the header, so the subject stands where the norm wants it without blank lines.
 * @param mark large at the right end of the letterhead: „Entwurf"
 */
export function firstPageHeader(letterhead: Letterhead, subjectTop: number, form: LetterForm, mark = ''): Header {
  const { top, height } = form.letterhead
  const frame = frameAt({ left: formB.margin.left, top, width: textWidth, height })
  const line = (text: string, points: number, bold: boolean) => text === '' ? [] : [
    new Paragraph({ style: styleIds.letterhead, frame, children: textRuns(text, { size: points * 2, bold }) }),
  ]
  return new Header({
    children: [
      ...line(letterhead.officeName, 16, true),
      ...line(letterhead.department, 11, false),
      ...(mark === '' ? [] : [new Paragraph({ style: styleIds.letterhead, alignment: AlignmentType.RIGHT, frame: frameAt(markBox(form)), children: textRuns(mark, { size: 44, bold: true }) })]),
      ...foldAndHoleMarks(form),
      new Paragraph({
        style: styleIds.header,
        spacing: { line: millimetresToTwips(subjectTop - formB.continuation.headerTop), lineRule: LineRuleType.EXACT },
      }),
    ],
  })
}

/**
 * Gives the header of every further page: which letter this is, and "Seite 2 von 3".
 * @param alone whether the file holds this letter only; otherwise the file's pages are not the letter's, and it says "Seite 2"
 */
export function continuationHeader(letterhead: Letterhead, title: string, alone: boolean): Header {
  const left = [letterhead.officeName, title].filter(Boolean).join(' · ')
  return new Header({
    children: [new Paragraph({
      style: styleIds.header,
      tabStops: [{ type: TabStopType.RIGHT, position: millimetresToTwips(textWidth) }],
      children: [
        ...textRuns(left),
        new TextRun({ children: [new Tab(), 'Seite ', PageNumber.CURRENT, ...alone ? [' von ', PageNumber.TOTAL_PAGES] : []] }),
      ],
    })],
  })
}

/** Gives the foot of the first page: address, ways to reach the office and bank side by side, then the office's own note. */
export function firstPageFooter(letterhead: Letterhead): Footer {
  const columns = letterheadColumns(letterhead)
  const line = (text: string) => new Paragraph({ style: styleIds.footer, children: textRuns(text) })
  const width = { size: millimetresToTwips(textWidth / columns.length), type: WidthType.DXA }
  const table = columns.every((column) => column.length === 0) ? [] : [new Table({
    layout: TableLayoutType.FIXED,
    width: { size: millimetresToTwips(textWidth), type: WidthType.DXA },
    columnWidths: columns.map(() => width.size),
    borders: TableBorders.NONE,
    margins: { left: 0, right: millimetresToTwips(2), marginUnitType: WidthType.DXA },
    rows: [new TableRow({
      children: columns.map((column) => new TableCell({ width, children: column.length > 0 ? column.map(line) : [line('')] })),
    })],
  })]
  const note = letterhead.footer === '' ? [] : [
    new Paragraph({ style: styleIds.footer, spacing: { before: 60 }, children: textRuns(letterhead.footer) }),
  ]
  // Word asks for a paragraph after a table; here it is the note.
  return new Footer({ children: [...table, ...(note.length > 0 ? note : [line('')])] })
}

/** Gives the foot of every further page, which is empty. */
export function continuationFooter(): Footer {
  return new Footer({ children: [new Paragraph({ style: styleIds.footer })] })
}
