/** Numbers of one measurement. */
export interface Spread {
  median: number
  p95: number
  runs: number
}

/** Median and 95th percentile (nearest rank). */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const rank = (share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return { median: rank(0.5), p95: rank(0.95), runs: sorted.length }
}

/** One line of the result: what, ours, and what it is compared with. */
export interface Line {
  what: string
  unit: 'ms' | 'MB'
  ours: Spread
  /** The bare window, or the same SQL on the bare binding. */
  bare?: Spread
  /** What is aimed at, in words. */
  aim: string
}

/** Prints the lines as a table: ratio of the medians, median and p95 of both. Nothing is asserted. */
export function printLines(title: string, lines: readonly Line[]): void {
  process.stdout.write(`\n${title}\n`)
  const head = ['', 'ratio', 'median', 'p95', 'bare median', 'bare p95', 'runs', 'aim']
  const rows = lines.map(({ what, unit, ours, bare, aim }) => [
    what,
    bare ? `${(ours.median / bare.median).toFixed(2)} x` : '',
    number(ours.median, unit),
    number(ours.p95, unit),
    bare ? number(bare.median, unit) : '',
    bare ? number(bare.p95, unit) : '',
    String(ours.runs),
    aim,
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, column) => (column === 0 || column === 7 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`)
  }
}

function number(value: number, unit: string): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`
}
