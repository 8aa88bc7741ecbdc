import type { RecipientState, SerialWay } from '../../../../shared/correspondence/serial/model.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of „Serienbrief". */
export interface SerialTables {
  serial_run: RecordColumns & {
    title: string
    source_name: string
    /** JSON of `OutputSource`. */
    source: string
    purpose: string
    /** JSON of `SerialPattern`. */
    pattern: string
    /** JSON of `SerialSettings` and of `SerialChoices`. */
    settings: string
    choices: string
    /** JSON of the letter's fields as they were when the run began; empty before. What is written later says the same. */
    fields: string
    /** Name of the folder that the files went to last, to show; never a path. */
    folder_name: string
    /** JSON of `SerialEnclosure`; empty without. */
    enclosure: string
    begun_at: string | null
    ended_at: string | null
    entry_id: string | null
    author_name: string
  }
  /** Who gets a letter of a run that has begun, and how far each is. It names the contact by id only. */
  serial_recipient: {
    id: string
    run_id: string
    position: number
    contact_id: string
    state: RecipientState
    way: SerialWay
    reason: string
    letter_id: string | null
    /** The file as it was or is about to be written: a process that ended in between leaves a file that is known again by its hash. */
    file_name: string
    file_hash: string
  }
}
