import { germanDate, isoDay } from '../../../shared/dates.ts'
import type { Pdf } from './pdf.ts'

/** A line and "Seite 2 von 3" at the foot of every page. */
export function numberPages(pdf: Pdf, foot: string, margin: { left: number; right: number; bottom: number }): void {
  const { document } = pdf
  const { start, count } = document.bufferedPageRange()
  for (let index = start; index < start + count; index += 1) {
    document.switchToPage(index)
    const place = { x: margin.left, y: document.page.height - margin.bottom + 12, size: 8, width: document.page.width - margin.left - margin.right }
    pdf.drawArtifact(() => {
      pdf.drawLine(foot, place)
      pdf.drawLine(`Seite ${index - start + 1} von ${count}`, { ...place, align: 'right' })
    })
  }
}

/** Foot of a document that says how things are today. */
export function datedFoot(title: string): string {
  return `${title} · Stand ${germanDate(isoDay(new Date()))}`
}
