import type { SourceKind } from '../../../../shared/events/money/catalogue.ts'

/** Parts of events: money, and how the day goes. Amounts are whole cents; `day` counts from the first day of the event. */
export interface EventPlanTables {
  event_fund: {
    id: string
    event_id: string
    position: number
    kind: SourceKind
    name: string
    contact_id: string | null
    funder: string
    reference: string
    planned_cents: number
    approved_cents: number | null
    proof_on: string | null
    note: string
  }
  event_budget_line: { id: string; event_id: string; position: number; category: string; label: string; planned_cents: number; source_id: string | null }
  event_receipt: {
    id: string
    event_id: string
    position: number
    direction: 'expense' | 'income'
    number: number | null
    receipt_on: string | null
    paid_on: string | null
    contact_id: string | null
    party: string
    purpose: string
    amount_cents: number
    line_id: string | null
    source_id: string | null
  }
  event_shift: { id: string; event_id: string; position: number; task: string; place: string; day: number; starts_at: string | null; ends_at: string | null; needed: number; note: string }
  event_shift_person: { id: string; event_id: string; shift_id: string; position: number; contact_id: string | null; name: string }
  event_equipment: {
    id: string
    event_id: string
    position: number
    what: string
    quantity: string
    owner_id: string | null
    owner: string
    bringer_id: string | null
    bringer: string
    got: number
    returned: number
    note: string
  }
  event_run_item: { id: string; event_id: string; position: number; day: number; starts_at: string | null; minutes: number | null; title: string; who: string; place: string; technology: string; note: string }
  event_risk: { id: string; event_id: string; position: number; title: string; likelihood: number; impact: number; measure: string; responsible: string }
  /** One row per event at most; `facts` is a JSON object of codes and texts. */
  event_safety: { id: string; event_id: string; facts: string; exclusion: number; exclusion_text: string; note: string }
}
