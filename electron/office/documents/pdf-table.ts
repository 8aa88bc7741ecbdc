import { newPdf, pointsPerMillimetre, tagged, type Pdf } from './pdf.ts'
import { datedFoot, numberPages } from './pdf-pages.ts'
import { wrap } from './wrap.ts'

/** A list on paper. */
export interface PdfTable {
  title: string
  /** Below the title: which contacts, how many, for what. */
  remarks: readonly string[]
  headings: readonly string[]
  rows: readonly (readonly string[])[]
  /** Stands upright however many columns there are. */
  upright?: boolean
  /** Least height of a row in millimetres, and least widths of the columns: where people write by hand. */
  rowHeight?: number
  leastWidths?: readonly number[]
}

/** Several tables on paper, one below the other, each with its own heading; one without headings of columns has its notes alone. */
export interface PdfTables {
  title: string
  remarks: readonly string[]
  tables: readonly { heading: string; headings: readonly string[]; rows: readonly (readonly string[])[]; notes: readonly string[]; leastWidths?: readonly number[] }[]
}

interface Part {
  headings: readonly string[]
  rows: readonly (readonly string[])[]
  rowHeight?: number
  leastWidths?: readonly number[]
}

const margin = { left: 15 * pointsPerMillimetre, right: 12 * pointsPerMillimetre, top: 14 * pointsPerMillimetre, bottom: 16 * pointsPerMillimetre }
const padding = 3
const rowsPerBreath = 50

/** Writes a list as tagged table: A4, upright for up to four columns, otherwise across; the headings stand on every page. */
export async function tablePdf(table: PdfTable): Promise<Uint8Array> {
  const { title, remarks, upright = false, ...part } = table
  return write({ title, remarks, tables: [{ heading: '', notes: [], ...part }] }, part.headings.length > 4 && !upright)
}

/** Writes several tables as tagged document: A4, upright; what belongs to a table stands below it. */
export async function tablesPdf(tables: PdfTables): Promise<Uint8Array> {
  return write(tables, tables.tables.some(({ headings }) => headings.length > 6))
}

async function write(tables: PdfTables, across: boolean): Promise<Uint8Array> {
  const pdf = await newPdf({ title: tables.title, page: across ? { width: 297, height: 210 } : { width: 210, height: 297 } })
  const writer = new TableWriter(pdf, tables)
  await writer.write()
  numberPages(pdf, datedFoot(tables.title), margin)
  return pdf.finish()
}

class TableWriter {
  readonly #pdf: Pdf
  readonly #tables: PdfTables
  #table: Part = { headings: [], rows: [] }
  #size = 9
  #widths: readonly number[] = []
  #y = 0

  constructor(pdf: Pdf, tables: PdfTables) {
    this.#pdf = pdf
    this.#tables = tables
    pdf.addPage()
  }

  /** Begins a table; a heading never stands alone at the foot of a page. */
  #begin(part: Part, heading: string): void {
    const { page } = this.#pdf.document
    this.#table = part
    const room = page.width - margin.left - margin.right
    const most = part.headings.length > 8 ? 7 : part.headings.length > 5 ? 8 : 9
    // The largest letters at which no word of a column has to be broken.
    this.#size = [most, 7, 6.5, 6].find((size) => size <= most && leastWidths(this.#pdf, part, size, room).reduce((sum, width) => sum + width, 0) <= room) ?? most
    this.#widths = columnWidths(this.#pdf, part, this.#size, room)
    if (heading !== '' && this.#y + 5 * this.#pdf.lineHeight(12) > page.height - margin.bottom) this.#newPage()
  }

  async write(): Promise<void> {
    const { document } = this.#pdf
    this.#y = margin.top
    const top = document.struct('Sect')
    document.addStructure(top)
    top.add(tagged(this.#pdf, 'H1', () => this.#paragraph(this.#tables.title, 15, 'bold')))
    for (const remark of this.#tables.remarks) top.add(tagged(this.#pdf, 'P', () => this.#paragraph(remark, 9, 'regular')))
    for (const { heading, notes, ...part } of this.#tables.tables) {
      this.#y += heading === '' ? 6 : 14
      this.#begin(part, heading)
      if (heading !== '') top.add(tagged(this.#pdf, 'H2', () => this.#paragraph(heading, 12, 'bold')))
      if (part.headings.length > 0) await this.#rows(top, part)
      for (const note of notes) {
        this.#y += 3
        this.#roomFor(note, 8)
        top.add(tagged(this.#pdf, 'P', () => this.#paragraph(note, 8, 'regular')))
      }
    }
    top.end()
  }

  async #rows(top: PDFKit.PDFStructureElement, { headings, rows }: Part): Promise<void> {
    const body = this.#pdf.document.struct('Table')
    top.add(body)
    this.#row(body, headings, 'TH')
    for (const [index, cells] of rows.entries()) {
      this.#row(body, cells, 'TD')
      if (index % rowsPerBreath === rowsPerBreath - 1) await new Promise((resolve) => setImmediate(resolve))
    }
  }

  #roomFor(text: string, size: number): void {
    const { page } = this.#pdf.document
    const lines = wrap(text, page.width - margin.left - margin.right, (part) => this.#pdf.widthOf(part, size)).length
    if (this.#y + lines * this.#pdf.lineHeight(size) > page.height - margin.bottom) this.#newPage()
  }

  #newPage(): void {
    this.#pdf.addPage()
    this.#y = margin.top
  }

  #paragraph(text: string, size: number, font: 'regular' | 'bold'): void {
    const width = this.#pdf.document.page.width - margin.left - margin.right
    for (const line of wrap(text, width, (part) => this.#pdf.widthOf(part, size, font))) {
      this.#pdf.drawLine(line, { x: margin.left, y: this.#y, size, font })
      this.#y += this.#pdf.lineHeight(size)
    }
  }

  #row(body: PDFKit.PDFStructureElement, cells: readonly string[], type: 'TH' | 'TD'): void {
    const { document } = this.#pdf
    const font = type === 'TH' ? 'bold' : 'regular'
    const broken = cells.map((cell, index) => wrap(cell, (this.#widths[index] ?? 0) - 2 * padding, (part) => this.#pdf.widthOf(part, this.#size, font)))
    const lineHeight = this.#pdf.lineHeight(this.#size)
    const least = type === 'TH' ? 0 : (this.#table.rowHeight ?? 0) * pointsPerMillimetre
    const height = Math.max(least, Math.max(...broken.map((lines) => lines.length)) * lineHeight + 2 * padding)
    if (this.#y + height > document.page.height - margin.bottom) this.#nextPage()
    const row = document.struct('TR')
    body.add(row)
    // Where people sign, the printed words stand at the foot of the row.
    const text = Math.max(...broken.map((lines) => lines.length)) * lineHeight + 2 * padding
    this.#y += height - text
    this.#lines(broken, font, (draw) => {
      const cell = tagged(this.#pdf, type, draw)
      if (type === 'TH') (cell as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data.A = { O: 'Table', Scope: 'Column' }
      row.add(cell)
    })
    row.end()
    this.#rule(text)
  }

  /** Draws the lines of a row's cells; each cell's lines together by `cell`. */
  #lines(broken: readonly string[][], font: 'regular' | 'bold', cell: (draw: () => void) => void): void {
    let x = margin.left
    for (const [index, lines] of broken.entries()) {
      const left = x
      cell(() => lines.forEach((line, number) => {
        this.#pdf.drawLine(line, { x: left + padding, y: this.#y + padding + number * this.#pdf.lineHeight(this.#size), size: this.#size, font })
      }))
      x += this.#widths[index] ?? 0
    }
  }

  #rule(height: number): void {
    this.#y += height
    const { document } = this.#pdf
    this.#pdf.drawArtifact(() => document.lineWidth(0.4).strokeColor('#b5aa9c').moveTo(margin.left, this.#y).lineTo(document.page.width - margin.right, this.#y).stroke())
  }

  /** On further pages the headings are repeated for the eye; the table has them once. */
  #nextPage(): void {
    this.#newPage()
    const broken = this.#table.headings.map((cell, index) => wrap(cell, (this.#widths[index] ?? 0) - 2 * padding, (part) => this.#pdf.widthOf(part, this.#size, 'bold')))
    this.#pdf.drawArtifact(() => this.#lines(broken, 'bold', (draw) => draw()))
    this.#rule(Math.max(...broken.map((lines) => lines.length)) * this.#pdf.lineHeight(this.#size) + 2 * padding)
  }
}

/** What each column needs so that no word is broken; strokes and slashes may end a line. A column of one endless word gets a third at most. */
function leastWidths(pdf: Pdf, { headings, rows }: Part, size: number, room: number): number[] {
  const longest = (texts: readonly string[], font: 'regular' | 'bold'): number => {
    const words = new Set(texts.flatMap((text) => text.split(/\s+|(?<=[-/@_])/u)))
    return Math.max(0, ...[...words].map((word) => pdf.widthOf(word, size, font)))
  }
  return headings.map((heading, index) => Math.min(room / 3, Math.max(26, longest([heading], 'bold'), longest(rows.map((cells) => cells[index] ?? ''), 'regular')) + 2 * padding + 1))
}

/** Shares the width by what the columns hold; none gets less than its longest word needs. */
function columnWidths(pdf: Pdf, { headings, rows, leastWidths: given = [] }: Part, size: number, room: number): number[] {
  const sample = rows.length > 400 ? rows.filter((_, index) => index % Math.ceil(rows.length / 400) === 0) : rows
  const wanted = headings.map((heading, index) => {
    const widths = sample.map((cells) => pdf.widthOf(cells[index] ?? '', size)).sort((a, b) => a - b)
    const usual = widths[Math.floor(widths.length * 0.9)] ?? 0
    return Math.max((given[index] ?? 0) * pointsPerMillimetre, Math.min(room / 2, Math.max(pdf.widthOf(heading, size, 'bold'), usual) + 2 * padding + 2))
  })
  const least = leastWidths(pdf, { headings, rows }, size, room)
  const total = wanted.reduce((sum, width) => sum + width, 0)
  if (total <= room) return wanted.map((width) => width + (room - total) * (width / total))
  const sumLeast = least.reduce((sum, width) => sum + width, 0)
  const over = wanted.map((width, index) => Math.max(0, width - (least[index] ?? 0)))
  const sumOver = over.reduce((sum, width) => sum + width, 0)
  return least.map((width, index) => width + (sumOver === 0 ? 0 : (room - sumLeast) * ((over[index] ?? 0) / sumOver)))
}
