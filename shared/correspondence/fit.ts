import { addressLinePitch, formB } from './din5008.ts'
import { informationPoints } from './information-block.ts'
import type { InformationEntry } from './letter-sheet.ts'
import { textWidth, wrappedLines } from './text-width.ts'

const millimetresPerPoint = 25.4 / 72
/** Lines closer than this (times the font size) would touch: ascent and descent of Arial. */
const tightestPitch = 1.15

/** Font size in points and line pitch in millimetres. */
export type Fit = { points: number; pitch: number }

/**
 * Gives the largest size and the line pitch at which an address shows completely in its zone of 27.3 mm. Usually that is the
 * letter's own size with six lines; where a long name takes a second line, the lines move closer and then get smaller.
 */
export function fitAddress(lines: readonly string[], points: number): Fit {
  const { height, width } = formB.addressZone
  const sizes = [points, 10.5, 10, 9.5, 9, 8.5, 8, 7, 6].filter((size) => size <= points)
  const fits = sizes.map((size): Fit => {
    const printed = lines.reduce((total, line) => total + wrappedLines(line, size, width), 0)
    return { points: size, pitch: Math.min(addressLinePitch, height / Math.max(1, printed)) }
  })
  const readable = fits.find((fit) => fit.pitch >= fit.points * tightestPitch * millimetresPerPoint)
  return readable ?? fits.at(-1) ?? { points, pitch: addressLinePitch }
}

/** Gives the size of a value in the information block: smaller (down to 6 points) where one word would not fit its column. */
export function fitInformation(entry: InformationEntry): number {
  const column = formB.informationBlock.width - formB.informationBlock.labelWidth
  const fits = (points: number) => entry.value.split(' ').every((word) => textWidth(word, points) <= column)
  return [informationPoints, 8.5, 8, 7.5, 7, 6.5].find(fits) ?? 6
}
