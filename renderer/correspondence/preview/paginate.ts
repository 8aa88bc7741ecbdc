/**
 * Gives how many blocks stand on each page when blocks of these heights follow each other. A block is never divided, so the
 * preview may break a page a little earlier than Word does. Heights and room are in the same unit.
 */
export function paginate(heights: readonly number[], roomOnFirstPage: number, roomOnOtherPages: number): number[] {
  const pages: number[] = [0]
  let used = 0
  for (const height of heights) {
    const room = pages.length === 1 ? roomOnFirstPage : roomOnOtherPages
    const count = pages.at(-1) ?? 0
    if (count > 0 && used + height > room) {
      pages.push(1)
      used = height
    } else {
      pages[pages.length - 1] = count + 1
      used += height
    }
  }
  return pages
}
