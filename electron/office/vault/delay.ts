import { z } from 'zod'
import { VaultError } from './vault-error.ts'
import type { VaultStore } from './vault-store.ts'

/**
 * Growing delay after wrong passphrases, per person, kept beside the vault so that a restart does not end it. It slows
 * down somebody who tries at the desk; it is no lockout (nobody can shut a colleague out) and no protection against
 * somebody with a copy of the files, against whom Argon2id stands.
 */

const FILE = 'attempts.json'
const FREE_TRIES = 3
const LONGEST_SECONDS = 60

const attemptsSchema = z.record(z.string(), z.object({ failed: z.int().min(0), at: z.iso.datetime() }))
type Attempts = z.infer<typeof attemptsSchema>

/** Used where the folder cannot be written, so that a read-only medium does not switch the delay off. */
const remembered = new Map<string, Attempts>()

/** Seconds to wait after so many wrong tries in a row: 0, 0, 0, 2, 4, 8 … 60. */
export function delayAfter(failed: number): number {
  return failed < FREE_TRIES ? 0 : Math.min(LONGEST_SECONDS, 2 ** (failed - FREE_TRIES + 1))
}

/** Seconds until the next try for this slot is accepted; 0 when it may be made now. */
export async function secondsToWait(store: VaultStore, slotId: string, now = Date.now()): Promise<number> {
  return waitOf(await load(store), slotId, now)
}

/**
 * Runs one try. It counts as wrong before the derivation starts, so that killing the program saves no time; a success
 * clears the count, any error but a wrong passphrase takes the count back.
 *
 * @param options.keepCount a success leaves the count as it was, for whoever has to hear of it
 * @throws VaultError `wrong-passphrase` with `retryAfter`; with reason `wait` when the try came too early and was not made
 */
export async function withDelay<Result>(
  store: VaultStore,
  slotId: string,
  attempt: () => Promise<Result>,
  clock: () => number = Date.now,
  { keepCount = false } = {},
): Promise<Result> {
  const attempts = await load(store)
  const wait = waitOf(attempts, slotId, clock())
  if (wait > 0) throw new VaultError('wrong-passphrase', 'wait', { retryAfter: wait })
  const before = attempts[slotId]
  const failed = (before?.failed ?? 0) + 1
  await save(store, { ...attempts, [slotId]: { failed, at: new Date(clock()).toISOString() } })
  try {
    const result = await attempt()
    await save(store, keepCount && before ? attempts : omit(attempts, slotId))
    return result
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'wrong-passphrase') {
      await save(store, before ? attempts : omit(attempts, slotId))
      throw error
    }
    // The derivation took time; the wait counts from its end.
    await save(store, { ...attempts, [slotId]: { failed, at: new Date(clock()).toISOString() } })
    throw new VaultError(error.code, error.reason, { ...error.details, retryAfter: delayAfter(failed) })
  }
}

/** Wrong tries in a row by slot, as long as nobody has succeeded. */
export async function failedTries(store: VaultStore, slotId: string): Promise<number> {
  return (await load(store))[slotId]?.failed ?? 0
}

function waitOf(attempts: Attempts, slotId: string, now: number): number {
  const entry = attempts[slotId]
  if (!entry) return 0
  const delay = delayAfter(entry.failed)
  const passed = (now - Date.parse(entry.at)) / 1000
  // A clock that was set back must not make anybody wait for longer than the delay itself.
  return passed < 0 ? delay : Math.max(0, Math.ceil(delay - passed))
}

async function load(store: VaultStore): Promise<Attempts> {
  const kept = remembered.get(store.folder) ?? {}
  const raw = await store.files.read(store.path(FILE))
  if (!raw) return kept
  try {
    return { ...attemptsSchema.parse(JSON.parse(raw.toString('utf8'))), ...kept }
  } catch {
    return kept // a damaged count is no reason to keep anybody out
  }
}

async function save(store: VaultStore, attempts: Attempts): Promise<void> {
  try {
    if (Object.keys(attempts).length === 0) await store.files.remove(store.path(FILE))
    else {
      await store.files.writeSynced(store.path(`${FILE}.part`), Buffer.from(JSON.stringify(attempts)))
      await store.files.replace(store.path(`${FILE}.part`), store.path(FILE))
    }
    remembered.delete(store.folder)
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    remembered.set(store.folder, attempts)
  }
}

function omit(attempts: Attempts, slotId: string): Attempts {
  return Object.fromEntries(Object.entries(attempts).filter(([id]) => id !== slotId))
}
