import { randomUUID } from 'node:crypto'
import type { CounsellingDesk } from '../session.ts'
import { arrangeDeputy, draftCodes } from '../vault/deputies.ts'
import type { VaultSession } from '../vault/session.ts'
import data from '../../../resources/demo/deputy.json' with { type: 'json' }

const day = 86_400_000

/** A „Vertretungsfall" that is arranged, and one opening of months ago, which the Leitung has seen. Nobody has the sheets. */
export async function fillDeputy(desk: CounsellingDesk, vault: VaultSession): Promise<void> {
  const { opening } = data
  const now = Date.now()
  const ago = (days: number): string => new Date(now - days * day).toISOString()
  const validUntil = new Date(now - data.arrangedDaysAgo * day + data.months * 30 * day).toISOString()
  const id = randomUUID()
  const personId = randomUUID()
  const found = await desk.database.read.selectFrom('counselling_case').select('id').where('alias', '=', opening.case.alias).executeTakeFirst()
  await desk.database.writeUnlogged(async (database) => {
    await database.insertInto('deputy_arrangement').values({
      id, made_at: ago(data.arrangedDaysAgo), made_by_name: desk.person.name, holders: JSON.stringify(data.holders), valid_until: validUntil, revoked_at: null, revoked_by_name: null,
    }).execute()
    await database.insertInto('deputy_opening').values({
      id: personId, arrangement_id: id, person_name: opening.deputy, holders: JSON.stringify(opening.holders), reason: opening.reason,
      opened_at: ago(opening.daysAgo), until: ago(opening.daysAgo - opening.days), ended_at: ago(opening.daysAgo - 4), ended_by_name: desk.person.name, seen_at: ago(opening.daysAgo - 4), seen_by_name: desk.person.name,
    }).execute()
    if (!found) return
    await database.insertInto('access_log').values({
      id: randomUUID(), case_id: found.id, person_id: personId, person_name: opening.deputy, at: ago(opening.daysAgo - 1), kind: 'deputy', reason: opening.case.reason,
    }).execute()
  })
  await arrangeDeputy(vault, draftCodes(data.holders), { validUntil, longestDays: data.longestDays }, id)
}
