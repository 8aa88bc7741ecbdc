import { AlignmentType, BorderStyle, Document, Footer, Header, LineRuleType, Packer, PageBorderDisplay, PageBorderOffsetFrom, PageNumber, Paragraph, TextRun, type FileChild } from 'docx'
import { bodyText } from '../../../../../shared/correspondence/body.ts'
import { cleanLine } from '../../../../../shared/correspondence/clean-text.ts'
import { formB, millimetresToTwips } from '../../../../../shared/correspondence/din5008.ts'
import { referenceOf } from '../../../../../shared/correspondence/compose-sheet.ts'
import { letterDate } from '../../../../../shared/correspondence/letter-date.ts'
import type { LetterFields } from '../../../../../shared/correspondence/letter.ts'
import type { Letterhead } from '../../../../../shared/settings/letterhead.ts'
import { textRuns } from '../../../documents/docx-text.ts'
import { letterNumbering } from '../../docx-body.ts'
import { letterStyles, styleIds } from '../../docx-styles.ts'
import type { Paper } from './papers.ts'
import { sectionChildren, type Section } from './sections.ts'

type Written = LetterFields & { number: string }

/** Gives a document that is no letter as the bytes of a DOCX file: letterhead, title, its sections, signature, page numbers. */
export async function paperDocx(paper: Paper, letter: Written, letterhead: Letterhead): Promise<Uint8Array> {
  const owner = cleanLine(letterhead.officeName) || 'Integrationsbüro'
  // A speech is read aloud from the sheet: letters of 15 points and wide lines (domain.md 5.1: 14 to 16).
  const points = paper.look === 'reading' ? 15 : letterhead.fontSize
  const styles = letterStyles({ ...letterhead, fontSize: points })
  const certificate = paper.look === 'certificate'
  const { page, margin, continuation, footerBottom } = formB
  const side = { style: BorderStyle.DOUBLE, size: 12, space: 24, color: '0F5C63' } as const
  const document = new Document({
    title: cleanLine(letter.subject) || paper.title,
    creator: owner,
    lastModifiedBy: owner,
    compatibility: { version: 15 },
    styles,
    numbering: letterNumbering,
    sections: [{
      properties: {
        page: {
          size: { width: millimetresToTwips(page.width), height: millimetresToTwips(page.height) },
          margin: {
            left: millimetresToTwips(margin.left), right: millimetresToTwips(certificate ? margin.left : margin.right), top: millimetresToTwips(continuation.textTop + 10),
            bottom: millimetresToTwips(margin.bottom), header: millimetresToTwips(continuation.headerTop), footer: millimetresToTwips(footerBottom + 4),
          },
          ...(certificate ? { borders: { pageBorders: { display: PageBorderDisplay.ALL_PAGES, offsetFrom: PageBorderOffsetFrom.PAGE }, pageBorderTop: side, pageBorderBottom: side, pageBorderLeft: side, pageBorderRight: side } } : {}),
        },
      },
      headers: { default: head(letterhead, certificate) },
      footers: { default: foot(letter, certificate) },
      children: certificate ? certificateChildren(paper, letter, letterhead) : fileChildren(paper, letter, points),
    }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function head(letterhead: Letterhead, centred: boolean): Header {
  const alignment = centred ? AlignmentType.CENTER : AlignmentType.LEFT
  const line = (text: string, size: number, bold: boolean) => (text === '' ? [] : [new Paragraph({ style: styleIds.letterhead, alignment, children: textRuns(text, { size: size * 2, bold }) })])
  return new Header({ children: [...line(letterhead.officeName, 14, true), ...line(letterhead.department, 10, false), new Paragraph({ style: styleIds.header })] })
}

function foot(letter: Written, certificate: boolean): Footer {
  if (certificate) return new Footer({ children: [new Paragraph({ style: styleIds.footer })] })
  const reference = referenceOf(letter)
  return new Footer({ children: [new Paragraph({ style: styleIds.footer, children: [...(reference === '' ? [] : textRuns(`${reference} · `)), new TextRun({ children: ['Seite ', PageNumber.CURRENT, ' von ', PageNumber.TOTAL_PAGES] })] })] })
}

function title(text: string, size: number, alignment: (typeof AlignmentType)[keyof typeof AlignmentType], after: number, before = 0): Paragraph {
  return new Paragraph({ style: styleIds.subject, alignment, spacing: { before, after }, children: textRuns(text, { size: size * 2, bold: true }) })
}

function fileChildren(paper: Paper, letter: Written, points: number): FileChild[] {
  const counter = { lists: 0 }
  const wide = paper.look === 'reading'
  const sections = [...paper.before, ...paper.after].flatMap((section) => sectionChildren(section, counter, points))
  return [title(paper.title, wide ? 20 : 16, AlignmentType.LEFT, 240), ...sections, ...signature(paper, letter, points, AlignmentType.LEFT)]
}

/** A certificate: everything in the middle, the name large. */
function certificateChildren(paper: Paper, letter: Written, letterhead: Letterhead): FileChild[] {
  const centred = (text: string, size: number, bold: boolean, after: number): Paragraph[] =>
    text.split('\n').filter((each) => each.trim() !== '').map((each) => new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after, line: 300, lineRule: LineRuleType.AUTO }, children: textRuns(each, { size: size * 2, bold }) }))
  const [person, occasion, text] = paper.before.map(wordsOf)
  return [
    title(paper.title, 40, AlignmentType.CENTER, 480, 1_800),
    ...centred(letter.subject, 14, false, 360),
    ...centred(person ?? '', 28, true, 360),
    ...centred(occasion ?? '', 16, false, 240),
    ...centred(text ?? '', 12, false, 240),
    ...centred(`${letterhead.city === '' ? '' : `${letterhead.city}, `}${letterDate(letter.date)}`, 12, false, 240),
    ...signature(paper, letter, 12, AlignmentType.CENTER),
  ]
}

function wordsOf(section: Section): string {
  return section.kind === 'words' ? section.text : section.kind === 'body' ? bodyText(section.body) : ''
}

/** Function and „Im Auftrag", room for the signature, the name; never torn apart by a page break. */
function signature(paper: Paper, letter: Written, points: number, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph[] {
  if (paper.signature === 'none') return []
  const above = [letter.signatureAuthority, letter.signatureAddition].filter(Boolean)
  const room = Math.round(points * 1.15 * 20)
  return [
    ...above.map((text, index) => new Paragraph({ style: styleIds.signature, alignment, keepNext: true, ...(index === 0 ? { spacing: { before: room } } : {}), children: textRuns(text) })),
    ...(letter.signatureName === '' ? [] : [new Paragraph({ style: styleIds.signature, alignment, spacing: { before: room * 3 }, children: textRuns(letter.signatureName) })]),
    ...(letter.signatureFunction === '' ? [] : [new Paragraph({ style: styleIds.signature, alignment, children: textRuns(letter.signatureFunction) })]),
  ]
}
