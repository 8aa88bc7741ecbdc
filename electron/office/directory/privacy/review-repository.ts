import { sql } from 'kysely'
import type { ReviewGroup, ReviewItem } from '../../../../shared/directory/privacy/model.ts'
import { reviewRules, unusedSince, type ReviewRule } from '../../../../shared/directory/privacy/rules.ts'
import { purposeCodesNeedingConsent } from '../../../../shared/directory/privacy/consent-codes.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { proposalOf } from './state.ts'

type Database = ReadDatabase<OfficeSchema>

interface Row {
  id: string
  kind: 'person' | 'organisation'
  name: string
  detail: string
  no_purpose: number
  consent_ended: number
  review_due: number
  unused: number
  restricted_on: string | null
  proposed_on: string | null
  proposed_by: string | null
  proposed_reason: string | null
  proposed_note: string | null
}

const columns: Record<ReviewRule, string> = { 'no-purpose': 'no_purpose', 'consent-ended': 'consent_ended', 'review-due': 'review_due', unused: 'unused' }

/**
 * Every contact with the rules that it meets on a day. A contact that was postponed meets none until then. One statement for
 * all of them: sets of ids are made once, so that the work grows with the number of contacts and not with its square.
 */
function flagged(today: string) {
  const since = unusedSince(today)
  const valid = sql`NOT (purpose.legal_basis IN (${sql.join(purposeCodesNeedingConsent)}) AND (
    purpose.consent_on IS NULL OR purpose.consent_on > ${today} OR coalesce(purpose.consent_until, '9999') < ${today} OR coalesce(purpose.revoked_on, '9999') <= ${today}))`
  return sql`
    WITH purposed AS (
      SELECT contact_id, max(${valid}) AS valid, max(coalesce(review_on, '9999') <= ${today}) AS due FROM contact_purpose AS purpose GROUP BY contact_id
    ), flagged AS (
      SELECT contact.id, contact.kind, contact.list_name AS name,
        CASE WHEN contact.department = '' THEN contact.list_place ELSE contact.department END AS detail, contact.name_key,
        privacy.restricted_on, privacy.proposed_on, privacy.proposed_by, privacy.proposed_reason, privacy.proposed_note,
        coalesce(privacy.postponed_until, '') <= ${today} AND purposed.contact_id IS NULL AS no_purpose,
        coalesce(privacy.postponed_until, '') <= ${today} AND purposed.valid = 0 AS consent_ended,
        coalesce(privacy.postponed_until, '') <= ${today} AND purposed.due = 1 AS review_due,
        coalesce(privacy.postponed_until, '') <= ${today} AND contact.checked_on < ${since} AND substr(contact.created_at, 1, 10) < ${since}
          AND contact.id NOT IN (SELECT recipient_id FROM letter WHERE recipient_id IS NOT NULL AND letter_date >= ${since} AND deleted_at IS NULL)
          AND contact.id NOT IN (SELECT contact_id FROM contact_encounter WHERE held_on >= ${since})
          AND contact.id NOT IN (SELECT contact_id FROM contact_role WHERE coalesce(ended_on, '9999') > ${since})
          AND contact.id NOT IN (SELECT organisation_id FROM contact_role WHERE coalesce(ended_on, '9999') > ${since}) AS unused
      FROM contact LEFT JOIN purposed ON purposed.contact_id = contact.id LEFT JOIN contact_privacy AS privacy ON privacy.contact_id = contact.id
      WHERE contact.deleted_at IS NULL
    )`
}

const conditions = {
  all: '(no_purpose = 1 OR consent_ended = 1 OR review_due = 1 OR unused = 1 OR proposed_on IS NOT NULL)',
  proposed: 'proposed_on IS NOT NULL',
  restricted: 'restricted_on IS NOT NULL',
  'no-purpose': 'no_purpose = 1',
  'consent-ended': 'consent_ended = 1',
  'review-due': 'review_due = 1',
  unused: 'unused = 1',
} as const satisfies Record<ReviewGroup, string>

/** One page of a group of the list, in German order. */
export async function listReview(database: Database, { group, offset, limit, today }: { group: ReviewGroup, offset: number, limit: number, today: string }): Promise<ReviewItem[]> {
  const { rows } = await sql<Row>`${flagged(today)} SELECT * FROM flagged WHERE ${sql.raw(conditions[group])} ORDER BY name_key, id LIMIT ${limit} OFFSET ${offset}`
    .execute(database as never)
  return rows.map((row) => ({
    id: row.id, kind: row.kind, name: row.name, detail: row.detail,
    rules: reviewRules.filter((rule) => row[columns[rule] as keyof Row] === 1),
    restricted: row.restricted_on !== null,
    proposal: proposalOf(row),
  }))
}

/** How many contacts each group has. */
export async function countReview(database: Database, today: string): Promise<Record<ReviewGroup, number>> {
  const sums = Object.entries(conditions).map(([group, condition]) => `count(*) FILTER (WHERE ${condition}) AS "${group}"`).join(', ')
  const { rows } = await sql<Record<ReviewGroup, number>>`${flagged(today)} SELECT ${sql.raw(sums)} FROM flagged`.execute(database as never)
  return rows[0] as Record<ReviewGroup, number>
}
