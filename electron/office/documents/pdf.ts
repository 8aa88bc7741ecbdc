import type PDFDocument from 'pdfkit'
import { loadFonts } from './fonts.ts'
import { fromRight } from './right-to-left.ts'

export type PdfDocument = InstanceType<typeof PDFDocument>

/** PDF counts in points, offices in millimetres. */
export const pointsPerMillimetre = 72 / 25.4

export interface PdfOptions {
  title: string
  /** Millimetres. */
  page: { width: number; height: number }
}

export type FontName = 'regular' | 'bold' | 'arabic'

/** Where a line of text goes: its box in points from the upper left corner of the page. */
export interface TextPlace {
  x: number
  /** Top of the line. */
  y: number
  size: number
  font?: 'regular' | 'bold'
  align?: 'left' | 'center' | 'right'
  /** Width of the box, for `align`. */
  width?: number
}

/**
 * A tagged PDF (PDF/UA-1) with title and language, fonts embedded, without a first page. What is no content (page numbers,
 * frames) must be drawn by {@link drawArtifact}; everything else inside an element of `document.struct`.
 */
export class Pdf {
  readonly document: PdfDocument
  readonly #chunks: Buffer[] = []
  readonly #done: Promise<void>

  constructor(document: PdfDocument) {
    this.document = document
    document.on('data', (chunk: Buffer) => this.#chunks.push(chunk))
    this.#done = new Promise((resolve, reject) => {
      document.on('end', resolve)
      document.on('error', reject)
    })
  }

  /** Begins a page of the document's size. */
  addPage(): void {
    this.document.addPage()
  }

  /** Gives the finished file. Nothing can be drawn afterwards. */
  async finish(): Promise<Uint8Array> {
    this.document.end()
    await this.#done
    return Buffer.concat(this.#chunks)
  }

  /** Width of a line in points. */
  widthOf(text: string, size: number, font: 'regular' | 'bold' = 'regular'): number {
    return runsOf(text, font).reduce((width, run) => width + this.document.font(run.font).fontSize(size).widthOfString(run.text), 0)
  }

  /** Draws one line, never more. Arabic letters get their own font and run from right to left. */
  drawLine(text: string, { x, y, size, font = 'regular', align = 'left', width = 0 }: TextPlace): void {
    const free = align === 'left' ? 0 : width - this.widthOf(text, size, font)
    let left = x + (align === 'center' ? free / 2 : free)
    // The baseline of all runs is that of the main font.
    const ascent = (name: FontName): number => (fontOf(this.document.font(name)).ascender / 1000) * size
    const baseline = y + ascent(font)
    for (const run of runsOf(text, font)) {
      this.document.font(run.font).fontSize(size).text(run.text, left, baseline - ascent(run.font), { lineBreak: false })
      left += this.document.widthOfString(run.text)
    }
  }

  /** Width of a line that reads from right to left, in points. */
  widthFromRight(text: string, size: number): number {
    return fromRight(text).reduce((width, piece) => width + this.#widthOfPiece(piece, size), 0)
  }

  /** Draws one line that reads from right to left; `right` is the edge at which it begins. */
  drawFromRight(text: string, { right, y, size }: { right: number; y: number; size: number }): void {
    const ascent = (name: FontName): number => (fontOf(this.document.font(name)).ascender / 1000) * size
    const baseline = y + ascent('regular')
    let edge = right
    for (const piece of fromRight(text)) {
      edge -= this.#widthOfPiece(piece, size)
      const name = piece.arabic ? 'arabic' : 'regular'
      if (piece.text.trim() !== '') this.document.font(name).fontSize(size).text(piece.text, edge, baseline - ascent(name), { lineBreak: false })
    }
  }

  /** Whether the fonts have every letter of a text; those of other scripts (Ethiopic, Georgian, Chinese) they haven't. */
  canDraw(text: string): boolean {
    return fromRight(text).every((piece) => [...piece.text].every((sign) =>
      /[\s\u200C\u200D]/u.test(sign) || hasGlyph(this.document.font(piece.arabic ? 'arabic' : 'regular'), sign.codePointAt(0) ?? 0)))
  }

  #widthOfPiece({ text, arabic }: { text: string; arabic: boolean }, size: number): number {
    return this.document.font(arabic ? 'arabic' : 'regular').fontSize(size).widthOfString(text)
  }

  /** Height of a line in points. */
  lineHeight(size: number): number {
    return this.document.font('regular').fontSize(size).currentLineHeight(true)
  }

  /** Draws what is no content, such as a page number or a frame; a screen reader passes it over. */
  drawArtifact(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Pagination' })
    draw()
    this.document.endMarkedContent()
  }
}

/** An element of the document's structure whose content is drawn at once; the library's types forget that it may be a function. */
export function tagged(pdf: Pdf, type: string, draw: () => void): PDFKit.PDFStructureElement {
  return pdf.document.struct(type, draw as never)
}

/** Begins a PDF. The library and the fonts are loaded at the first document, not at the start of the program. */
export async function newPdf({ title, page }: PdfOptions): Promise<Pdf> {
  const { default: Document } = await import('pdfkit')
  const fonts = await loadFonts()
  const document = new Document({
    size: [page.width * pointsPerMillimetre, page.height * pointsPerMillimetre],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as 'PDF/A-2',
    tagged: true,
    lang: 'de-DE',
    displayTitle: true,
    info: { Title: title, Creator: 'Integrationsbüro', Producer: 'Integrationsbüro' },
    // Otherwise the library looks for Helvetica in files of its own.
    font: null as never,
  })
  for (const name of ['regular', 'bold', 'arabic'] as const) document.registerFont(name, fonts[name] as never)
  return new Pdf(document)
}

/** Those of some texts that hold letters which no font of ours has: Ethiopic, Georgian, Chinese. */
export async function undrawable(texts: readonly string[]): Promise<string[]> {
  const pdf = await newPdf({ title: '', page: { width: 10, height: 10 } })
  pdf.addPage()
  const found = [...new Set(texts)].filter((text) => !pdf.canDraw(text))
  await pdf.finish()
  return found
}

function fontOf(document: PdfDocument): { ascender: number } {
  return (document as unknown as { _font: { ascender: number } })._font
}

function hasGlyph(document: PdfDocument, codePoint: number): boolean {
  return (document as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font.font.hasGlyphForCodePoint(codePoint)
}

/** Parts a line by script. Words of a run from right to left are turned round, because they are drawn from the left. */
function runsOf(text: string, font: 'regular' | 'bold'): { text: string; font: FontName }[] {
  const parts = text.split(/((?:\p{Script=Arabic}[\p{Script=Arabic}\p{M}\s]*\p{Script=Arabic}\p{M}*|\p{Script=Arabic}\p{M}*))/u).filter((part) => part !== '')
  return parts.map((part) => /^\p{Script=Arabic}/u.test(part) ? { text: part.split(/\s+/u).toReversed().join(' '), font: 'arabic' } : { text: part, font })
}
