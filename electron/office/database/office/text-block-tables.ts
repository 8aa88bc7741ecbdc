import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of the text blocks („Textbausteine“). */
export interface TextBlockTables {
  text_block: RecordColumns & {
    title: string
    /** German dictionary order of the title. */
    title_key: string
    short_form: string
    category: string
    owner_id: string | null
    owner_name: string
    valid_from: string | null
    valid_until: string | null
    note: string
    /** Number of the version that is valid now. */
    number: number
    /** Code of the starter block that it began as; empty for an own one. */
    origin: string
  }
  /** What a text block said from some day on. */
  text_block_version: {
    id: string
    block_id: string
    number: number
    /** JSON of `BlockPart[]`. */
    parts: string
    changed_at: string
    changed_by: string
  }
  /** The starter blocks that this office has been given, each once: one that was deleted doesn't come back. */
  text_block_start: { code: string; given_at: string }
}
