import type { CopyKind, Signing } from './model.ts'

/** What the copy for the file says beside the letter. */
export interface FileBlock {
  /** The numbered points: who gets what, then the steps that somebody wrote. */
  orders: readonly string[]
  /** Who signs, from the person who wrote the letter to the one who signs last. */
  signings: readonly Signing[]
  /** For the file only. */
  note: string
}

/** What tells one copy of a letter from the others. */
export interface CopyPart {
  kind: CopyKind
  /** Large in the letterhead: „Entwurf". */
  mark: string
  /** „Abdruck an: …", above the subject; empty on an original. */
  heading: string
  /** Lines below the heading. */
  accompanying: readonly string[]
  /** The distribution block, group by group. */
  distribution: readonly { heading: string; lines: readonly string[] }[]
  file: FileBlock | null
}
