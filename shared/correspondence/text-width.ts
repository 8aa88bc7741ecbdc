/** Advance widths of Arial (and of Liberation Sans and Helvetica, which share them) in thousandths of the font size. */
const widths: Record<string, number> = {}
const byWidth: [number, string][] = [
  [191, "'"], [222, 'ijl'], [278, ' !,./:;I[\\]ft·'], [333, '()-`r'], [355, '"'], [389, '*'], [469, '^'],
  [500, 'Jckvsxyz'], [556, '#$0123456789?_Labdeghnopqu–'], [584, '+<=>'], [611, 'FTZß'], [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'], [778, 'GOQ'], [833, 'Mm'], [889, '%'], [944, 'W'], [1000, '—'], [1015, '@'],
]
for (const [width, characters] of byWidth) for (const character of characters) widths[character] = width

/** What is assumed for a character outside the table: wide rather than narrow, so that nothing is cut off. */
const unknownWidth = 722
const millimetresPerPoint = 25.4 / 72

/** Gives the printed width of a line in millimetres at a font size in points; an estimate for fonts other than Arial. */
export function textWidth(text: string, points: number): number {
  let thousandths = 0
  for (const character of text.normalize('NFD')) {
    if (!/\p{M}/u.test(character)) thousandths += widths[character] ?? unknownWidth
  }
  return (thousandths / 1000) * points * millimetresPerPoint
}

/** Gives how many lines a text takes in a column (millimetres) when it is broken at spaces and, if need be, inside words. */
export function wrappedLines(text: string, points: number, columnWidth: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    const gap = used > 0 ? textWidth(' ', points) : 0
    const width = textWidth(word, points)
    if (used + gap + width <= columnWidth) {
      used += gap + width
      continue
    }
    if (used > 0) lines += 1
    const overflows = Math.max(0, Math.ceil(width / columnWidth) - 1)
    lines += overflows
    used = width - overflows * columnWidth
  }
  return lines
}

/** Gives the largest of the offered sizes (points) at which the lines together take at most `maxLines`, else the smallest. */
export function sizeThatFits(lines: readonly string[], sizes: readonly number[], columnWidth: number, maxLines: number): number {
  const fits = (points: number) =>
    lines.reduce((total, line) => total + wrappedLines(line, points, columnWidth), 0) <= maxLines
  return sizes.find(fits) ?? Math.min(...sizes)
}
