import { formB } from '../din5008.ts'
import { textWidth } from '../text-width.ts'

/**
 * Window of an envelope in DIN lang (220 × 110 mm) after DIN 680: 90 × 45 mm, 20 mm from the left and 15 mm from the lower edge. A letter
 * folded to 210 × 105 mm slides in it by up to 10 mm sideways: what is surely seen ends 100 mm from the left edge of the sheet.
 */
const window = { left: 20, width: 90, play: 220 - formB.page.width }

/** Millimetres of the address that are seen wherever the letter lies. */
const surelySeen = window.left + window.width - window.play - formB.addressZone.left

/** The lines of an address that the edge of the window may cover. @param points size of the letters */
export function hiddenLines(lines: readonly string[], points: number): string[] {
  return lines.filter((line) => textWidth(line, points) > surelySeen)
}
