import type { Sheet, SheetRow } from '../../../../shared/counselling/releases/sheet.ts'
import { germanTexts, textsVersion, type SheetLanguage } from '../../../../shared/counselling/releases/texts.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { newPdf, pointsPerMillimetre, type Pdf } from '../../documents/pdf.ts'
import { wrap } from '../../documents/wrap.ts'

const mm = pointsPerMillimetre
const margin = { left: 20 * mm, right: 20 * mm, top: 16 * mm, bottom: 18 * mm }
const gap = 8 * mm
/** Points of running text below which nothing is printed for a client, and the step down to it. */
const SMALLEST = 9
const STEP = 0.5

/** How a sheet is drawn. */
interface SheetLook {
  title: string
  /** The second column; null for German alone. */
  language: SheetLanguage | null
  /** Whether the translation is the program's own and still to be checked. */
  supplied: boolean
  /** Points of running text. */
  points: number
}

/**
 * Draws a sheet as tagged PDF: German on the left, the other language on the right and marked as such for screen readers, what was
 * entered once below both.
 * @throws OfficeError `invalid` when the fonts lack letters of the other language
 */
export async function sheetPdf(sheet: Sheet, look: SheetLook): Promise<Uint8Array> {
  const pdf = await newPdf({ title: look.title, page: { width: 210, height: 297 } })
  pdf.addPage()
  expectDrawable(pdf, sheet, look)
  // What is signed should stand on one page; only a very long text takes a second one.
  let points = look.points
  while (points > SMALLEST && new SheetWriter(pdf, { ...look, points }, true).write(sheet) > 1) points -= STEP
  new SheetWriter(pdf, { ...look, points }, false).write(sheet)
  return pdf.finish()
}

function expectDrawable(pdf: Pdf, { rows }: Sheet, { language }: SheetLook): void {
  const texts = [...rows.map(({ value }) => value ?? ''), ...(language === null ? [] : Object.values(language.texts))]
  if (texts.every((text) => pdf.canDraw(text))) return
  throw new OfficeError('invalid', { detail: 'Für die Schrift dieser Sprache bringt das Programm kein PDF zustande. Bitte als Word-Datei speichern und dort drucken.' })
}

/** Lines of one text in one column. */
interface Column {
  lines: string[]
  size: number
  bold: boolean
  other: boolean
}

class SheetWriter {
  readonly #pdf: Pdf
  readonly #look: SheetLook
  readonly #width: number
  /** Measures only, and draws nothing. */
  readonly #dry: boolean
  #y = margin.top
  #pages = 1

  constructor(pdf: Pdf, look: SheetLook, dry: boolean) {
    this.#pdf = pdf
    this.#look = look
    this.#dry = dry
    this.#width = pdf.document.page.width - margin.left - margin.right
  }

  /** Gives the number of pages. */
  write({ sender, rows }: Sheet): number {
    const { document } = this.#pdf
    // An element that is begun and put nowhere would keep the file from ever ending.
    const top = this.#dry ? null : document.struct('Sect')
    if (top) document.addStructure(top)
    if (sender !== '') this.#whole(top, sender, 9, 10)
    for (const row of rows) this.#row(top, row)
    this.#reservation(top)
    top?.end()
    return this.#pages
  }

  #row(top: PDFKit.PDFStructureElement | null, row: SheetRow): void {
    const { points } = this.#look
    const title = row.kind === 'title'
    const bold = title || row.kind === 'field'
    const size = title ? points + 5 : row.kind === 'sentence' ? points : points - 1
    const columns = this.#columns(row, size, bold)
    const value = row.kind === 'field' ? this.#wrapped(row.value ?? '', points + 1, this.#width) : []
    const blank = row.kind === 'field' && (row.value ?? '') === ''
    const room = row.kind === 'signature' ? 11 * mm : 0
    const valueHeight = blank ? 7 * mm : value.length * this.#pdf.lineHeight(points + 1)
    this.#makeRoom(room + this.#heightOf(columns) + valueHeight + 10)
    if (row.kind === 'signature') {
      this.#y += room
      this.#rule(0.8, '#000000')
      this.#y += 2
    }
    this.#draw(top, columns, title ? 'H1' : 'P')
    if (value.length > 0 && !blank) this.#paragraph(top, value, points + 1)
    if (blank) this.#y += valueHeight
    if (row.kind === 'field') {
      this.#y += 2
      this.#rule(0.5, '#8a8178')
    }
    this.#y += title ? 8 : row.kind === 'sentence' ? 6 : 5
  }

  #columns({ key }: SheetRow, size: number, bold: boolean): Column[] {
    const { language } = this.#look
    const column = language === null ? this.#width : (this.#width - gap) / 2
    const german = { lines: this.#wrapped(germanTexts[key], size, column, bold), size, bold, other: false }
    if (language === null) return [german]
    const text = language.texts[key]
    if (!language.rightToLeft) return [german, { lines: this.#wrapped(text, size, column, bold), size, bold, other: true }]
    // Arabic letters are smaller in their font than Latin ones, and their font has no bold.
    const larger = size + 1
    return [german, { lines: text === '' ? [] : wrap(text, column, (part) => this.#pdf.widthFromRight(part, larger)), size: larger, bold, other: true }]
  }

  #wrapped(text: string, size: number, width: number, bold = false): string[] {
    return text === '' ? [] : wrap(text, width, (part) => this.#pdf.widthOf(part, size, bold ? 'bold' : 'regular'))
  }

  #heightOf(columns: readonly Column[]): number {
    return Math.max(...columns.map(({ lines, size }) => lines.length * this.#pdf.lineHeight(size)))
  }

  #draw(top: PDFKit.PDFStructureElement | null, columns: readonly Column[], type: 'H1' | 'P'): void {
    const { document } = this.#pdf
    const { language } = this.#look
    const left = margin.left + (this.#width - gap) / 2 + gap
    const right = margin.left + this.#width
    for (const { lines, size, bold, other } of columns) {
      if (lines.length === 0 || top === null) continue
      const draw = (): void => lines.forEach((line, index) => {
        const y = this.#y + index * this.#pdf.lineHeight(size)
        if (other && language?.rightToLeft) this.#pdf.drawFromRight(line, { right, y, size })
        else this.#pdf.drawLine(line, { x: other ? left : margin.left, y, size, font: bold ? 'bold' : 'regular' })
      })
      top.add(document.struct(other ? 'P' : type, other && language ? { lang: language.tag } : {}, draw as never))
    }
    this.#y += this.#heightOf(columns)
  }

  #paragraph(top: PDFKit.PDFStructureElement | null, lines: readonly string[], size: number): void {
    const draw = (): void => lines.forEach((line, index) => {
      this.#pdf.drawLine(line, { x: margin.left, y: this.#y + index * this.#pdf.lineHeight(size), size })
    })
    if (top) top.add(this.#pdf.document.struct('P', {}, draw as never))
    this.#y += lines.length * this.#pdf.lineHeight(size)
  }

  #whole(top: PDFKit.PDFStructureElement | null, text: string, size: number, after: number): void {
    const lines = this.#wrapped(text, size, this.#width)
    this.#makeRoom(lines.length * this.#pdf.lineHeight(size))
    this.#paragraph(top, lines, size)
    this.#y += after
  }

  #reservation(top: PDFKit.PDFStructureElement | null): void {
    const { language, supplied } = this.#look
    if (language === null) return
    this.#y += 4
    this.#makeRoom(36)
    this.#draw(top, this.#columns({ kind: 'sentence', key: 'reservation' }, 8.5, false), 'P')
    const origin = supplied ? `Übersetzung aus dem Programm, Fassung ${textsVersion}, von einer sprachkundigen Person zu prüfen.` : 'Übersetzung des Büros.'
    this.#whole(top, origin, 8.5, 0)
  }

  #makeRoom(height: number): void {
    if (this.#y + height <= this.#pdf.document.page.height - margin.bottom) return
    this.#pages += 1
    if (!this.#dry) this.#pdf.addPage()
    this.#y = margin.top
  }

  #rule(width: number, colour: string): void {
    if (this.#dry) return
    const { document } = this.#pdf
    this.#pdf.drawArtifact(() => document.lineWidth(width).strokeColor(colour).moveTo(margin.left, this.#y).lineTo(margin.left + this.#width, this.#y).stroke())
  }
}
