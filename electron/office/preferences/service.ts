import type { PolicyName } from '../../../shared/policy/keys.ts'
import { expectUnlocked } from '../policy.ts'
import type { OfficeDesk } from '../session.ts'

/** Settings that IT may decide about. */
const settledBy: Readonly<Record<string, PolicyName>> = { 'lock.minutes': 'AutoLockMinutes' }

/** Everything the person has set for the screens. */
export async function readPreferences(desk: OfficeDesk): Promise<Record<string, unknown>> {
  const rows = await desk.database.read
    .selectFrom('preference')
    .select(['key', 'value'])
    .where('person_id', '=', desk.person.id)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]))
}

/** Remembers one setting of the person. @throws OfficeError `policy` */
export async function setPreference(desk: OfficeDesk, key: string, value: unknown): Promise<void> {
  const name = Object.hasOwn(settledBy, key) ? settledBy[key] : undefined
  if (name) expectUnlocked(name)
  const text = JSON.stringify(value ?? null)
  await desk.database.writeUnlogged((database) =>
    database
      .insertInto('preference')
      .values({ person_id: desk.person.id, key, value: text })
      .onConflict((conflict) => conflict.columns(['person_id', 'key']).doUpdateSet({ value: text }))
      .execute(),
  )
}
