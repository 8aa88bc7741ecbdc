import { Document, NoteNumberRestart, Packer, Paragraph, SectionType, type FileChild, type ISectionOptions } from 'docx'
import type { CopyPart } from '../../../shared/correspondence/copies/copy-part.ts'
import { cleanLine } from '../../../shared/correspondence/clean-text.ts'
import { formB, letterForm, millimetresToTwips, subjectTopFor } from '../../../shared/correspondence/din5008.ts'
import { withoutGapSigns } from '../../../shared/correspondence/gaps.ts'
import { informationLines } from '../../../shared/correspondence/information-block.ts'
import { enclosuresHeading, type LetterSheet } from '../../../shared/correspondence/letter-sheet.ts'
import { returnAddressOf, type Letterhead } from '../../../shared/settings/letterhead.ts'
import { bodyParagraphs, letterNumbering, type ListCounter } from './docx-body.ts'
import { fileBlock } from './copies/file-block.ts'
import { addressField, informationFrame, returnAddressLine } from './docx-frames.ts'
import { continuationFooter, continuationHeader, firstPageFooter, firstPageHeader } from './docx-header-footer.ts'
import { letterStyles, styleIds } from './docx-styles.ts'
import { startsRightToLeft, textRuns } from '../documents/docx-text.ts'

/** What a kind of letter says beside its text. */
export interface LetterInserts {
  before: FileChild[]
  after: FileChild[]
}

/** What a draft has beside the letter. */
export interface LetterDraft {
  /** Pages of notes before the letter, which aren't sent. */
  notes: FileChild[]
  /** The name in the file's properties instead of the office's: the client writes the letter. */
  owner: string
  /** Whether the first page has the letterhead's foot. */
  foot: boolean
}

/** Gives a letter after DIN 5008:2020-03 as the bytes of a DOCX file. */
export async function letterDocx(sheet: LetterSheet, letterhead: Letterhead, inserts?: LetterInserts, draft?: LetterDraft): Promise<Uint8Array> {
  return lettersDocx([sheet], letterhead, inserts, draft)
}

/**
 * Gives several letters as one DOCX file, each in a section of its own with its own pages. The only names in the file's
 * properties are the office's and the subject: who wrote it at which computer is nobody's business.
 */
export async function lettersDocx(sheets: readonly [LetterSheet, ...LetterSheet[]], letterhead: Letterhead, inserts?: LetterInserts, draft?: LetterDraft): Promise<Uint8Array> {
  const [first] = sheets
  const owner = cleanLine(draft?.owner ?? letterhead.officeName) || 'Integrationsbüro'
  const counter = { lists: 0 }
  const sections = [
    ...(draft ? [{ properties: { type: SectionType.NEXT_PAGE, page: plainPage }, children: draft.notes }] : []),
    ...sheets.map((sheet) => letterSection(sheet, letterhead, counter, { alone: sheets.length === 1 && !draft, foot: draft?.foot ?? true, inserts })),
  ]
  // What stands beside the text may hold lists that were counted elsewhere.
  const listed = counter.lists > 0 || inserts !== undefined || draft !== undefined
  const document = new Document({
    title: cleanLine(withoutGapSigns(first.subject)) || `Schreiben ${first.number}`,
    creator: owner,
    lastModifiedBy: owner,
    compatibility: { version: 15 },
    styles: letterStyles(letterhead),
    ...(listed ? { numbering: letterNumbering } : {}),
    sections,
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** A4 with the letter's margins and nothing at head and foot. */
const plainPage = {
  size: { width: millimetresToTwips(formB.page.width), height: millimetresToTwips(formB.page.height) },
  margin: {
    left: millimetresToTwips(formB.margin.left), right: millimetresToTwips(formB.margin.right), top: millimetresToTwips(formB.margin.right),
    bottom: millimetresToTwips(formB.margin.right),
  },
}

/** @param alone whether the file holds this letter only, so that its pages are all pages of the file */
function letterSection(
  sheet: LetterSheet, letterhead: Letterhead, counter: ListCounter, { alone, foot, inserts }: { alone: boolean; foot: boolean; inserts: LetterInserts | undefined },
): ISectionOptions {
  const form = letterForm(sheet.form)
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      // Every letter of a series counts its notes from one.
      ...!alone && { footnoteProperties: { restart: NoteNumberRestart.EACH_SECTION } },
      page: {
        ...!alone && { pageNumbers: { start: 1 } },
        size: { width: millimetresToTwips(formB.page.width), height: millimetresToTwips(formB.page.height) },
        margin: {
          left: millimetresToTwips(formB.margin.left),
          right: millimetresToTwips(formB.margin.right),
          top: millimetresToTwips(formB.continuation.textTop),
          bottom: millimetresToTwips(formB.margin.bottom),
          header: millimetresToTwips(formB.continuation.headerTop),
          footer: millimetresToTwips(formB.footerBottom),
        },
      },
    },
    headers: { first: firstPageHeader(letterhead, subjectTopFor(informationLines(sheet.information), form), form, sheet.copy?.mark), default: continuationHeader(letterhead, sheet.continuationTitle, alone) },
    footers: { first: foot ? firstPageFooter(letterhead) : continuationFooter(), default: continuationFooter() },
    children: letterParagraphs(sheet, letterhead, counter, inserts),
  }
}

/** Gives the paragraphs in reading order, which is also the order in which a screen reader speaks them. */
function letterParagraphs(sheet: LetterSheet, letterhead: Letterhead, counter: ListCounter, inserts: LetterInserts | undefined): FileChild[] {
  const form = letterForm(sheet.form)
  return [
    ...returnAddressLine(cleanLine(returnAddressOf(letterhead)), form),
    ...addressField(sheet, letterhead.fontSize),
    ...informationFrame(sheet.information, form),
    ...copyHeading(sheet.copy, letterhead.fontSize),
    line(styleIds.subject, sheet.subject),
    ...(sheet.salutation === '' ? [] : [line(styleIds.salutation, sheet.salutation)]),
    ...(inserts?.before ?? []),
    ...bodyParagraphs(sheet.body, counter, letterhead.fontSize),
    ...(inserts?.after ?? []),
    ...closingLines(sheet, letterhead.fontSize),
    ...listBelow(enclosuresHeading(sheet.enclosures), sheet.enclosures, letterhead.fontSize),
    ...listBelow('Kopie an', sheet.copies, letterhead.fontSize),
    ...(sheet.copy?.distribution ?? []).flatMap(({ heading, lines }) => listBelow(heading, lines, letterhead.fontSize)),
    ...fileBlock(sheet.copy?.file ?? null, letterhead.fontSize),
  ]
}

/** Closing, authority, „Im Auftrag", three blank lines for the signature, name; never torn apart by a page break. */
function closingLines({ closing, signature }: LetterSheet, points: number): Paragraph[] {
  const roomForSignature = Math.round(points * 1.15 * 20 * 3)
  const above = [signature.authority, signature.addition].filter(Boolean)
  return [
    ...(closing === '' ? [] : [line(styleIds.closing, closing)]),
    ...above.map((text) => line(styleIds.signature, text, { keepNext: true })),
    ...(signature.name === '' ? [] : [line(styleIds.signature, signature.name, { keepNext: Boolean(signature.function), spacing: { before: roomForSignature } })]),
    ...(signature.function ? [line(styleIds.signature, signature.function)] : []),
  ]
}

/** Whom this copy is for and what is said to them alone, above the subject. */
function copyHeading(copy: CopyPart | undefined, points: number): Paragraph[] {
  const lines = [...(copy?.heading ? [{ text: copy.heading, bold: true }] : []), ...(copy?.accompanying ?? []).map((text) => ({ text, bold: false }))]
  const after = Math.round(points * 1.15 * 20)
  return lines.map(({ text, bold }, index) => new Paragraph({ style: styleIds.enclosures, keepNext: true, spacing: { after: index === lines.length - 1 ? after : 0 }, children: textRuns(text, { bold }) }))
}

function listBelow(heading: string, entries: readonly string[], points: number): Paragraph[] {
  if (entries.length === 0) return []
  const before = Math.round(points * 1.15 * 20)
  return [
    new Paragraph({ style: styleIds.enclosures, keepNext: true, spacing: { before }, children: textRuns(heading, { bold: true }) }),
    ...entries.map((entry) => line(styleIds.enclosures, entry)),
  ]
}

function line(style: string, text: string, options: { keepNext?: boolean; spacing?: { before: number } } = {}): Paragraph {
  return new Paragraph({ style, children: textRuns(text), ...(startsRightToLeft(text) ? { bidirectional: true } : {}), ...options })
}
