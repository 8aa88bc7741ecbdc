import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of the office's own templates. */
export interface TemplateTables {
  document_template: RecordColumns & {
    name: string
    /** German dictionary order of the name. */
    name_key: string
    kind: string
    note: string
    valid_from: string | null
    valid_until: string | null
    /** Days after dispatch at which a letter written with it is looked at again; null for none. */
    follow_up_days: number | null
    current_version: string
  }
  /** One file that came in; it never changes, but for what was decided about it. */
  document_template_version: {
    id: string
    template_id: string
    number: number
    file_name: string
    size: number
    hash: string
    /** JSON of `Decisions`. */
    decisions: string
    /** How many faults and unknown names keep it from being used. */
    open: number
    added_at: string
    added_by_name: string
  }
  /** The file of a version. It is no row of a record: the change log would hold every byte a second time. */
  document_template_file: { version_id: string; bytes: Uint8Array }
}
