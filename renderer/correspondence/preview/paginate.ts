/** Heights of a block, in the unit of the page. */
export interface BlockHeight {
  height: number
  /** Of its notes at the foot of the page. */
  notes: number
  /** Of what is repeated above it when it begins a page. */
  repeated: number
}

/**
 * Gives how many blocks stand on each page when blocks of these heights follow each other, notes at the foot of their page. A block is never
 * divided, so the preview may break a page a little earlier than Word does. Heights and room are in the same unit.
 * @param aboveNotes height of the line above the notes of a page
 */
export function paginate(blocks: readonly BlockHeight[], { first, others, aboveNotes }: { first: number; others: number; aboveNotes: number }): number[] {
  const pages: number[] = [0]
  let used = 0
  let noted = false
  for (const { height, notes, repeated } of blocks) {
    const room = pages.length === 1 ? first : others
    const count = pages.at(-1) ?? 0
    const foot = notes > 0 ? notes + (noted ? 0 : aboveNotes) : 0
    if (count > 0 && used + height + foot > room) {
      pages.push(1)
      used = repeated + height + notes + (notes > 0 ? aboveNotes : 0)
      noted = notes > 0
    } else {
      pages[pages.length - 1] = count + 1
      used += height + foot
      noted ||= notes > 0
    }
  }
  return pages
}
