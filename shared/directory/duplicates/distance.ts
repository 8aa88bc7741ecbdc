/**
 * Whether two words differ by at most `most` typing errors: a letter too many, missing, wrong, or two neighbours swapped
 * (optimal string alignment). Gives the number of errors, or `null` when there are more.
 */
export function typingErrors(a: string, b: string, most: number): number | null {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most) return null
  let twoAbove: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row]
    let least = row
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) cost = Math.min(cost, (twoAbove[column - 2] ?? 0) + 1)
      line.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return null
    twoAbove = above
    above = line
  }
  const errors = above[b.length] ?? 0
  return errors <= most ? errors : null
}
