import { newPdf, pointsPerMillimetre, tagged, type Pdf } from '../../documents/pdf.ts'
import { wrap } from '../../documents/wrap.ts'

/** What the sheet says, from top to bottom. */
export interface EmergencySheet {
  title: string
  about: string
  numbers: readonly { number: string; label: string }[]
  /** What to say on the telephone. */
  call: string
  facts: readonly (readonly [string, string])[]
  risks: readonly { title: string; measure: string }[]
  /** Paragraphs below: house rules, exclusion, notes. */
  notes: readonly (readonly [string, string])[]
}

const margin = { left: 16 * pointsPerMillimetre, right: 16 * pointsPerMillimetre, top: 14 * pointsPerMillimetre, bottom: 12 * pointsPerMillimetre }
/** As large as fits: the sheet hangs at a door and is read standing. */
const scales = Array.from({ length: 30 }, (_, step) => 1.4 - step * 0.03)
const columnGap = 16

/** The emergency sheet on one page to pin up, tagged; what can't fit even in small letters runs on to a second page. */
export async function emergencyPdf(sheet: EmergencySheet): Promise<Uint8Array> {
  const pdf = await newPdf({ title: `${sheet.title}: ${sheet.about}`, page: { width: 210, height: 297 } })
  pdf.addPage()
  const room = pdf.document.page.height - margin.top - margin.bottom
  const scale = scales.find((each) => new SheetWriter(pdf, each, false).write(sheet) <= room) ?? scales.at(-1) ?? 1
  new SheetWriter(pdf, scale, true).write(sheet)
  return pdf.finish()
}

type Font = 'regular' | 'bold'

/** Draws the sheet, or only measures it. */
class SheetWriter {
  readonly #pdf: Pdf
  readonly #scale: number
  readonly #draws: boolean
  #y: number = margin.top
  #top: PDFKit.PDFStructureElement | null = null

  constructor(pdf: Pdf, scale: number, draws: boolean) {
    this.#pdf = pdf
    this.#scale = scale
    this.#draws = draws
  }

  /** @returns the height in points */
  write({ title, about, numbers, call, facts, risks, notes }: EmergencySheet): number {
    const { document } = this.#pdf
    if (this.#draws) {
      this.#top = document.struct('Sect')
      document.addStructure(this.#top)
    }
    this.#text('H1', title, 22, 'bold')
    this.#text('P', about, 11, 'regular', 8)
    this.#numbers(numbers)
    this.#text('P', call, 10.5, 'regular', 8)
    this.#facts(facts)
    if (risks.length > 0) {
      this.#text('H2', 'Wenn etwas passiert', 13, 'bold', 3)
      for (const { title: name, measure } of risks) this.#pair(name, measure)
      this.#y += 4 * this.#scale
    }
    for (const [name, text] of notes) {
      this.#text('H2', name, 11.5, 'bold', 1)
      this.#text('P', text, 9.5, 'regular', 6)
    }
    this.#top?.end()
    return this.#y - margin.top
  }

  #numbers(numbers: EmergencySheet['numbers']): void {
    const width = (this.#width() - columnGap * (numbers.length - 1)) / Math.max(numbers.length, 1)
    const height = 58 * this.#scale
    numbers.forEach(({ number, label }, at) => {
      const x = margin.left + at * (width + columnGap)
      this.#frame(x, width, height)
      this.#add('P', () => {
        this.#pdf.drawLine(number, { x, y: this.#y + 1 * this.#scale, size: 30 * this.#scale, font: 'bold', align: 'center', width })
        this.#pdf.drawLine(label, { x, y: this.#y + 40 * this.#scale, size: 10 * this.#scale, align: 'center', width })
      })
    })
    this.#y += height + 8 * this.#scale
  }

  /** Two columns of name and text, row by row. */
  #facts(facts: EmergencySheet['facts']): void {
    const width = (this.#width() - columnGap) / 2
    for (let at = 0; at < facts.length; at += 2) {
      const row = facts.slice(at, at + 2)
      const heights = row.map(([name, text]) => this.#height(name, width, 9, 'bold') + this.#height(text, width, 11.5))
      this.#room(Math.max(...heights))
      const from = this.#y
      row.forEach(([name, text], column) => {
        const x = margin.left + column * (width + columnGap)
        this.#add('P', () => {
          this.#y = from
          this.#lines(name, x, width, 9, 'bold')
          this.#lines(text, x, width, 11.5, 'regular')
        })
      })
      this.#y = from + Math.max(...heights) + 7 * this.#scale
    }
  }

  /** A risk in bold, beside it what to do. */
  #pair(name: string, text: string): void {
    const left = this.#width() * 0.28
    const right = this.#width() - left - 8
    const height = Math.max(this.#height(name, left, 9.5, 'bold'), this.#height(text, right, 9.5))
    this.#room(height)
    const from = this.#y
    this.#add('P', () => {
      this.#lines(name, margin.left, left, 9.5, 'bold')
      this.#y = from
      this.#lines(text, margin.left + left + 8, right, 9.5, 'regular')
    })
    this.#y = from + height + 3 * this.#scale
  }

  #text(tag: string, text: string, size: number, font: Font, after = 0): void {
    const height = this.#height(text, this.#width(), size, font)
    this.#room(height)
    const from = this.#y
    this.#add(tag, () => this.#lines(text, margin.left, this.#width(), size, font))
    this.#y = from + height + after * this.#scale
  }

  #add(tag: string, draw: () => void): void {
    if (this.#draws) this.#top?.add(tagged(this.#pdf, tag, draw))
  }

  #frame(x: number, width: number, height: number): void {
    if (this.#draws) this.#pdf.drawArtifact(() => this.#pdf.document.lineWidth(1.5).strokeColor('#8a1f11').rect(x, this.#y, width, height).stroke())
  }

  #lines(text: string, x: number, width: number, size: number, font: Font): void {
    const scaled = size * this.#scale
    for (const line of wrap(text, width, (part) => this.#pdf.widthOf(part, scaled, font))) {
      this.#pdf.drawLine(line, { x, y: this.#y, size: scaled, font })
      this.#y += this.#pdf.lineHeight(scaled)
    }
  }

  #height(text: string, width: number, size: number, font: Font = 'regular'): number {
    const scaled = size * this.#scale
    return wrap(text, width, (part) => this.#pdf.widthOf(part, scaled, font)).length * this.#pdf.lineHeight(scaled)
  }

  #room(height: number): void {
    if (!this.#draws || this.#y + height <= this.#pdf.document.page.height - margin.bottom) return
    this.#pdf.addPage()
    this.#y = margin.top
  }

  #width(): number {
    return this.#pdf.document.page.width - margin.left - margin.right
  }
}
