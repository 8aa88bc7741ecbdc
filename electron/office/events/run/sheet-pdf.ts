import { newPdf, pointsPerMillimetre, tagged, type Pdf } from '../../documents/pdf.ts'
import { datedFoot, numberPages } from '../../documents/pdf-pages.ts'
import { wrap } from '../../documents/wrap.ts'
import type { SheetDay, SheetItem } from './sheet.ts'

const margin = { left: 18 * pointsPerMillimetre, right: 15 * pointsPerMillimetre, top: 16 * pointsPerMillimetre, bottom: 16 * pointsPerMillimetre }
/** The column of the times, wide enough for "bis 23:30, 2 Std. 30 Min." below them. */
const timeWidth = 124
const sizes = { title: 18, day: 13, time: 24, until: 9, heading: 13, text: 10.5 }
const gap = 7

/** The run sheet on paper: large times that are read from a distance, beside them what happens. Tagged A4 pages with numbers. */
export async function runSheetPdf(title: string, about: string, days: readonly SheetDay[]): Promise<Uint8Array> {
  const pdf = await newPdf({ title, page: { width: 210, height: 297 } })
  const writer = new RunSheetWriter(pdf)
  writer.write(title, about, days)
  numberPages(pdf, datedFoot(title), margin)
  return pdf.finish()
}

class RunSheetWriter {
  readonly #pdf: Pdf
  #y = margin.top

  constructor(pdf: Pdf) {
    this.#pdf = pdf
    pdf.addPage()
  }

  write(title: string, about: string, days: readonly SheetDay[]): void {
    const { document } = this.#pdf
    const top = document.struct('Sect')
    document.addStructure(top)
    top.add(tagged(this.#pdf, 'H1', () => this.#lines(title, margin.left, this.#width(), sizes.title, 'bold')))
    top.add(tagged(this.#pdf, 'P', () => this.#lines(about, margin.left, this.#width(), sizes.text, 'regular')))
    for (const { name, items } of days) {
      this.#y += 10
      if (name !== '') {
        this.#room(80)
        top.add(tagged(this.#pdf, 'H2', () => this.#lines(name, margin.left, this.#width(), sizes.day, 'bold')))
      }
      this.#rule()
      for (const item of items) this.#item(top, item)
    }
    top.end()
  }

  #item(top: PDFKit.PDFStructureElement, { time, until, title, lines }: SheetItem): void {
    const left = margin.left + timeWidth
    const width = this.#width() - timeWidth
    const right = this.#height(title, width, sizes.heading, 'bold') + lines.reduce((sum, line) => sum + this.#height(line, width, sizes.text), 0)
    const height = Math.max(right, this.#pdf.lineHeight(sizes.time) + (until === '' ? 0 : this.#pdf.lineHeight(sizes.until))) + 2 * gap
    this.#room(height)
    const from = this.#y
    top.add(tagged(this.#pdf, 'H3', () => {
      this.#pdf.drawLine(time, { x: margin.left, y: from + gap - 5, size: sizes.time, font: 'bold' })
      this.#y = from + gap
      this.#lines(title, left, width, sizes.heading, 'bold')
    }))
    top.add(tagged(this.#pdf, 'P', () => {
      if (until !== '') this.#pdf.drawLine(until, { x: margin.left, y: from + gap - 5 + this.#pdf.lineHeight(sizes.time), size: sizes.until })
      for (const line of lines) this.#lines(line, left, width, sizes.text, 'regular')
    }))
    this.#y = from + height
    this.#rule()
  }

  #lines(text: string, x: number, width: number, size: number, font: 'regular' | 'bold'): void {
    for (const line of wrap(text, width, (part) => this.#pdf.widthOf(part, size, font))) {
      this.#pdf.drawLine(line, { x, y: this.#y, size, font })
      this.#y += this.#pdf.lineHeight(size)
    }
  }

  #height(text: string, width: number, size: number, font: 'regular' | 'bold' = 'regular'): number {
    return wrap(text, width, (part) => this.#pdf.widthOf(part, size, font)).length * this.#pdf.lineHeight(size)
  }

  #rule(): void {
    const { document } = this.#pdf
    this.#pdf.drawArtifact(() => document.lineWidth(0.5).strokeColor('#b5aa9c').moveTo(margin.left, this.#y).lineTo(document.page.width - margin.right, this.#y).stroke())
  }

  #room(height: number): void {
    if (this.#y + height <= this.#pdf.document.page.height - margin.bottom) return
    this.#pdf.addPage()
    this.#y = margin.top
  }

  #width(): number {
    return this.#pdf.document.page.width - margin.left - margin.right
  }
}
