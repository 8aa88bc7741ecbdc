import { newPdf, pointsPerMillimetre, tagged, type Pdf } from './pdf.ts'
import type { Badge } from './pdf-labels.ts'
import { fitLines } from './wrap.ts'

const page = { width: 210, height: 297 }
const inset = 15
const nameSizes = [84, 72, 64, 56, 50, 44, 38, 32, 28, 24, 20] as const
const organisationSizes = [28, 26, 24, 22, 20, 18, 16, 14, 12] as const
const lineFactor = 1.2
const perBreath = 20

/** Table cards: each person has a sheet of A4 that is folded in the middle, with the name on both sides. */
export async function tableCardsPdf(cards: readonly Badge[]): Promise<Uint8Array> {
  const pdf = await newPdf({ title: 'Tischkarten', page })
  const content = pdf.document.struct('Sect')
  pdf.document.addStructure(content)
  for (const [index, card] of cards.entries()) {
    pdf.addPage()
    const { document } = pdf
    content.add(tagged(pdf, 'P', () => drawHalf(pdf, card)))
    pdf.drawArtifact(() => {
      const middle = document.page.height / 2
      document.lineWidth(0.4).strokeColor('#b5aa9c').dash(3, { space: 4 }).moveTo(0, middle).lineTo(document.page.width, middle).stroke().undash()
      // The other side, as the table sees it: read once is enough.
      document.save().rotate(180, { origin: [document.page.width / 2, middle] })
      drawHalf(pdf, card)
      document.restore()
    })
    if (index % perBreath === perBreath - 1) await new Promise((resolve) => setImmediate(resolve))
  }
  if (cards.length === 0) pdf.addPage()
  content.end()
  return pdf.finish()
}

/** Draws a name into the lower half. */
function drawHalf(pdf: Pdf, { name, organisation }: Badge): void {
  const width = (page.width - 2 * inset) * pointsPerMillimetre
  const height = (page.height / 2 - 2 * inset) * pointsPerMillimetre
  const heightOf = (size: number): number => size * lineFactor
  const large = fitLines([name], { width, height: height * 0.66, sizes: nameSizes, whole: 44, measure: (text, size) => pdf.widthOf(text, size, 'bold'), heightOf })
  const small = organisation === '' ? { lines: [], height: 0 } : fitLines([organisation], { width, height: height * 0.3, sizes: organisationSizes, whole: 20, measure: (text, size) => pdf.widthOf(text, size), heightOf })
  const gap = small.lines.length > 0 ? 10 : 0
  const top = (page.height / 2 + inset) * pointsPerMillimetre + (height - large.height - gap - small.height) / 2
  const place = { x: inset * pointsPerMillimetre, width, align: 'center' } as const
  large.lines.forEach(({ text, size }, index) => pdf.drawLine(text, { ...place, y: top + index * heightOf(size), size, font: 'bold' }))
  small.lines.forEach(({ text, size }, index) => pdf.drawLine(text, { ...place, y: top + large.height + gap + index * heightOf(size), size }))
}
