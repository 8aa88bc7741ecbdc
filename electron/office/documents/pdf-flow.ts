import { newPdf, pointsPerMillimetre, tagged, type Pdf } from './pdf.ts'
import { datedFoot, numberPages } from './pdf-pages.ts'
import { wrap } from './wrap.ts'

/** A piece of a document that flows over pages. */
export type FlowBlock =
  | { kind: 'title' | 'heading' | 'subheading' | 'paragraph' | 'bullet' | 'small'; text: string }
  /** Name and value side by side. */
  | { kind: 'facts'; rows: readonly (readonly [string, string])[] }
  /** A frame with a sentence that must not be overlooked. */
  | { kind: 'box'; text: string }
  /** What follows begins on a page of its own. */
  | { kind: 'page' }

const margin = { left: 25 * pointsPerMillimetre, right: 20 * pointsPerMillimetre, top: 20 * pointsPerMillimetre, bottom: 20 * pointsPerMillimetre }
const looks = {
  title: { size: 18, font: 'bold', before: 0, after: 6, tag: 'H1' },
  heading: { size: 12.5, font: 'bold', before: 12, after: 3, tag: 'H2' },
  subheading: { size: 11, font: 'bold', before: 7, after: 1, tag: 'H3' },
  paragraph: { size: 10.5, font: 'regular', before: 0, after: 5, tag: 'P' },
  bullet: { size: 10.5, font: 'regular', before: 0, after: 2, tag: 'P' },
  small: { size: 9, font: 'regular', before: 0, after: 4, tag: 'P' },
} as const
const indent = 12
const nameShare = 0.32
const blocksPerBreath = 50

/**
 * Writes a document of headings, paragraphs and facts as tagged A4 pages with numbers.
 * @param dense a little smaller and closer, for a sheet that shall stand on one page
 */
export async function flowPdf({ title, dense = false }: { title: string; dense?: boolean }, blocks: readonly FlowBlock[]): Promise<Uint8Array> {
  const pdf = await newPdf({ title, page: { width: 210, height: 297 } })
  const writer = new FlowWriter(pdf, dense)
  for (const [index, block] of blocks.entries()) {
    if (index % blocksPerBreath === blocksPerBreath - 1) await new Promise((resolve) => setImmediate(resolve))
    writer.write(block)
  }
  writer.end()
  numberPages(pdf, datedFoot(title), margin)
  return pdf.finish()
}

class FlowWriter {
  readonly #pdf: Pdf
  readonly #content: PDFKit.PDFStructureElement
  readonly #width: number
  readonly #scale: { size: number; gap: number }
  #y: number = margin.top

  constructor(pdf: Pdf, dense: boolean) {
    this.#pdf = pdf
    this.#scale = dense ? { size: 0.92, gap: 0.6 } : { size: 1, gap: 1 }
    pdf.addPage()
    this.#width = pdf.document.page.width - margin.left - margin.right
    this.#content = pdf.document.struct('Sect')
    pdf.document.addStructure(this.#content)
  }

  write(block: FlowBlock): void {
    if (block.kind === 'facts') for (const [name, value] of block.rows) this.#fact(name, value)
    else if (block.kind === 'box') this.#box(block.text)
    else if (block.kind === 'page') this.#room(Number.POSITIVE_INFINITY)
    else this.#text(block.text, looks[block.kind], block.kind === 'bullet')
    if (block.kind === 'facts') this.#y += 4
  }

  end(): void {
    this.#content.end()
  }

  #text(text: string, look: (typeof looks)[keyof typeof looks], bulleted: boolean): void {
    const left = bulleted ? indent : 0
    const size = look.size * this.#scale.size
    const lines = wrap(text, this.#width - left, (part) => this.#pdf.widthOf(part, size, look.font))
    const height = this.#pdf.lineHeight(size)
    // A heading doesn't stand alone at the foot of a page.
    this.#y += this.#y === margin.top ? 0 : look.before * this.#scale.gap
    if (look.tag !== 'P') this.#room(height * lines.length + 36)
    let first = true
    this.#pieces(lines, height, (piece) => {
      this.#content.add(tagged(this.#pdf, look.tag, () => {
        if (bulleted && first) this.#pdf.drawLine('•', { x: margin.left + 2, y: this.#y, size })
        first = false
        piece.forEach((line, index) => this.#pdf.drawLine(line, { x: margin.left + left, y: this.#y + index * height, size, font: look.font }))
      }))
    })
    this.#y += look.after * this.#scale.gap
  }

  #fact(name: string, value: string): void {
    const { size } = looks.paragraph
    const names = this.#width * nameShare
    const height = this.#pdf.lineHeight(size)
    const head = wrap(name, names - 8, (part) => this.#pdf.widthOf(part, size, 'bold'))
    const lines = wrap(value, this.#width - names, (part) => this.#pdf.widthOf(part, size))
    this.#room(Math.min(head.length, 2) * height)
    let drawn = false
    this.#pieces(lines.length < head.length ? [...lines, ...Array<string>(head.length - lines.length).fill('')] : lines, height, (piece) => {
      this.#content.add(tagged(this.#pdf, 'P', () => {
        if (!drawn) head.forEach((line, index) => this.#pdf.drawLine(line, { x: margin.left, y: this.#y + index * height, size, font: 'bold' }))
        drawn = true
        piece.forEach((line, index) => this.#pdf.drawLine(line, { x: margin.left + names, y: this.#y + index * height, size }))
      }))
    })
    this.#y += 3
  }

  #box(text: string): void {
    const { size } = looks.paragraph
    const lines = wrap(text, this.#width - 2 * indent, (part) => this.#pdf.widthOf(part, size))
    const height = this.#pdf.lineHeight(size)
    const total = lines.length * height + indent
    this.#room(total)
    this.#pdf.drawArtifact(() => this.#pdf.document.lineWidth(1).strokeColor('#8a5a00').rect(margin.left, this.#y, this.#width, total).stroke())
    this.#content.add(tagged(this.#pdf, 'P', () => lines.forEach((line, index) =>
      this.#pdf.drawLine(line, { x: margin.left + indent, y: this.#y + indent / 2 + index * height, size }))))
    this.#y += total + 8
  }

  /** Draws lines page by page; what is drawn at once is one element of the structure. */
  #pieces(lines: readonly string[], height: number, draw: (piece: readonly string[]) => void): void {
    let rest = [...lines]
    while (rest.length > 0) {
      this.#room(height)
      const fits = Math.max(1, Math.floor((this.#bottom() - this.#y) / height))
      const piece = rest.slice(0, fits)
      draw(piece)
      this.#y += piece.length * height
      rest = rest.slice(fits)
    }
  }

  #room(height: number): void {
    if (this.#y + height <= this.#bottom()) return
    this.#pdf.addPage()
    this.#y = margin.top
  }

  #bottom(): number {
    return this.#pdf.document.page.height - margin.bottom
  }
}
