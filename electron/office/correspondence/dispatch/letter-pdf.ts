import { inlineText, type BlockNode, type InlineNode, type LetterBody, type ListNode, type ParagraphNode, type TableNode } from '../../../../shared/correspondence/body.ts'
import type { CopyPart, FileBlock } from '../../../../shared/correspondence/copies/copy-part.ts'
import { addressLinePitch, informationLinePitch, letterForm, markBox, subjectTopFor, type LetterForm } from '../../../../shared/correspondence/din5008.ts'
import { withoutGapSigns } from '../../../../shared/correspondence/gaps.ts'
import { enclosuresHeading, type LetterSheet } from '../../../../shared/correspondence/letter-sheet.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import { newPdf, pointsPerMillimetre, tagged, type Pdf } from '../../documents/pdf.ts'
import { wrap } from '../../documents/wrap.ts'
import { drawTable } from './letter-pdf-table.ts'

const mm = pointsPerMillimetre
const size = 11
const small = 8
const listIndent = 18
const lettersPerBreath = 10

interface Look { bold?: boolean; indent?: number; mark?: string; after?: number; tag?: string; points?: number }

/**
 * Letters as one tagged PDF by our own means, with the places of DIN 5008: for a computer without LibreOffice. Each has its own page numbers.
 * Words within a paragraph that are bold, italic or underlined stand there plainly.
 */
export async function letterPdf(sheet: LetterSheet, letterhead: Letterhead): Promise<Uint8Array> {
  return lettersPdf([sheet], letterhead)
}

/** Several letters in one PDF, each with pages of its own. */
export async function lettersPdf(sheets: readonly [LetterSheet, ...LetterSheet[]], letterhead: Letterhead): Promise<Uint8Array> {
  const [first] = sheets
  const pdf = await newPdf({ title: first.subject || `Schreiben ${first.number}`, page: letterForm(first.form).page })
  for (const [index, sheet] of sheets.entries()) {
    writeLetter(pdf, sheet, letterhead)
    if (index % lettersPerBreath === lettersPerBreath - 1) await new Promise((resolve) => setImmediate(resolve))
  }
  return pdf.finish()
}

function writeLetter(pdf: Pdf, sheet: LetterSheet, letterhead: Letterhead): void {
  const form = letterForm(sheet.form)
  const writer = new LetterWriter(pdf, sheet)
  writer.place(form.letterhead.top, form.margin.left, [[letterhead.officeName, true], [letterhead.department, false]], size + 1)
  const place = [letterhead.street, [letterhead.postalCode, letterhead.city].filter(Boolean).join(' ')].filter(Boolean)
  const from = letterhead.returnAddress || [letterhead.officeName, ...place].filter(Boolean).join(' · ')
  writer.place(form.returnAddress.top, form.returnAddress.left, [[from, false]], small, form.returnAddress.width)
  const notesTop = form.addressZone.top - sheet.addressNotes.length * addressLinePitch
  writer.place(notesTop, form.noteZone.left, sheet.addressNotes.map((line) => [line, false]), small, form.noteZone.width, addressLinePitch)
  writer.place(form.addressZone.top, form.addressZone.left, sheet.addressLines.map((line) => [line, false]), size, form.addressZone.width, addressLinePitch)
  const block = form.informationBlock
  sheet.information.forEach(({ label, value }, index) => writer.fact(block.top + index * informationLinePitch, block, label, value))
  writer.begin(subjectTopFor(sheet.information.length, form))
  if (sheet.copy) writer.heading(sheet.copy)
  writer.paragraph(sheet.subject, { bold: true, after: 22, tag: 'H1' })
  writer.paragraph(sheet.salutation, { after: 11 })
  writer.body(sheet.body)
  writer.paragraph(sheet.closing, { after: sheet.signature.authority ? 2 : 34 })
  writer.paragraph([sheet.signature.authority, sheet.signature.addition].filter(Boolean).join('\n'), { after: 34 })
  writer.paragraph([sheet.signature.name, sheet.signature.function].filter(Boolean).join('\n'), { after: 22 })
  if (sheet.enclosures.length > 0) writer.list(enclosuresHeading(sheet.enclosures), sheet.enclosures)
  if (sheet.copies.length > 0) writer.list('Kopie an', sheet.copies)
  for (const { heading, lines } of sheet.copy?.distribution ?? []) writer.list(heading, lines)
  writer.notes()
  if (sheet.copy?.file) writer.forFile(sheet.copy.file)
  writer.end([letterhead.footer, [letterhead.phone && `Tel. ${letterhead.phone}`, letterhead.email, letterhead.web, letterhead.bank].filter(Boolean).join(' · ')].filter(Boolean))
}

class LetterWriter {
  readonly #pdf: Pdf
  readonly #sheet: LetterSheet
  readonly #content: PDFKit.PDFStructureElement
  readonly #left: number
  readonly #width: number
  readonly #bottom: number
  /** The letter's first page in the file. */
  readonly #first: number
  #y = 0
  readonly #notes: string[] = []

  constructor(pdf: Pdf, sheet: LetterSheet) {
    const { margin, page } = letterForm(sheet.form)
    this.#pdf = pdf
    this.#sheet = sheet
    this.#left = margin.left * mm
    this.#width = (page.width - margin.left - margin.right) * mm
    this.#bottom = (page.height - margin.bottom) * mm
    pdf.addPage()
    this.#first = pdf.document.bufferedPageRange().count - 1
    this.#content = pdf.document.struct('Document')
    pdf.document.addStructure(this.#content)
  }

  /** Lines at a place of the first page, in millimetres; what is too wide for it is set smaller. */
  place(top: number, left: number, lines: readonly (readonly [string, boolean])[], points: number, width = 85, pitch = 0): void {
    const step = pitch === 0 ? this.#pdf.lineHeight(points) : pitch * mm
    lines.filter(([text]) => text !== '').forEach(([text, bold], index) => {
      const font = bold ? 'bold' : 'regular'
      const fitting = Math.min(points, (points * width * mm) / Math.max(1, this.#pdf.widthOf(text, points, font)))
      this.#draw('P', () => this.#pdf.drawLine(text, { x: left * mm, y: top * mm + index * step, size: fitting, font }))
    })
  }

  /** A line of the information block. */
  fact(top: number, { left, width, labelWidth }: LetterForm['informationBlock'], label: string, value: string): void {
    const valueWidth = width - labelWidth
    this.#draw('P', () => {
      this.#pdf.drawLine(label, { x: left * mm, y: top * mm, size: small })
      const points = small + 1
      const fitting = Math.min(points, (points * valueWidth * mm) / Math.max(1, this.#pdf.widthOf(value, points)))
      this.#pdf.drawLine(value, { x: (left + labelWidth) * mm, y: top * mm, size: fitting })
    })
  }

  /** Where the text begins, in millimetres. */
  begin(top: number): void {
    this.#y = top * mm
  }

  paragraph(text: string, { bold = false, indent = 0, mark = '', after = 6, tag = 'P', points = size }: Look = {}): void {
    if (text.trim() === '') return
    const font = bold ? 'bold' : 'regular'
    const height = this.#pdf.lineHeight(points)
    let rest = wrap(text, this.#width - indent, (part) => this.#pdf.widthOf(part, points, font))
    for (let first = true; rest.length > 0; first = false) {
      // A heading is not left alone at the foot.
      if (this.#y + height * (bold && first ? 3 : 1) > this.#bottom) this.#nextPage()
      const piece = rest.slice(0, Math.max(1, Math.floor((this.#bottom - this.#y) / height)))
      this.#draw(tag, () => {
        if (mark !== '' && first) this.#pdf.drawLine(mark, { x: this.#left + indent - listIndent + 3, y: this.#y, size: points })
        piece.forEach((line, index) => this.#pdf.drawLine(line, { x: this.#left + indent, y: this.#y + index * height, size: points, font }))
      })
      this.#y += piece.length * height
      rest = rest.slice(piece.length)
    }
    this.#y += after
  }

  /** Whom this copy is for, above the subject. */
  heading({ heading, accompanying, mark }: CopyPart): void {
    if (mark !== '') {
      const { left, top } = markBox(letterForm(this.#sheet.form))
      this.#draw('P', () => this.#pdf.drawLine(mark, { x: left * mm, y: top * mm, size: 22, font: 'bold' }))
    }
    this.paragraph(heading, { bold: true, after: accompanying.length > 0 ? 0 : size })
    accompanying.forEach((line, index) => this.paragraph(line, { after: index === accompanying.length - 1 ? size : 0 }))
  }

  /** What only the file copy says. */
  forFile({ note, orders, signings }: FileBlock): void {
    if (note !== '') this.list('Vermerk', note.split('\n'))
    this.list('Verfügung', orders.map((order, index) => `${index + 1}. ${order}   gef. am/Hz. ____________`))
    this.list('Zeichnung', signings.map(({ role, name, sign, date }) => `${role}: ${name}   Hz. ${sign || '______'}   am ${date || '__________'}`))
  }

  body({ content }: LetterBody): void {
    for (const node of content) this.#block(node, 0)
    this.#y += 6
  }

  list(heading: string, lines: readonly string[]): void {
    this.paragraph(heading, { bold: true, after: 1 })
    lines.forEach((line, index) => this.paragraph(line, { after: index === lines.length - 1 ? 8 : 0 }))
  }

  /** The notes, below everything else. */
  notes(): void {
    if (this.#notes.length === 0) return
    this.#y += 6
    this.paragraph('Anmerkungen', { bold: true, after: 1, points: small + 1 })
    this.#notes.forEach((text, index) => this.paragraph(text, { indent: listIndent, mark: `${index + 1}`, after: 1, points: small + 1 }))
  }

  /** Page numbers, the header of following pages and the foot of the first. */
  end(foot: readonly string[]): void {
    this.#content.end()
    const { page, footerBottom, continuation } = letterForm(this.#sheet.form)
    const count = this.#pdf.document.bufferedPageRange().count - this.#first
    for (let index = 0; index < count; index += 1) {
      this.#pdf.document.switchToPage(this.#first + index)
      this.#pdf.drawArtifact(() => {
        const line = (text: string, y: number, align: 'left' | 'right'): void => this.#pdf.drawLine(text, { x: this.#left, y, size: small, align, width: this.#width })
        const lowest = (page.height - footerBottom) * mm - this.#pdf.lineHeight(small)
        if (count > 1) line(`Seite ${index + 1} von ${count}`, (page.height - 22) * mm, 'right')
        if (index > 0) return line(this.#sheet.continuationTitle, continuation.headerTop * mm, 'left')
        const lines = foot.flatMap((text) => wrap(text, this.#width, (part) => this.#pdf.widthOf(part, small)))
        lines.forEach((text, at) => line(text, lowest - (lines.length - 1 - at) * this.#pdf.lineHeight(small), 'left'))
      })
    }
  }

  #block(node: BlockNode, depth: number): void {
    if (node.type === 'paragraph') this.paragraph(this.#words(node.content), { indent: depth * listIndent })
    else if (node.type === 'heading') this.paragraph(this.#words(node.content), { bold: true, after: 3, tag: `H${node.attrs.level}` })
    else if (node.type === 'blockquote') node.content.forEach(({ content }) => this.paragraph(this.#words(content), { indent: (depth + 1) * listIndent, tag: 'BlockQuote' }))
    else if (node.type === 'table') this.#table(node)
    else this.#items(node, depth + 1)
  }

  #items(list: ListNode, depth: number): void {
    list.content.forEach((item, index) => item.content.forEach((node, part) => {
      const mark = markOf(list, index)
      if (node.type === 'paragraph') this.paragraph(this.#words(node.content), { indent: depth * listIndent, mark: part === 0 ? mark : '', after: 3 })
      else this.#block(node, depth)
    }))
  }

  #table(node: TableNode): void {
    this.#y = drawTable(this.#pdf, this.#content, node, ({ content }) => content.map((inside) => this.#cell(inside)).join('\n'), {
      left: this.#left, width: this.#width, top: this.#y, bottom: this.#bottom, size: size - 1,
      nextPage: () => { this.#nextPage(); return this.#y },
    }) + 12
  }

  #cell(node: ParagraphNode | ListNode, depth = 0): string {
    if (node.type === 'paragraph') return this.#words(node.content)
    return node.content.map((item, index) => item.content.map((inside, part) => `${part === 0 ? `${'   '.repeat(depth)}${markOf(node, index)} ` : ''}${this.#cell(inside, depth + 1)}`).join('\n')).join('\n')
  }

  /** Words as they stand here; a note is a small figure, and its text is kept for the end. */
  #words(nodes: readonly InlineNode[] = []): string {
    return withoutGapSigns(nodes.map((node) => (node.type === 'reference' ? superscript(this.#notes.push(node.attrs.text)) : inlineText([node]))).join(''))
  }

  #nextPage(): void {
    this.#pdf.addPage()
    this.#y = letterForm(this.#sheet.form).continuation.textTop * mm
  }

  #draw(tag: string, draw: () => void): void {
    this.#content.add(tagged(this.#pdf, tag, draw))
  }
}

function markOf(list: ListNode, index: number): string {
  return list.type === 'bulletList' ? '•' : `${(list.attrs?.start ?? 1) + index}.`
}

function superscript(number: number): string {
  return [...String(number)].map((figure) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(figure)]).join('')
}
