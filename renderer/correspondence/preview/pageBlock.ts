import type { ReactNode } from 'react'

/** A part of a letter that stays on one page. */
export interface PageBlock {
  content: ReactNode
  /** The notes that it refers to; they stand at the foot of its page. */
  notes: readonly { number: number; text: string }[]
  /** What stands above it once more when it begins a page: the names of a table's columns. */
  repeated?: ReactNode
}

/** A block without notes. */
export function plainBlock(content: ReactNode): PageBlock {
  return { content, notes: [] }
}
