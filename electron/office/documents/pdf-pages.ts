import { germanDate, isoDay } from '../../../shared/dates.ts'
import type { Pdf } from './pdf.ts'

/** "Seite 2 von 3" and the day at the foot of every page. */
export function numberPages(pdf: Pdf, title: string, margin: { left: number; right: number; bottom: number }): void {
  const { document } = pdf
  const { start, count } = document.bufferedPageRange()
  for (let index = start; index < start + count; index += 1) {
    document.switchToPage(index)
    const place = { x: margin.left, y: document.page.height - margin.bottom + 12, size: 8, width: document.page.width - margin.left - margin.right }
    pdf.drawArtifact(() => {
      pdf.drawLine(`${title} · Stand ${germanDate(isoDay(new Date()))}`, place)
      pdf.drawLine(`Seite ${index - start + 1} von ${count}`, { ...place, align: 'right' })
    })
  }
}
