import type { LeadUnit } from '../../../../shared/tasks/lead-time.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tasks and follow-ups of the office. Those about clients lie on the counselling side. */
export interface TaskTables {
  task: RecordColumns & {
    title: string
    note: string
    /** The heading of a checklist that it stands under; empty outside of checklists. */
    heading: string
    /** What was asked for; `due_on` is the working day it was moved to. */
    wanted_on: string | null
    due_on: string | null
    /** Days before `due_on` from which it is announced. */
    notice_days: number
    /** An iCalendar RRULE value; empty for once. */
    repeat: string
    /** The task that this one repeats. */
    repeats_id: string | null
    assignee_id: string | null
    assignee_name: string
    given_by_id: string
    given_by_name: string
    done_at: string | null
    done_by: string
    /** The record that it is about. */
    record_type: string | null
    record_id: string | null
    /** Place in the checklist of its record. */
    position: number
    /** Distance to the date of its record: negative before it. Null for a day of its own. */
    lead_count: number | null
    lead_unit: LeadUnit | null
    /** Permits and reports to authorities carry a sign of their own. */
    permit: number
  }
}
