import { LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import type { Letterhead } from '../../../shared/settings/letterhead.ts'
import { informationPoints } from '../../../shared/correspondence/information-block.ts'
import { addressLinePitch, informationLinePitch, millimetresToTwips } from '../../../shared/correspondence/din5008.ts'

/** Ids of the paragraph styles. Word's own styles keep their English names in the file; a German Word shows them in German. */
export const styleIds = {
  address: 'Anschrift',
  returnAddress: 'Ruecksendeangabe',
  information: 'Informationsblock',
  subject: 'Betreff',
  salutation: 'Anrede',
  body: 'Textkoerper',
  list: 'Aufzaehlung',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  quote: 'Quote',
  table: 'Tabelleninhalt',
  tableHead: 'Tabellenkopf',
  closing: 'Grussformel',
  signature: 'Unterschrift',
  enclosures: 'Anlagenvermerk',
  letterhead: 'Briefkopf',
  header: 'Kopfzeile',
  footer: 'Fusszeile',
} as const

/** Size of the return address, unless it is too long for its line. */
export const returnPoints = 8

/** The styles of headings by level. */
export const headingStyles = { 1: styleIds.heading1, 2: styleIds.heading2, 3: styleIds.heading3 } as const

/** Font sizes in half points, as DOCX counts them. */
const half = (points: number) => Math.round(points * 2)
/** One blank line, in twips. */
const blankLine = (points: number) => Math.round(points * 1.15 * 20)
const exactly = (millimetres: number) => ({ line: millimetresToTwips(millimetres), lineRule: LineRuleType.EXACT, before: 0, after: 0 })

/** Gives the styles of a letter: distances stand here, never as blank paragraphs in the text. */
export function letterStyles(letterhead: Letterhead): IStylesOptions {
  const { fontFamily, fontSize } = letterhead
  const line = blankLine(fontSize)
  const font = { ascii: fontFamily, hAnsi: fontFamily, cs: fontFamily, eastAsia: fontFamily }
  const style = (id: string, name: string, rest: Partial<IParagraphStyleOptions>): IParagraphStyleOptions =>
    ({ id, name, basedOn: 'Normal', quickFormat: true, ...rest })
  const heading = { run: { bold: true, size: half(fontSize), color: 'auto', font }, paragraph: { keepNext: true, keepLines: true, spacing: { before: 0, after: Math.round(line / 2) } } }
  return {
    default: {
      document: {
        run: { font, size: half(fontSize), sizeComplexScript: half(fontSize), language: { value: 'de-DE', eastAsia: 'de-DE', bidirectional: 'ar-SA' } },
        paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
      heading1: { ...heading, run: { ...heading.run, size: half(fontSize + 2) } },
      heading2: heading,
      footnoteText: { run: { size: half(Math.max(8, fontSize - 2)) } },
      heading3: { ...heading, run: { ...heading.run, bold: false, italics: true } },
    },
    paragraphStyles: [
      style(styleIds.subject, 'Betreff', { next: styleIds.salutation, run: { bold: true }, paragraph: { outlineLevel: 0, keepNext: true, keepLines: true, spacing: { after: 2 * line } } }),
      style(styleIds.salutation, 'Salutation', { next: styleIds.body, paragraph: { keepNext: true, spacing: { after: line } } }),
      style(styleIds.body, 'Body Text', { paragraph: { spacing: { after: line } } }),
      style(styleIds.quote, 'Quote', { run: { italics: true }, paragraph: { indent: { left: millimetresToTwips(10), right: millimetresToTwips(10) }, spacing: { after: line } } }),
      style(styleIds.table, 'Tabelleninhalt', {}),
      style(styleIds.tableHead, 'Tabellenkopf', { basedOn: styleIds.table, run: { bold: true }, paragraph: { keepNext: true } }),
      style(styleIds.list, 'Aufzählung', { paragraph: { contextualSpacing: true, spacing: { after: line } } }),
      style(styleIds.closing, 'Closing', { next: styleIds.signature, paragraph: { keepNext: true, keepLines: true, spacing: { before: 0, after: line } } }),
      style(styleIds.signature, 'Signature', { paragraph: { keepLines: true } }),
      style(styleIds.enclosures, 'Anlagenvermerk', { paragraph: { keepLines: true } }),
      style(styleIds.address, 'Anschrift', { paragraph: { spacing: exactly(addressLinePitch) } }),
      style(styleIds.returnAddress, 'Rücksendeangabe', { run: { size: half(returnPoints) } }),
      style(styleIds.information, 'Informationsblock', { run: { size: half(informationPoints) }, paragraph: { spacing: exactly(informationLinePitch) } }),
      style(styleIds.letterhead, 'Briefkopf', {}),
      style(styleIds.header, 'header', { run: { size: half(8) } }),
      style(styleIds.footer, 'footer', { run: { size: half(7.5) } }),
    ],
  }
}
