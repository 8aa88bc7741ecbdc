import { pixelsPerPoint } from './letters.ts'

/** Height of what is drawn, in points. */
export function heightOf(element: Element | null | undefined): number {
  return element ? element.getBoundingClientRect().height / pixelsPerPoint : 0
}

/**
 * The places where a page may break within what is drawn, in points from its top: between lines, wherever no line of a neighbouring cell
 * stands. @param least lines that stay together before and after a break
 */
export function cutsOf(element: HTMLElement, least: number): number[] {
  const top = element.getBoundingClientRect().top
  const lines = mergedLines([...linesIn(element)].map(({ top: from, bottom: to, height }) => ({ from: from - top + height / 4, to: to - top - height / 4 })))
  return lines.slice(0, -1).map((line, index) => (line.to + (lines[index + 1]?.from ?? line.to)) / 2 / pixelsPerPoint).slice(least - 1, lines.length - least)
}

function* linesIn(element: HTMLElement): Generator<DOMRect> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      range.selectNodeContents(node)
      yield* range.getClientRects()
    } else if (node instanceof HTMLImageElement) yield node.getBoundingClientRect()
  }
}

function mergedLines(lines: { from: number; to: number }[]): { from: number; to: number }[] {
  const merged: { from: number; to: number }[] = []
  for (const line of lines.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && line.from <= last.to) last.to = Math.max(last.to, line.to)
    else merged.push({ ...line })
  }
  return merged
}

/** The signs of notes in what is drawn, with how far down they stand in points. */
export function notesIn(element: HTMLElement): { note: number; at: number }[] {
  const { top } = element.getBoundingClientRect()
  return [...element.querySelectorAll<HTMLElement>('[data-note]')].map((sign) => ({ note: Number(sign.dataset.note), at: (sign.getBoundingClientRect().top - top) / pixelsPerPoint }))
}
