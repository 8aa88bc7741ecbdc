import { connect } from '../../database/open.ts'
import type { CipherConnection } from '../../database/driver.ts'
import type { CounsellingDesk } from '../../session.ts'
import { DATABASE_FILES } from '../vault-store.ts'
import { VaultError } from '../vault-error.ts'
import type { VaultSession } from '../session.ts'

/** A clock may be this much behind without anybody having turned it back. */
const slackMilliseconds = 15 * 60_000

/** An opening as it is noted before anybody is let in. */
export interface NotedOpening {
  /** Id of the person who is let in. */
  id: string
  arrangementId: string
  personName: string
  holders: readonly string[]
  reason: string
  openedAt: string
  until: string
}

/**
 * The counselling database as two holders reach it before there is a session: what is revoked there opens nothing, and what is opened
 * is noted there first.
 */
export class DeputyLedger {
  readonly #database: CipherConnection

  /** @throws VaultError `forbidden` without the counselling key */
  constructor({ store, keys }: VaultSession) {
    if (!keys.counselling) throw new VaultError('forbidden')
    // The lease is held, so nobody else is here; on a network drive a log must not be opened in any other way.
    this.#database = connect(store.path(DATABASE_FILES.counselling), 'counselling', keys.counselling, { alone: true })
  }

  /**
   * The time that counts: that of the clock, which must not be behind what was seen before.
   * @throws VaultError `forbidden` (`arrangement-unknown`, `arrangement-expired`, `clock-behind`)
   */
  expectOpenable(arrangementId: string, now: number): void {
    const known = this.#rows('SELECT valid_until, revoked_at FROM deputy_arrangement WHERE id = ?', [arrangementId])[0]
    if (!known || known.revoked_at !== null) throw new VaultError('forbidden', 'arrangement-unknown')
    expectClock(this.#rows('SELECT at FROM clock_mark WHERE id = 1')[0]?.at, now)
    if (Date.parse(String(known.valid_until)) <= now) throw new VaultError('forbidden', 'arrangement-expired')
  }

  note({ id, arrangementId, personName, holders, reason, openedAt, until }: NotedOpening): void {
    this.#database.run(
      'INSERT INTO deputy_opening (id, arrangement_id, person_name, holders, reason, opened_at, until) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [id, arrangementId, personName, JSON.stringify(holders), reason, openedAt, until],
    )
  }

  /** Notes that nothing came of an opening. */
  notOpened(id: string): void {
    this.#database.run('UPDATE deputy_opening SET ended_at = opened_at, ended_by_name = person_name WHERE id = ?', [id])
  }

  close(): void {
    this.#database.close()
  }

  #rows(sql: string, parameters: string[] = []): ReturnType<CipherConnection['all']> {
    try {
      return this.#database.all(sql, parameters)
    } catch {
      // A database of an earlier program has none of these tables, and no arrangement either.
      throw new VaultError('forbidden', 'arrangement-unknown')
    }
  }
}

/** @throws VaultError `forbidden` / `clock-behind` when the clock shows less than what was seen before */
export function expectClock(mark: unknown, now: number): void {
  if (typeof mark === 'string' && Date.parse(mark) - now > slackMilliseconds) throw new VaultError('forbidden', 'clock-behind')
}

/** The latest time at which the office is known to have been in use; null before there was one. */
export async function clockMark({ database }: CounsellingDesk): Promise<string | null> {
  return (await database.read.selectFrom('clock_mark').select('at').executeTakeFirst())?.at ?? null
}

/** Notes that the office is in use. Only the Leitung may set a mark back that a wrong clock had put into the future. */
export async function markClock({ database, person }: CounsellingDesk, now: number): Promise<void> {
  const at = new Date(now).toISOString()
  const back = person.role === 'leitung'
  await database.writeUnlogged((writer) =>
    writer
      .insertInto('clock_mark')
      .values({ id: 1, at })
      .onConflict((conflict) => {
        const update = conflict.column('id').doUpdateSet({ at })
        return back ? update : update.where('clock_mark.at', '<', at)
      })
      .execute(),
  )
}
