import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { VaultStore } from './vault-store.ts'

/**
 * Who has the vault open stands in files `lease-<turn>.json`. Each holder has a turn of its own, the highest one counts, and a turn is
 * taken by creating its file, which must not exist: of any number of programs exactly one succeeds, on a network drive as well. Nobody
 * ever writes over somebody else's turn.
 */
const namePattern = /^lease-([1-9]\d{0,8})\.json$/
const partPattern = /^lease-([1-9]\d{0,8})\.json\..+\.part$/

/** Slots of those who hold the lease without a person: for copying closed files, and for switching to other ones. */
export const PROGRAM_SLOTS = { backup: 'backup', restore: 'restore' } as const

/** What a holder writes. The person stands here as a slot id only. */
const leaseSchema = z.object({
  token: z.uuid(),
  /** Name of the computer, for people. */
  host: z.string(),
  /** Random number of the installation that holds it: names of computers are not unique. */
  machine: z.string().nullable(),
  pid: z.int(),
  slot: z.string(),
  since: z.iso.datetime(),
  heartbeat: z.iso.datetime(),
  /** Counts the signs of life: clocks may stand still or jump, this doesn't. */
  beat: z.string(),
})
export type Lease = Omit<z.infer<typeof leaseSchema>, 'heartbeat' | 'beat'>

/** The highest turn of a vault. */
export interface FoundTurn {
  turn: number
  /** The file's content as it is: as long as it changes, somebody is alive. */
  raw: string
  /** Null when nobody holds it any more, undefined when it can't be read. */
  lease: Lease | null | undefined
}

/** A beat is written over the one before, byte for byte: no space is needed on a full disk, and half a write is still readable. */
const beatDigits = 9
const freed = '{"state":"free"}'
/** How often a file is looked for that was listed and isn't there, and how long between: a network drive lists what was there a while ago. */
const looks = 20
const lookPauseMilliseconds = 50

/** The bytes of a lease at a sign of life; equally many at each of them. */
export function encodeLease(lease: Lease, beat: number, now: Date): Buffer {
  return Buffer.from(`${JSON.stringify({ ...lease, heartbeat: now.toISOString(), beat: String(beat).padStart(beatDigits, '0') })}\n`)
}

/** What is left after giving up: neither computer nor person, as long as what stood there, so that it can be written over. */
export function encodeFree(bytes: number): Buffer {
  return Buffer.from(freed.padEnd(bytes, ' '))
}

/** Path of a turn's file. */
export function turnPath(store: VaultStore, turn: number): string {
  return store.path(`lease-${turn}.json`)
}

/** All turns that have a file, the highest first. */
export async function turnsOf(store: VaultStore): Promise<number[]> {
  const names = (await store.files.list(store.folder)) ?? []
  return names.flatMap((name) => Number(namePattern.exec(name)?.[1] ?? Number.NaN)).filter((turn) => !Number.isNaN(turn)).sort((a, b) => b - a)
}

/** The highest turn, or null in a vault that nobody has held yet. */
export async function newestTurn(store: VaultStore): Promise<FoundTurn | null> {
  for (let look = 1; ; look++) {
    const [turn] = await turnsOf(store)
    if (turn === undefined) return null
    const raw = await store.files.read(turnPath(store, turn))
    // Gone since it was listed: a higher one is there, or its maker took it back. What is listed again and again is a name without a file.
    if (raw || look === looks) return { turn, raw: raw?.toString('utf8') ?? '', lease: leaseOf(raw?.toString('utf8') ?? '') }
    if (look > 1) await pause(lookPauseMilliseconds)
  }
}

/** Takes away files of turns below one, and what a crash left of making them. */
export async function removeTurnsBelow(store: VaultStore, turn: number): Promise<void> {
  const names = (await store.files.list(store.folder)) ?? []
  const old = names.filter((name) => Number((namePattern.exec(name) ?? partPattern.exec(name))?.[1] ?? turn) < turn)
  for (const name of old) await store.files.remove(store.path(name)).catch(() => undefined)
}

function leaseOf(raw: string): Lease | null | undefined {
  if (raw.trim() === freed) return null
  try {
    const { heartbeat: _heartbeat, beat: _beat, ...lease } = leaseSchema.parse(JSON.parse(raw))
    return lease
  } catch {
    return undefined
  }
}
