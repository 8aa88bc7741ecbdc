import type { EventState, StepFree } from '../../../../shared/events/catalogue.ts'
import type { Approval, PartnerState } from '../../../../shared/events/series/model.ts'
import type { LeadUnit } from '../../../../shared/tasks/lead-time.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Events, who makes them, where they are and in which series. What has to be done for them are tasks. */
export interface EventTables {
  event: RecordColumns & {
    title: string
    /** German dictionary order. */
    title_key: string
    kind: string
    state: EventState
    series_id: string | null
    /** ISO days, and wall clock times of the place. */
    starts_on: string | null
    starts_at: string | null
    ends_on: string | null
    ends_at: string | null
    venue_id: string | null
    room_id: string | null
    place_text: string
    fallback_place: string
    access_note: string
    target_group: string
    languages: string
    interpretation: string
    childcare: string
    topic: string
    cost: string
    registration: string
    programme_text: string
    expected: number | null
    capacity: number | null
    visitors: number | null
    visitors_counted: number
    responsible_id: string | null
    responsible_name: string
    note: string
  }
  event_partner: { id: string; event_id: string; position: number; role: string; contact_id: string | null; name: string; note: string }
  /** Clashes of an event that somebody has taken on knowingly. */
  event_acceptance: { id: string; event_id: string; clash: string; reason: string; accepted_by: string; accepted_at: string }
  /** From which entry of which calendar an event was imported, and what it said then. */
  event_source: {
    id: string
    event_id: string
    uid: string
    /** Of an entry that repeats: when this one was meant to begin. */
    recurrence: string
    /** Name of the calendar. */
    calendar: string
    sequence: number
    /** JSON of the fields as they came. */
    fields: string
    imported_at: string
  }
  venue: RecordColumns & {
    name: string
    name_key: string
    contact_id: string | null
    street: string
    postal_code: string
    city: string
    step_free: StepFree
    accessible_toilet: number
    hearing_loop: number
    access_note: string
    transport: string
    note: string
  }
  venue_room: { id: string; venue_id: string; position: number; name: string; capacity: number | null; seating: string; step_free: StepFree; equipment: string; note: string }
  event_series: RecordColumns & {
    title: string
    title_key: string
    motto: string
    starts_on: string | null
    ends_on: string | null
    entries_until: string | null
    note: string
    /** Characters that a text of the programme may have. */
    text_limit: number
    greeting: string
    greeting_by: string
    sponsors: string
    imprint: string
    /** The series that this one follows. */
    previous_id: string | null
  }
  /** Who is asked for events. `code` stands on the form. */
  event_series_partner: {
    id: string
    series_id: string
    position: number
    contact_id: string | null
    name: string
    code: string
    state: PartnerState
    invited_on: string | null
    reminded_on: string | null
    answered_on: string | null
    note: string
  }
  /** What the programme says of an event beyond the event, and what a partner's form said last. */
  event_entry: {
    id: string
    event_id: string
    partner_id: string | null
    slot: number
    read_on: string | null
    /** JSON of `EntryValues`; empty for what nobody handed in. */
    last_reading: string
    approval: Approval
    query: string
    public_contact: string
    remark: string
  }
  checklist: RecordColumns & {
    title: string
    title_key: string
    /** JSON array of codes of kinds. */
    kinds: string
    /** Code of the one of the application that it stands for. */
    based_on: string
  }
  checklist_item: {
    id: string
    checklist_id: string
    position: number
    heading: string
    title: string
    note: string
    lead_count: number
    lead_unit: LeadUnit
    permit: number
  }
}
