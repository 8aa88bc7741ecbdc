import type { MailWay } from '../../../../shared/correspondence/statements/workflow.ts'
import type { ReleaseState } from '../../../../shared/correspondence/press/workflow.ts'
import type { MovementKind } from '../../../../shared/correspondence/material/stock.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of „Presse" and „Infomaterial". */
export interface PressTables {
  /** Part of a contact: what makes it one of the media. Topics stand one a line. */
  contact_media: { id: string; contact_id: string; kind: string; area: string; deadline: string; topics: string; note: string }
  press_release: RecordColumns & {
    letter_id: string
    state: ReleaseState
    topic: string
    /** Local minute, `2026-11-24T10:00`. */
    embargo_at: string | null
    list_id: string
    submitted_on: string | null
    submitted_to: string
    released_on: string | null
    released_by: string
    return_note: string
    sent_on: string | null
    follow_up_on: string | null
    follow_up_done_on: string | null
    note: string
  }
  press_quote: {
    id: string
    release_id: string
    position: number
    contact_id: string | null
    name: string
    role: string
    text: string
    asked_on: string | null
    granted_on: string | null
    refused_on: string | null
  }
  /** Who got a release. */
  press_delivery: { id: string; release_id: string; contact_id: string | null; name: string; way: MailWay; sent_on: string; entry: string }
  clipping: RecordColumns & {
    published_on: string
    medium_id: string | null
    medium_name: string
    author_id: string | null
    author_name: string
    title: string
    topic: string
    tone: string
    place: string
    link: string
    summary: string
    release_id: string | null
    follow_up_on: string | null
    follow_up_done_on: string | null
  }
  /** One record with a fixed id. */
  press_settings: RecordColumns & { boilerplate: string; office_id: string | null; office_name: string; contact: string }
  material: RecordColumns & { title: string; title_key: string; kind: string; topic: string; publisher_id: string | null; publisher_name: string; source: string; note: string }
  /** Codes of languages stand in one text, divided by a blank. */
  material_edition: {
    id: string
    material_id: string
    languages: string
    edition: string
    issued_on: string | null
    format: string
    shelf: string
    min_stock: number
    review_on: string | null
    outdated_on: string | null
    outdated_note: string
    note: string
  }
  /** The journal: `change` is what came (positive) or went. Lines are added, never altered. */
  material_movement: {
    id: string
    material_id: string
    edition_id: string
    moved_on: string
    kind: MovementKind
    change: number
    contact_id: string | null
    party: string
    note: string
    person_name: string
  }
}
