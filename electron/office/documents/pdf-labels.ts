import { a4, labelBox, labelPlaces, labelsPerSheet, type Box, type Envelope, type LabelSheet } from '../../../shared/labels/sheets.ts'
import { newPdf, pointsPerMillimetre, tagged, type Pdf } from './pdf.ts'
import { fitLines } from './wrap.ts'

/** How labels are printed. */
export interface LabelOptions {
  title: string
  sheet: LabelSheet
  /** The first label that is still there, from 1. */
  start: number
  /** Draws the edges of all labels, to hold a test print on plain paper against the sheet. */
  frames: boolean
}

/** Printers leave a border of the paper white. */
const unprintable = 5
const inset = 3.5
const nameSizes = [30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10] as const
const organisationSizes = [14, 13, 12, 11, 10, 9, 8, 7] as const
const addressSizes = [11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6] as const
const lineFactor = 1.2
const perBreath = 50

/** Labels with addresses, one for each list of lines: at the left, in the middle of the height, as large as all of it fits. */
export async function labelsPdf(addresses: readonly (readonly string[])[], options: LabelOptions): Promise<Uint8Array> {
  return onSheets(addresses, options, (pdf, lines, box) => {
    const room = printable(box)
    const fitted = fitAddressLines(pdf, lines, room)
    drawLines(pdf, fitted.lines, room, room.top * pointsPerMillimetre + (room.height * pointsPerMillimetre - fitted.height) / 2)
  })
}

/** What stands on a badge. */
export interface Badge {
  name: string
  organisation: string
}

/** Badges: the name large in the middle, below it the organisation. */
export async function badgesPdf(badges: readonly Badge[], options: LabelOptions): Promise<Uint8Array> {
  return onSheets(badges, options, (pdf, { name, organisation }, box) => {
    const room = printable(box)
    const width = room.width * pointsPerMillimetre
    const height = room.height * pointsPerMillimetre
    const heightOf = (size: number): number => size * lineFactor
    const large = fitLines([name], { width, height: height * 0.62, sizes: nameSizes, whole: 20, measure: (text, size) => pdf.widthOf(text, size, 'bold'), heightOf })
    const small = organisation === '' ? { lines: [], height: 0 }
      : fitLines([organisation], { width, height: height * 0.36, sizes: organisationSizes, whole: 11, measure: (text, size) => pdf.widthOf(text, size), heightOf })
    const gap = small.lines.length > 0 ? 5 : 0
    const top = room.top * pointsPerMillimetre + (height - large.height - gap - small.height) / 2
    drawLines(pdf, large.lines, room, top, 'center', 'bold')
    drawLines(pdf, small.lines, room, top + large.height + gap, 'center')
  })
}

/** Envelopes with a printed address, or sheets whose address shows through a window; the sender stands above in one line. */
export async function envelopesPdf(addresses: readonly (readonly string[])[], { title, envelope, sender }: { title: string; envelope: Envelope; sender: string }): Promise<Uint8Array> {
  const pdf = await newPdf({ title, page: envelope })
  const content = pdf.document.struct('Sect')
  pdf.document.addStructure(content)
  // The line of a window envelope stands in the window, that of a printed one in the upper left corner.
  const senderBox = envelope.window ? { ...envelope.address, top: 45, height: 5 } : { left: 15, top: 12, width: envelope.width / 2 - 25, height: 20 }
  for (const [index, lines] of addresses.entries()) {
    pdf.addPage()
    content.add(tagged(pdf, 'P', () => {
      const fitted = fitLines([sender], { ...inPoints(senderBox), sizes: envelope.window ? [8, 7.5, 7, 6.5, 6] : [9, 8, 7], whole: 6, measure: (text, size) => pdf.widthOf(text, size), heightOf: (size) => size * lineFactor })
      if (sender !== '') drawLines(pdf, fitted.lines, senderBox, senderBox.top * pointsPerMillimetre)
    }))
    content.add(tagged(pdf, 'P', () => drawLines(pdf, fitAddressLines(pdf, lines, envelope.address).lines, envelope.address, envelope.address.top * pointsPerMillimetre)))
    await breathe(index)
  }
  if (addresses.length === 0) pdf.addPage()
  content.end()
  return pdf.finish()
}

async function onSheets<Item>(items: readonly Item[], { title, sheet, start, frames }: LabelOptions, draw: (pdf: Pdf, item: Item, box: Box) => void): Promise<Uint8Array> {
  const pdf = await newPdf({ title, page: a4 })
  const content = pdf.document.struct('Sect')
  pdf.document.addStructure(content)
  let page = -1
  for (const [index, place] of labelPlaces(sheet, items.length, start).entries()) {
    for (; page < place.page; page += 1) newSheet(pdf, sheet, frames)
    const item = items[index]
    if (item !== undefined) content.add(tagged(pdf, 'P', () => draw(pdf, item, place.box)))
    await breathe(index)
  }
  if (page < 0) newSheet(pdf, sheet, frames)
  content.end()
  return pdf.finish()
}

function newSheet(pdf: Pdf, sheet: LabelSheet, frames: boolean): void {
  pdf.addPage()
  if (!frames) return
  const { document } = pdf
  pdf.drawArtifact(() => {
    document.lineWidth(0.3).strokeColor('#000000')
    for (let place = 0; place < labelsPerSheet(sheet); place += 1) {
      const { left, top, width, height } = labelBox(sheet, place)
      document.rect(left * pointsPerMillimetre, top * pointsPerMillimetre, width * pointsPerMillimetre, height * pointsPerMillimetre).stroke()
    }
  })
}

/** The part of a label that is printed on: inside its edges, and of the paper's. */
function printable({ left, top, width, height }: Box): Box {
  const innerLeft = Math.max(left + inset, unprintable)
  const innerTop = Math.max(top + Math.min(inset, height / 10), unprintable)
  return {
    left: innerLeft,
    top: innerTop,
    width: Math.min(left + width - inset, a4.width - unprintable) - innerLeft,
    height: Math.min(top + height - Math.min(inset, height / 10), a4.height - unprintable) - innerTop,
  }
}

function fitAddressLines(pdf: Pdf, lines: readonly string[], box: Box) {
  return fitLines(lines, { ...inPoints(box), sizes: addressSizes, whole: 9.5, measure: (text, size) => pdf.widthOf(text, size), heightOf: (size) => size * lineFactor })
}

function drawLines(
  pdf: Pdf, lines: readonly { text: string; size: number }[], box: Box, top: number, align: 'left' | 'center' = 'left', font: 'regular' | 'bold' = 'regular',
): void {
  let y = top
  for (const { text, size } of lines) {
    pdf.drawLine(text, { x: box.left * pointsPerMillimetre, y, size, font, align, width: box.width * pointsPerMillimetre })
    y += size * lineFactor
  }
}

function inPoints({ width, height }: Box): { width: number; height: number } {
  return { width: width * pointsPerMillimetre, height: height * pointsPerMillimetre }
}

async function breathe(index: number): Promise<void> {
  if (index % perBreath === perBreath - 1) await new Promise((resolve) => setImmediate(resolve))
}
