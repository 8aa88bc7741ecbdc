import { Document, Footer, FrameAnchorType, FrameWrap, Header, HeightRule, LineRuleType, Packer, PageNumber, Paragraph, Tab, Table, TableCell, TableRow, TabStopType, TextRun } from 'docx'
import { bodyText } from '../../shared/correspondence/body.ts'
import { millimetresToTwips as twips } from '../../shared/correspondence/din5008.ts'
import type { LetterSheet } from '../../shared/correspondence/letter-sheet.ts'
import type { Letterhead } from '../../shared/settings/letterhead.ts'

const line = (text: string, more: object = {}): Paragraph => new Paragraph({ children: [new TextRun(text)], ...more })
const styles = {
  default: { document: { run: { font: 'Arial', size: 22 } } },
  paragraphStyles: ['Betreff', 'Anrede', 'Textkoerper', 'Grussformel', 'Unterschrift', 'Anschrift', 'Informationsblock', 'Briefkopf', 'Kopfzeile', 'Fusszeile']
    .map((id) => ({ id, name: id, basedOn: 'Normal', quickFormat: true, paragraph: { spacing: { after: 240 } } })),
}

/**
 * The page of a letter as a program writes it that knows docx alone: frames at fixed places, head, foot and text with styles. Nothing
 * is measured, cleaned or decided. Our own letter is compared with it.
 */
export async function bareLetter({ addressLines, information, subject, salutation, body, closing, signature, enclosures, copies, continuationTitle }: LetterSheet, { officeName, department, phone, email }: Letterhead): Promise<Uint8Array> {
  const frame = (left: number, top: number, width: number, height: number) => ({
    style: 'Anschrift', spacing: { line: 258, lineRule: LineRuleType.EXACT },
    frame: {
      type: 'absolute' as const, position: { x: twips(left), y: twips(top) }, width: twips(width), height: twips(height), rule: HeightRule.EXACT,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE }, wrap: FrameWrap.AROUND,
    },
  })
  const marks = [87, 105, 148.5].map((top) => new Paragraph({ ...frame(5, top, 4, 0.5), children: [new TextRun({ size: 2 })] }))
  const page = { size: { width: twips(210), height: twips(297) }, margin: { left: twips(25), right: twips(20), top: twips(27), bottom: twips(25), header: twips(12), footer: twips(8) } }
  const document = new Document({
    title: subject, creator: officeName, lastModifiedBy: officeName, compatibility: { version: 15 }, styles,
    numbering: { config: [{ reference: 'punkte', levels: [{ level: 0, format: 'bullet', text: '•' }] }] },
    sections: [{
      properties: { titlePage: true, page },
      headers: {
        first: new Header({ children: [line(officeName, frame(25, 12, 165, 30)), line(department, frame(25, 12, 165, 30)), ...marks, line('', { spacing: { line: twips(86.46), lineRule: LineRuleType.EXACT } })] }),
        default: new Header({ children: [new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: twips(165) }], children: [new TextRun(continuationTitle), new TextRun({ children: [new Tab(), 'Seite ', PageNumber.CURRENT, ' von ', PageNumber.TOTAL_PAGES] })] })] }),
      },
      footers: {
        first: new Footer({ children: [new Table({ rows: [new TableRow({ children: [officeName, `Tel. ${phone}`, email].map((text) => new TableCell({ children: [line(text, { style: 'Fusszeile' })] })) })] }), line('')] }),
        default: new Footer({ children: [line('')] }),
      },
      children: [
        line(officeName, frame(25, 45, 80, 5)),
        ...addressLines.map((text) => line(text, frame(25, 62.7, 80, 27.3))),
        ...information.map(({ label, value }) => new Paragraph({ ...frame(125, 50, 75, 40), tabStops: [{ type: TabStopType.LEFT, position: twips(30) }], children: [new TextRun(`${label}:`), new TextRun({ children: [new Tab()] }), new TextRun(value)] })),
        line(subject, { style: 'Betreff' }),
        line(salutation, { style: 'Anrede' }),
        ...bodyText(body).split('\n').map((text) => line(text, { style: 'Textkoerper' })),
        line(closing, { style: 'Grussformel' }),
        ...[signature.authority, signature.addition, signature.name, signature.function ?? '', 'Anlagen', ...enclosures, 'Kopie an', ...copies].map((text) => line(text, { style: 'Unterschrift' })),
      ],
    }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
