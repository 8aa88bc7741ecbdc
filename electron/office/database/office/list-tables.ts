import type { MemberChannel, MemberMode, PreferredChannel } from '../../../../shared/directory/lists/model.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of „Verteiler". */
export interface ListTables {
  distribution_list: RecordColumns & {
    title: string
    /** By which the lists are in order. */
    title_key: string
    purpose: string
    note: string
    preferred_channel: PreferredChannel
    /** A `ContactSelection` as JSON; empty for a list without rule. */
    rule: string
  }
  /** What was said of single contacts. A contact may be gone again by undo, so nothing refers to it by key. */
  distribution_member: {
    id: string
    list_id: string
    contact_id: string
    mode: MemberMode
    channel: MemberChannel
    /** The person in the organisation to whom it goes; empty for the contact itself. */
    person_id: string
    note: string
  }
  /** What was given out when, in numbers. Written past the change log: that something left the office can't be undone. */
  contact_output: {
    id: string
    at: string
    person_name: string
    /** Empty for contacts that were given out without a list. */
    list_id: string
    format: string
    contacts: number
    left_out: number
  }
}
