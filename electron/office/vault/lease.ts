import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { isRunning } from '../../wiping.ts'
import { encodeFree, encodeLease, newestTurn, removeTurnsBelow, turnPath, turnsOf, type FoundTurn, type Lease } from './lease-file.ts'
import { fromFileError, VaultError } from './vault-error.ts'
import type { VaultStore } from './vault-store.ts'

/** Seconds between two signs of life. */
export const HEARTBEAT_SECONDS = 10
/** So long after its last sign of life a holder may write; after that it has to take the lease anew, which fails when somebody else has. */
export const OWN_SECONDS = 40
/**
 * So long a holder must have been silent, on the watcher's own clock, before somebody else may follow. The difference is for network
 * drives, which may show a file as it was up to a minute ago.
 */
export const SILENT_SECONDS = 120
/** Looking and taking must not lie further apart: the turns in between could have been taken away. */
const takingSeconds = 20
/** Turns of short holders that are kept, so that whoever looked before can't take one of them again. */
const turnsKept = 32
const tries = 20

/** Where and when this runs; a parameter for tests. Two clocks: one stands still while the computer sleeps, the other one can be set. */
export interface LeaseSurroundings {
  host: string
  /** Random number of this installation; null when it isn't known, and then no process of this computer is taken for dead. */
  machine: string | null
  pid: number
  /** Milliseconds of a clock that is never set. */
  steady(): number
  wall(): number
  /** Whether a process of this computer is alive. */
  alive(pid: number): boolean
  ownSeconds: number
}

const here: LeaseSurroundings = {
  host: hostname(),
  machine: null,
  pid: process.pid,
  steady: () => performance.now(),
  wall: Date.now,
  alive: isRunning,
  ownSeconds: OWN_SECONDS,
}

/** How a lease is taken. */
export interface TakingOptions extends Partial<LeaseSurroundings> {
  /** Whether a lease that somebody holds may be taken over, because they were watched and gave no sign of life. */
  isSilent?: (found: FoundTurn) => boolean
}

/**
 * Takes the lease of a vault. It is free, or was left by a process of this computer that has died, or is abandoned as the caller says.
 *
 * @throws VaultError `busy` / `other-program` with host, slot and since
 */
export async function takeLease(store: VaultStore, slotId: string, options: TakingOptions = {}): Promise<HeldLease> {
  const { isSilent = () => false, ...given } = options
  const around = { ...here, ...given }
  for (let attempt = 0; attempt < tries; attempt++) {
    const began = around.steady()
    const found = await newestTurn(store)
    if (found && !isFree(found, around) && !isSilent(found)) throw occupied(found)
    const turn = (found?.turn ?? 0) + 1
    const lease: Lease = { token: randomUUID(), host: around.host, machine: around.machine, pid: around.pid, slot: slotId, since: new Date(around.wall()).toISOString() }
    const start = { steady: around.steady(), wall: around.wall() }
    if (!(await create(store, turn, lease, around))) continue
    const held = new HeldLease(store, lease, turn, start, around)
    const [highest = turn, ...others] = await turnsOf(store)
    if (highest === turn && around.steady() - began < takingSeconds * 1000) {
      const oldest = others[turnsKept]
      if (oldest !== undefined) await removeTurnsBelow(store, oldest)
      return held
    }
    // Too slow: what was looked at isn't so any more.
    await held.release()
  }
  throw new VaultError('busy', 'other-program')
}

/** Tokens of the leases that this process holds. What else bears its number was left when the folder was away, or by one of that number before. */
const ownTokens = new Set<string>()

/** Whether nobody holds a turn: given back, or its process on this computer has died or knows nothing of it any more. */
export function isFree({ lease }: FoundTurn, around: Pick<LeaseSurroundings, 'host' | 'machine' | 'pid' | 'alive'>): boolean {
  if (lease === null) return true
  if (lease === undefined || lease.machine === null) return false
  if (lease.machine !== around.machine || lease.host !== around.host) return false
  return lease.pid === around.pid ? !ownTokens.has(lease.token) : !around.alive(lease.pid)
}

/** The same for this computer as it is. */
export function isFreeHere(found: FoundTurn, machine: string | null): boolean {
  return isFree(found, { ...here, machine })
}

async function create(store: VaultStore, turn: number, lease: Lease, around: LeaseSurroundings): Promise<boolean> {
  const path = turnPath(store, turn)
  // Known as one's own before anybody can see it.
  ownTokens.add(lease.token)
  let created = false
  try {
    created = await store.files.createSynced(path, encodeLease(lease, 1, new Date(around.wall())))
    // A network drive may have lost the answer to a request that it had met.
    created ||= (await store.files.read(path))?.toString('utf8').includes(lease.token) ?? false
    return created
  } finally {
    if (!created) ownTokens.delete(lease.token)
  }
}

function occupied({ lease }: FoundTurn): VaultError {
  return new VaultError('busy', 'other-program', lease ? { host: lease.host, since: lease.since, slot: lease.slot } : {})
}

/** Milliseconds on both clocks. */
interface Moment {
  steady: number
  wall: number
}

/** The right to have the vault open, until released or lost. */
export class HeldLease {
  readonly lease: Lease
  readonly #store: VaultStore
  readonly #around: LeaseSurroundings
  readonly #taken: Moment
  #turn: number
  #beats = 1
  /** Begin of the last sign of life. */
  #last: Moment
  #state: 'held' | 'lost' | 'released' = 'held'
  #away = false
  #beating: Promise<void> | null = null
  #whenLost: () => void = () => undefined

  constructor(store: VaultStore, lease: Lease, turn: number, start: Moment, around: LeaseSurroundings) {
    this.#store = store
    this.lease = lease
    this.#turn = turn
    this.#taken = start
    this.#last = start
    this.#around = around
  }

  get turn(): number {
    return this.#turn
  }

  /** True while the folder can't be reached. */
  get away(): boolean {
    return this.#away
  }

  /** Called once, as soon as it is known that somebody else has taken over. */
  whenLost(listener: () => void): void {
    this.#whenLost = listener
  }

  /**
   * To be asked right before anything is written and right before it becomes valid.
   *
   * @throws VaultError `busy` / `lease-lost` when somebody else has it, `unreachable` when that can't be known
   */
  guard(): void {
    if (this.#state !== 'held') throw new VaultError('busy', 'lease-lost')
    if (!this.#isExpired()) return
    // Away for so long that somebody may have followed: a call that hangs until the network gives up would hold up everything.
    if (this.#away) throw new VaultError('unreachable', 'share-away')
    this.#takeAgain()
  }

  /**
   * Sign of life; to be called every `HEARTBEAT_SECONDS`. One at a time.
   *
   * @throws VaultError `busy` / `lease-lost` when another program took over, for instance while this computer slept: close the databases
   *   at once; any other error when the folder could not be reached or written: the next sign of life tries again
   */
  beat(): Promise<void> {
    this.#beating ??= this.#beatOnce().finally(() => (this.#beating = null))
    return this.#beating
  }

  /** Gives it back. Nothing of who held it stays in the folder. */
  async release(): Promise<void> {
    await this.#beating?.catch(() => undefined)
    if (this.#state !== 'held') return
    this.#state = 'released'
    ownTokens.delete(this.lease.token)
    const path = turnPath(this.#store, this.#turn)
    const present = await this.#store.files.read(path)
    if (!present?.toString('utf8').includes(this.lease.token)) return
    await this.#store.files.overwriteSynced(path, encodeFree(present.length))
  }

  async #beatOnce(): Promise<void> {
    if (this.#state !== 'held') throw new VaultError('busy', 'lease-lost')
    const { files } = this.#store
    const began = this.#now()
    try {
      const there = await files.overwriteSynced(turnPath(this.#store, this.#turn), this.#bytes())
      if (!there) await this.#missing()
      const [highest = 0] = await turnsOf(this.#store)
      if (highest > this.#turn) this.#lose()
      if (this.#isExpired()) this.#takeAgain()
      else this.#last = began
      this.#away = false
    } catch (error) {
      if (!(error instanceof VaultError && (error.reason === 'lease-lost' || error.code === 'disk-full'))) this.#away = true
      throw error
    }
    // Whoever looked before this turn was taken has given up by now.
    if (began.steady - this.#taken.steady > SILENT_SECONDS * 1000) await removeTurnsBelow(this.#store, this.#turn)
  }

  /** The file of the own turn is gone: with the whole folder, or taken away by whoever followed. */
  async #missing(): Promise<never> {
    const { files, folder } = this.#store
    if (((await files.list(folder)) ?? []).length === 0) throw new VaultError('unreachable', 'share-away', { path: folder })
    return this.#lose()
  }

  /** Takes the next turn. That succeeds only if nobody did meanwhile, so nothing in the vault has changed. */
  #takeAgain(): void {
    const path = turnPath(this.#store, this.#turn + 1)
    const start = this.#now()
    // Where a drive was mounted there may be an empty folder now: a file made there would prove nothing.
    if (!existsSync(turnPath(this.#store, this.#turn))) {
      this.#away = true
      throw new VaultError('unreachable', 'share-away', { path })
    }
    try {
      writeNew(path, this.#bytes())
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') this.#lose()
      this.#away = true
      throw awayOr(error, path)
    }
    this.#turn += 1
    this.#last = start
  }

  #lose(): never {
    this.#state = 'lost'
    ownTokens.delete(this.lease.token)
    this.#whenLost()
    throw new VaultError('busy', 'lease-lost')
  }

  #isExpired(): boolean {
    const now = this.#now()
    return Math.max(now.steady - this.#last.steady, now.wall - this.#last.wall) > this.#around.ownSeconds * 1000
  }

  #now(): Moment {
    return { steady: this.#around.steady(), wall: this.#around.wall() }
  }

  #bytes(): Buffer {
    this.#beats += 1
    return encodeLease(this.lease, this.#beats, new Date(this.#around.wall()))
  }
}

function writeNew(path: string, bytes: Buffer): void {
  const file = openSync(path, 'wx', 0o600)
  let whole = false
  try {
    writeSync(file, bytes)
    fsyncSync(file)
    whole = true
  } finally {
    closeSync(file)
    if (!whole) rmSync(path, { force: true })
  }
}

function awayOr(error: unknown, path: string): unknown {
  const known = fromFileError(error, path)
  return known instanceof VaultError && known.reason === 'folder-missing' ? new VaultError('unreachable', 'share-away', { path }, error) : known
}
