import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { z } from 'zod'
import { VaultError } from './vault-error.ts'
import type { VaultStore } from './vault-store.ts'

/** Seconds between two signs of life. */
export const HEARTBEAT_SECONDS = 20
/** A lease without a sign of life for so long is nobody's: four missed ones and some slack for slow network drives. */
export const STALE_SECONDS = 90

const FILE = 'lease.json'

/** Who has the vault open. The person stands here as a slot id only. */
const leaseSchema = z.object({
  token: z.uuid(),
  host: z.string(),
  pid: z.int(),
  slot: z.string(),
  since: z.iso.datetime(),
  heartbeat: z.iso.datetime(),
})
export type Lease = z.infer<typeof leaseSchema>

/** The right to have the vault open, until released or lost. */
export interface HeldLease {
  readonly lease: Lease
  /**
   * Sign of life; to be called every `HEARTBEAT_SECONDS`.
   *
   * @throws VaultError `busy` / `lease-lost` when another program took over, for instance while this computer slept:
   *   close the databases at once
   */
  beat(): Promise<void>
  release(): Promise<void>
}

/** Where and when this runs; a parameter for tests. */
export interface LeaseSurroundings {
  host: string
  pid: number
  now(): number
  /** Whether a process of this computer is alive. */
  alive(pid: number): boolean
}

const here: LeaseSurroundings = { host: hostname(), pid: process.pid, now: Date.now, alive: isAlive }

/**
 * Takes the lease of a vault. A lease whose process died on this computer, or without a sign of life for
 * `STALE_SECONDS`, is taken over.
 *
 * @throws VaultError `busy` / `other-program` with host and since
 */
export async function takeLease(store: VaultStore, slotId: string, around: LeaseSurroundings = here): Promise<HeldLease> {
  const now = new Date(around.now()).toISOString()
  const lease: Lease = { token: randomUUID(), host: around.host, pid: around.pid, slot: slotId, since: now, heartbeat: now }
  const bytes = Buffer.from(JSON.stringify(lease))
  if (!(await store.files.createSynced(store.path(FILE), bytes))) {
    const present = await readLease(store)
    if (present && isHeld(present, around)) throw occupied(present)
    await put(store, lease)
  }
  // Two programs may take over the same dead lease; the last to write has it, the other sees that here.
  const winner = await readLease(store)
  if (winner?.token !== lease.token) throw winner ? occupied(winner) : new VaultError('busy', 'lease-lost')
  return held(store, lease, around)
}

function held(store: VaultStore, lease: Lease, around: LeaseSurroundings): HeldLease {
  const isOurs = async () => (await readLease(store))?.token === lease.token
  return {
    lease,
    async beat() {
      if (!(await isOurs())) throw new VaultError('busy', 'lease-lost')
      await put(store, { ...lease, heartbeat: new Date(around.now()).toISOString() })
    },
    async release() {
      if (await isOurs()) await store.files.remove(store.path(FILE))
    },
  }
}

function isHeld(lease: Lease, around: LeaseSurroundings): boolean {
  if (lease.host === around.host && !around.alive(lease.pid)) return false
  const silence = (around.now() - Date.parse(lease.heartbeat)) / 1000
  // Clocks of two computers differ; a heartbeat from the near future is a sign of life as well.
  return Math.abs(silence) < STALE_SECONDS
}

function occupied(lease: Lease): VaultError {
  return new VaultError('busy', 'other-program', { host: lease.host, since: lease.since, slot: lease.slot })
}

async function readLease(store: VaultStore): Promise<Lease | undefined> {
  const raw = await store.files.read(store.path(FILE))
  if (!raw) return undefined
  try {
    return leaseSchema.parse(JSON.parse(raw.toString('utf8')))
  } catch {
    return undefined // torn by a crash: nobody's
  }
}

async function put(store: VaultStore, lease: Lease): Promise<void> {
  const part = store.path(`${FILE}.${lease.token}.part`)
  await store.files.writeSynced(part, Buffer.from(JSON.stringify(lease)))
  await store.files.replace(part, store.path(FILE))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // alive, of another user
  }
}
