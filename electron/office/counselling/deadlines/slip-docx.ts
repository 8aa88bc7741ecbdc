import {
  AlignmentType, BorderStyle, HeadingLevel, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, convertMillimetersToTwip,
} from 'docx'
import type { StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'
import { longDate } from '../../../../shared/dates.ts'
import { parseDay } from '../../../../shared/holidays/days.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import { sheetDocx, textRun } from '../../documents/docx-sheet.ts'

/**
 * The „Fristzettel“ for the client in plain German: until when, what, where, and whom to call. It bears no name. In two columns it
 * leaves room for the same in the client's language, which a person fills in.
 */
export async function slipDocx(deadline: StoredDeadline, letterhead: Letterhead, bilingual: boolean): Promise<Uint8Array> {
  const parts = partsOf(deadline, letterhead)
  return sheetDocx({
    title: 'Ihre Frist', office: letterhead.officeName, landscape: false, points: bilingual ? 11 : 13,
    children: [
      ...(letterhead.officeName === '' ? [] : [new Paragraph({ children: [textRun([letterhead.officeName, letterhead.department].filter(Boolean).join(' · '), { size: 20 })] })]),
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun({ text: deadline.kind === 'earliest' ? 'Ihr Termin' : 'Ihre Frist', size: 44 })] }),
      new Paragraph({ spacing: { after: 60 }, children: [textRun(deadline.title)] }),
      dayBox(deadline),
      new Paragraph({ spacing: { after: 0 }, children: [] }),
      ...(bilingual ? [twoColumns(parts)] : parts.flatMap((part) => germanPart(part, { keepNext: true, spacing: { before: 220 } }))),
      new Paragraph({ spacing: { before: 240 }, children: [textRun(`Nummer der Frist: ${deadline.number}`, { size: 20 })] }),
    ],
  })
}

/** One thing the client must know: a heading and short sentences. */
interface Part {
  heading: string
  sentences: string[]
}

function partsOf(deadline: StoredDeadline, { phone, email, street, postalCode, city, contactPerson }: Letterhead): Part[] {
  const { kind, task, place, safeOn, dueOn, computation } = deadline
  const opens = kind === 'earliest'
  const address = [street, `${postalCode} ${city}`.trim()].filter(Boolean).join(', ')
  const parts: Part[] = [
    { heading: 'Was müssen Sie tun?', sentences: linesOf(task, 'Das besprechen Sie mit uns.') },
    {
      heading: 'Wo?',
      sentences: [
        ...linesOf(place, 'Die Adresse steht am Ende des Bescheids.'),
        ...(opens ? [] : ['Der Brief muss an diesem Tag dort angekommen sein. Absenden reicht nicht. Eine normale E-Mail reicht meistens auch nicht.']),
      ],
    },
    ...(opens || safeOn >= dueOn ? [] : [{
      heading: 'Besser früher', sentences: [`Erledigen Sie es spätestens am ${spoken(safeOn)}. Dann sind die Stellen noch geöffnet und Sie sind sicher.`],
    }]),
    {
      heading: 'Bitte aufheben',
      sentences: [
        computation?.input.way === 'service-document'
          ? 'Heben Sie den gelben Umschlag auf! Auf ihm steht ein wichtiges Datum.'
          : 'Heben Sie den Brief und den Umschlag auf! Das Datum ist wichtig.',
      ],
    },
    {
      heading: 'Fragen?',
      sentences: [
        ...(phone === '' ? [] : [`Rufen Sie an: ${phone}${contactPerson === '' ? '' : ` (${contactPerson})`}`]),
        ...(email === '' ? [] : [`E-Mail: ${email}`]),
        ...(address === '' ? [] : [`Oder kommen Sie vorbei: ${address}`]),
      ],
    },
    ...(computation === null ? [] : [{ heading: 'Wichtig', sentences: ['Es gilt, was im Bescheid unter „Rechtsbehelfsbelehrung“ steht. Dieser Zettel ist eine Hilfe.'] }]),
  ]
  return parts.filter(({ sentences }) => sentences.length > 0)
}

/** The day in a frame, large, with its weekday. */
function dayBox({ kind, dueOn, dueTime }: StoredDeadline): Table {
  const edge = { style: BorderStyle.SINGLE, size: 18, color: '000000' }
  const line = (text: string, size: number) =>
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 60, after: 60 }, children: [new TextRun({ text, size, bold: true })] })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: edge, bottom: edge, left: edge, right: edge },
    rows: [new TableRow({
      children: [new TableCell({
        margins: { top: 120, bottom: 120 },
        children: [
          line(kind === 'earliest' ? 'Frühestens am' : 'Spätestens am', 28),
          line(spoken(dueOn), 52),
          ...(dueTime === '' ? [] : [line(`${dueTime} Uhr`, 40)]),
        ],
      })],
    })],
  })
}

function germanPart({ heading, sentences }: Part, options: { keepNext: boolean; spacing: { before: number } }): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, ...options, children: [new TextRun(heading)] }),
    ...sentences.map((text) => new Paragraph({ children: [textRun(text)] })),
  ]
}

/** German on the left, room for the other language on the right, line by line. */
function twoColumns(parts: readonly Part[]): Table {
  const width = convertMillimetersToTwip(83)
  const cell = (children: Paragraph[]) => new TableCell({ width: { size: width, type: WidthType.DXA }, margins: { top: 80, bottom: 80, left: 100, right: 100 }, children })
  const head = ['Deutsch', 'Sprache: ______________________']
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [width, width],
    width: { size: 2 * width, type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, children: head.map((text) => cell([new Paragraph({ children: [new TextRun({ text, bold: true })] })])) }),
      ...parts.map((part) => new TableRow({
        // A heading that stays with the next paragraph would keep all rows together and push them to another page.
        cantSplit: true, children: [cell(germanPart(part, { keepNext: false, spacing: { before: 0 } })), cell([new Paragraph({ children: [] })])],
      })),
    ],
  })
}

/** „Freitag, 27. November 2026“. */
function spoken(iso: string): string {
  const { year, month, day } = parseDay(iso)
  return longDate(new Date(year, month - 1, day))
}

/** What was written, line by line, or else this. */
function linesOf(text: string, otherwise: string): string[] {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean)
  return lines.length === 0 ? [otherwise] : lines
}
