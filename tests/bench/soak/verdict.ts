import { memoryColumns, type Sample } from './sampling.ts'

/** A column over the whole run. Growth is that of the second half, when caches are filled and code is compiled. */
interface Trend {
  column: string
  first: number
  median: number
  last: number
  highest: number
  /** Megabytes an hour, by least squares. */
  slope: number
  /** Twice the standard error of the slope: what the samples leave open. */
  uncertain: number
}

/** Memory may not grow by more than this share of itself within a working day of eight hours. */
const shareADay = 0.25
const hoursADay = 8

/** Prints what became of each column, and a verdict. @returns whether memory holds */
export function printVerdict(samples: readonly Sample[], rounds: number): boolean {
  const trends = Object.keys(samples[0]?.values ?? {}).map((column) => trendOf(column, samples))
  const head = ['MB', 'first', 'median', 'highest', 'last', 'an hour', '+/-', 'a round', 'verdict']
  const hours = ((samples.at(-1)?.minutes ?? 0) - (samples[0]?.minutes ?? 0)) / 60
  const roundsAnHour = rounds / hours
  const rows = trends.map((trend) => [
    trend.column,
    ...[trend.first, trend.median, trend.highest, trend.last].map((value) => value.toFixed(1)),
    trend.slope.toFixed(1),
    trend.uncertain.toFixed(1),
    (trend.slope / roundsAnHour).toFixed(3),
    verdictOn(trend),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  process.stdout.write(`\n${samples.length} samples, ${rounds} rounds, ${roundsAnHour.toFixed(0)} rounds an hour; growth: second half, by least squares\n`)
  for (const row of [head, ...rows]) process.stdout.write(`${row.map((cell, column) => (column === 0 || column === 8 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd()}\n`)
  const holds = trends.every((trend) => verdictOn(trend) !== 'GROWS')
  process.stdout.write(holds ? 'Memory holds.\n' : `Memory grows: within ${hoursADay} hours by more than ${shareADay * 100} % of itself.\n`)
  return holds
}

function trendOf(column: string, samples: readonly Sample[]): Trend {
  const values = samples.map((sample) => sample.values[column] ?? 0)
  const later = samples.slice(Math.floor(samples.length / 2)).map((sample) => ({ x: sample.minutes / 60, y: sample.values[column] ?? 0 }))
  const sorted = [...values].sort((a, b) => a - b)
  return { column, first: values[0] ?? 0, last: values.at(-1) ?? 0, highest: sorted.at(-1) ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0, ...leastSquares(later) }
}

/** Slope of the line through the points, and twice its standard error. */
function leastSquares(points: readonly { x: number; y: number }[]): { slope: number; uncertain: number } {
  const mean = (of: (point: { x: number; y: number }) => number): number => points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [middleX, middleY] = [mean(({ x }) => x), mean(({ y }) => y)]
  const spreadX = points.reduce((sum, { x }) => sum + (x - middleX) ** 2, 0)
  const slope = points.reduce((sum, { x, y }) => sum + (x - middleX) * (y - middleY), 0) / spreadX
  const left = points.reduce((sum, { x, y }) => sum + (y - middleY - slope * (x - middleX)) ** 2, 0)
  return { slope, uncertain: points.length > 2 ? 2 * Math.sqrt(left / (points.length - 2) / spreadX) : Number.POSITIVE_INFINITY }
}

function verdictOn({ column, slope, uncertain, median }: Trend): string {
  if (!memoryColumns.includes(column)) return Math.abs(slope) * hoursADay < 1 ? 'stays' : 'grows with the work'
  // Only what the samples leave no doubt about counts as growth.
  if ((slope - uncertain) * hoursADay > shareADay * median) return 'GROWS'
  return (slope + uncertain) * hoursADay > shareADay * median ? 'holds, as far as so few samples tell' : 'holds'
}
