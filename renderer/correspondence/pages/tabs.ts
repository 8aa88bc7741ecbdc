import type { Paragraph, TabStop } from '../../../shared/correspondence/pages/model.ts'
import { pixelsPerPoint } from './letters.ts'

/** Room for a stop that lies exactly at the edge of the text, in points. */
const slack = 0.15

/**
 * Gives every tab of a paragraph the width that brings the words after it to their stop. Where that is depends on the words
 * before, so it can only be measured on what is drawn.
 * @param usual distance of the stops that nobody set, in points
 */
export function widenTabs(element: HTMLElement, { tabs, left, first, rightToLeft }: Paragraph, usual: number): void {
  const spans = [...element.querySelectorAll<HTMLElement>(':scope > [data-tab]')]
  for (const span of spans) span.style.width = '0'
  const stops: TabStop[] = [...tabs, ...(first < 0 && !tabs.some(({ at }) => at === left) ? [{ at: left, kind: 'left' as const, leader: false }] : [])].toSorted((a, b) => a.at - b.at)
  const box = element.getBoundingClientRect()
  const scale = (box.width / element.offsetWidth || 1) * pixelsPerPoint
  const distance = (from: DOMRect): number => (rightToLeft ? box.right - from.right : from.left - box.left) / scale + left
  for (const [index, span] of spans.entries()) {
    const at = distance(span.getBoundingClientRect())
    const stop = stops.find((each) => each.at > at + 0.5) ?? { at: (Math.floor(at / usual + 0.01) + 1) * usual, kind: 'left', leader: false }
    const behind = stop.kind === 'left' ? 0 : widthUpTo(span, spans[index + 1] ?? null, element) / scale
    span.style.width = `${Math.max(0, stop.at - at - (stop.kind === 'center' ? behind / 2 : behind) - (stop.kind === 'left' ? 0 : slack))}pt`
    span.toggleAttribute('data-leader', stop.leader)
  }
}

/** How wide the words from a tab to the next tab, or to the end of their line, are in pixels. */
function widthUpTo(span: HTMLElement, next: HTMLElement | null, paragraph: HTMLElement): number {
  const range = document.createRange()
  range.setStartAfter(span)
  if (next) range.setEndBefore(next)
  else range.setEndAfter(paragraph.lastChild ?? span)
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
  const [one] = rects
  const line = rects.filter(({ top, bottom }) => one && top < one.bottom && bottom > one.top)
  return line.length === 0 ? 0 : Math.max(...line.map(({ right }) => right)) - Math.min(...line.map(({ left }) => left))
}
