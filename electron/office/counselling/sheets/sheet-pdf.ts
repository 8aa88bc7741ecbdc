import { withoutGapSigns } from '../../../../shared/correspondence/gaps.ts'
import { newPdf, pointsPerMillimetre, tagged, type Pdf } from '../../documents/pdf.ts'
import { numberPages } from '../../documents/pdf-pages.ts'
import { wrap } from '../../documents/wrap.ts'
import type { Block, ChronicleEntry, PlainSheet } from './blocks.ts'

const margin = { left: 22 * pointsPerMillimetre, right: 22 * pointsPerMillimetre, top: 18 * pointsPerMillimetre, bottom: 20 * pointsPerMillimetre }
const body = 10
const small = 8.5
const factsColumn = 46 * pointsPerMillimetre
const timeColumn = 34 * pointsPerMillimetre
const ruleColour = '#b5aa9c'

/** Gives a sheet as tagged PDF: A4, headings, page numbers. */
export async function plainSheetPdf(sheet: PlainSheet): Promise<Uint8Array> {
  const pdf = await newPdf({ title: sheet.title, page: { width: 210, height: 297 } })
  const writer = new SheetWriter(pdf)
  writer.write(sheet)
  numberPages(pdf, sheet.foot, margin)
  return pdf.finish()
}

interface Style {
  size?: number
  font?: 'regular' | 'bold'
  left?: number
  struck?: boolean
}

class SheetWriter {
  readonly #pdf: Pdf
  #y = 0

  constructor(pdf: Pdf) {
    this.#pdf = pdf
  }

  write({ title, subtitle, office, blocks }: PlainSheet): void {
    this.#page()
    if (office !== '') this.#element('P', () => this.#text(office, { size: small }))
    this.#y += 8
    this.#element('H1', () => this.#text(title, { size: 17, font: 'bold' }))
    if (subtitle !== '') this.#element('P', () => this.#text(subtitle))
    for (const block of blocks) this.#block(block)
  }

  #block(block: Block): void {
    this.#y += block.type === 'heading' ? 12 : 4
    switch (block.type) {
      case 'heading':
        this.#room(60)
        return this.#element('H2', () => this.#text(block.text, { size: 12.5, font: 'bold' }))
      case 'paragraph': return this.#element('P', () => this.#text(block.text, { size: block.quiet ? small : body }))
      case 'question': return this.#element('P', () => this.#text(block.text, { font: 'bold' }))
      case 'box': return this.#box(block.text)
      case 'facts': return block.rows.forEach(([label, value]) => this.#row(label, factsColumn, (left) => this.#text(value, { left })))
      case 'list': return block.items.forEach((item) => this.#element('P', () => this.#text(`–  ${item}`, { left: 6 })))
      case 'chronicle': return block.entries.forEach((entry) => this.#row(entry.when, timeColumn, (left) => this.#entry(entry, left)))
      case 'checks': return block.items.forEach((item) => this.#check(item))
      case 'lines': return Array.from({ length: block.count }).forEach(() => this.#ruledLine())
      case 'signatures': return this.#signatures(block.labels)
    }
  }

  #entry({ head, text, notes, struck }: ChronicleEntry, left: number): void {
    this.#text(head, { left, size: small })
    this.#text(text, { left, struck })
    for (const note of notes) this.#text(note, { left, size: small })
  }

  /** A label at the left, what belongs to it beside it, a hairline below. */
  #row(label: string, column: number, draw: (left: number) => void): void {
    this.#room(40)
    const top = this.#y
    this.#element('P', () => {
      const page = this.#pageIndex()
      this.#text(label, { font: 'bold', size: small + 0.5 })
      const below = this.#y
      this.#y = top
      draw(column)
      if (this.#pageIndex() === page) this.#y = Math.max(this.#y, below)
    })
    this.#rule(this.#y + 3)
    this.#y += 7
  }

  #box(text: string): void {
    this.#room(60)
    const top = this.#y
    this.#y += 6
    this.#element('P', () => this.#text(text, { left: 8, size: small + 0.5 }))
    this.#y += 4
    const { document } = this.#pdf
    const bottom = this.#y
    this.#pdf.drawArtifact(() => document.lineWidth(0.8).strokeColor('#000000').rect(margin.left, top, this.#width(), bottom - top).stroke())
    this.#y += 6
  }

  #check(item: string): void {
    this.#room(24)
    const { document } = this.#pdf
    const top = this.#y
    this.#pdf.drawArtifact(() => document.lineWidth(0.8).strokeColor('#000000').rect(margin.left + 1, top + 2, 8, 8).stroke())
    this.#element('P', () => this.#text(item, { left: 18 }))
    this.#y += 2
  }

  #ruledLine(): void {
    this.#room(26)
    this.#y += 22
    this.#rule(this.#y)
  }

  #signatures(labels: readonly string[]): void {
    this.#room(70)
    this.#y += 44
    const width = this.#width() / labels.length
    const top = this.#y
    const { document } = this.#pdf
    for (const [index, label] of labels.entries()) {
      const x = margin.left + index * width
      this.#pdf.drawArtifact(() => document.lineWidth(0.6).strokeColor('#000000').moveTo(x, top).lineTo(x + width - 16, top).stroke())
      this.#element('P', () => this.#pdf.drawLine(label, { x, y: top + 3, size: small }))
    }
    this.#y += 20
  }

  #text(text: string, { size = body, font = 'regular', left = 0, struck = false }: Style = {}): void {
    const measure = (part: string): number => this.#pdf.widthOf(part, size, font)
    for (const line of wrap(withoutGapSigns(text), this.#width() - left, measure)) {
      const height = this.#pdf.lineHeight(size)
      this.#room(height)
      const place = { x: margin.left + left, y: this.#y, size, font }
      this.#pdf.drawLine(line, place)
      if (struck) this.#pdf.document.lineWidth(0.6).strokeColor('#000000').moveTo(place.x, this.#y + height * 0.55).lineTo(place.x + measure(line), this.#y + height * 0.55).stroke()
      this.#y += height
    }
  }

  #element(type: string, draw: () => void): void {
    const { document } = this.#pdf
    document.addStructure(tagged(this.#pdf, type, draw))
  }

  #rule(y: number): void {
    const { document } = this.#pdf
    this.#pdf.drawArtifact(() => document.lineWidth(0.4).strokeColor(ruleColour).moveTo(margin.left, y).lineTo(margin.left + this.#width(), y).stroke())
  }

  #width(): number {
    return this.#pdf.document.page.width - margin.left - margin.right
  }

  /** Begins a page where so many points have no room on this one. */
  #room(height: number): void {
    if (this.#y + height > this.#pdf.document.page.height - margin.bottom) this.#page()
  }

  #page(): void {
    this.#pdf.addPage()
    this.#y = margin.top
  }

  #pageIndex(): number {
    return this.#pdf.document.bufferedPageRange().count
  }
}
