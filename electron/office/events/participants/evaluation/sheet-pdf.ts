import type { Question } from '../../../../../shared/events/participants/model.ts'
import { newPdf, pointsPerMillimetre, tagged, type Pdf } from '../../../documents/pdf.ts'
import { wrap } from '../../../documents/wrap.ts'

const margin = { side: 20 * pointsPerMillimetre, top: 18 * pointsPerMillimetre, bottom: 18 * pointsPerMillimetre }
const box = 13
const boxStep = 46
const writtenLines = 4
const writtenStep = 24

/** The form as people get it into their hands: boxes to tick, lines to write on. No name is asked for. */
export async function evaluationSheetPdf({ title, line, questions }: { title: string; line: string; questions: readonly Question[] }): Promise<Uint8Array> {
  const pdf = await newPdf({ title: `Ihre Meinung: ${title}`, page: { width: 210, height: 297 } })
  new FormWriter(pdf).write(title, line, questions)
  return pdf.finish()
}

class FormWriter {
  readonly #pdf: Pdf
  readonly #content: PDFKit.PDFStructureElement
  readonly #width: number
  #y: number = margin.top

  constructor(pdf: Pdf) {
    this.#pdf = pdf
    pdf.addPage()
    this.#width = pdf.document.page.width - 2 * margin.side
    this.#content = pdf.document.struct('Sect')
    pdf.document.addStructure(this.#content)
  }

  write(title: string, line: string, questions: readonly Question[]): void {
    this.#text('Ihre Meinung', 'H1', 20, 'bold')
    this.#text(title, 'P', 13, 'bold')
    this.#text(line, 'P', 10, 'regular')
    this.#y += 6
    this.#text('Bitte ankreuzen: 1 heißt „gar nicht“, 5 heißt „sehr“. Ohne Namen, ganz freiwillig. Vielen Dank!', 'P', 11, 'regular')
    this.#y += 8
    for (const [index, question] of questions.entries()) this.#question(index + 1, question)
    this.#content.end()
  }

  #question(number: number, { kind, text }: Question): void {
    const height = kind === 'text' ? writtenLines * writtenStep : box + 16
    const lines = wrap(`${number}. ${text}`, this.#width, (part) => this.#pdf.widthOf(part, 12, 'bold')).length
    this.#room(lines * this.#pdf.lineHeight(12) + height + 18)
    this.#text(`${number}. ${text}`, 'H2', 12, 'bold')
    this.#y += 4
    if (kind === 'text') this.#lines()
    else this.#boxes(kind === 'scale' ? ['1', '2', '3', '4', '5'] : ['Ja', 'Nein'])
    this.#y += 14
  }

  #boxes(labels: readonly string[]): void {
    const top = this.#y
    this.#content.add(tagged(this.#pdf, 'P', () => labels.forEach((label, index) => this.#pdf.drawLine(label, { x: margin.side + index * boxStep + box + 6, y: top, size: 11 }))))
    this.#pdf.drawArtifact(() => labels.forEach((_, index) => this.#pdf.document.lineWidth(1).strokeColor('#333333').rect(margin.side + index * boxStep, top + 1, box, box).stroke()))
    this.#y += box + 4
  }

  #lines(): void {
    this.#pdf.drawArtifact(() => {
      for (let line = 1; line <= writtenLines; line += 1) {
        const y = this.#y + line * writtenStep - 4
        this.#pdf.document.lineWidth(0.6).strokeColor('#8a8075').moveTo(margin.side, y).lineTo(margin.side + this.#width, y).stroke()
      }
    })
    this.#y += writtenLines * writtenStep
  }

  #text(text: string, tag: 'H1' | 'H2' | 'P', size: number, font: 'regular' | 'bold'): void {
    const lines = wrap(text, this.#width, (part) => this.#pdf.widthOf(part, size, font))
    const height = this.#pdf.lineHeight(size)
    this.#content.add(tagged(this.#pdf, tag, () => lines.forEach((line, index) => this.#pdf.drawLine(line, { x: margin.side, y: this.#y + index * height, size, font }))))
    this.#y += lines.length * height + 2
  }

  #room(height: number): void {
    if (this.#y + height <= this.#pdf.document.page.height - margin.bottom) return
    this.#pdf.addPage()
    this.#y = margin.top
  }
}
