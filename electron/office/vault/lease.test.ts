import { mkdir, readFile, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { isHeld } from '../../../tests/support/lease.ts'
import { nodeFiles, type Files } from './files.ts'
import { OWN_SECONDS, SILENT_SECONDS, takeLease, type LeaseSurroundings } from './lease.ts'
import { encodeLease, newestTurn, type FoundTurn, type Lease } from './lease-file.ts'
import { LeaseWatch } from './lease-watch.ts'
import { temporaryFolder } from './testing.ts'
import { VaultError } from './vault-error.ts'
import { vaultStore, type VaultStore } from './vault-store.ts'

/** One hour of every clock of the world, moved by hand. */
let seconds = 0
let living: number[]
let store: VaultStore
beforeEach(async () => {
  seconds = 0
  living = [100, 200]
  store = vaultStore(await temporaryFolder())
  await writeFile(store.path('vault.json'), '{}')
})

/** A computer whose wall clock goes wrong by so much. */
function computer(host: string, pid = 100, { skew = 0, machine = host as string | null } = {}): LeaseSurroundings {
  return {
    host,
    machine,
    pid,
    steady: () => seconds * 1000,
    wall: () => Date.parse('2026-11-21T09:00:00Z') + (seconds + skew) * 1000,
    alive: (candidate) => living.includes(candidate),
    ownSeconds: OWN_SECONDS,
  }
}

const watching = () => new LeaseWatch(() => seconds * 1000)
const found = async (): Promise<FoundTurn> => (await newestTurn(store)) as FoundTurn

describe('a lease', () => {
  it('is refused to a second program, with host, slot and since', async () => {
    const first = await takeLease(store, 'slot-1', computer('pc-17'))
    const refusal = { code: 'busy', reason: 'other-program', details: { host: 'pc-17', slot: 'slot-1', since: '2026-11-21T09:00:00.000Z' } }
    await expect(takeLease(store, 'slot-2', computer('pc-17', 200))).rejects.toMatchObject(refusal)
    await expect(takeLease(store, 'slot-2', computer('pc-18'))).rejects.toMatchObject(refusal)
    await first.release()
    expect((await takeLease(store, 'slot-2', computer('pc-18'))).turn).toBe(2)
  })

  it('holds no name, and after it was given back nothing of who held it', async () => {
    const lease = await takeLease(store, 'slot-1', computer('pc-17'))
    const there = JSON.parse(await readFile(store.path('lease-1.json'), 'utf8')) as object
    expect(Object.keys(there).sort()).toEqual(['beat', 'heartbeat', 'host', 'machine', 'pid', 'since', 'slot', 'token'])
    await lease.release()
    expect((await readFile(store.path('lease-1.json'), 'utf8')).trim()).toBe('{"state":"free"}')
    expect((await readdir(store.folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('of a process that died on this computer is free at once; of another computer of the same name it is not', async () => {
    await takeLease(store, 'slot-1', computer('pc', 100, { machine: 'eins' }))
    living = [200]
    await expect(takeLease(store, 'slot-1', computer('pc', 200, { machine: 'zwei' }))).rejects.toMatchObject({ code: 'busy' })
    await expect(takeLease(store, 'slot-1', computer('pc', 200, { machine: null }))).rejects.toMatchObject({ code: 'busy' })
    expect((await takeLease(store, 'slot-1', computer('pc', 200, { machine: 'eins' }))).turn).toBe(2)
  })

  it('that could not be given back, because the folder was away, is free for the process that had it', async () => {
    const lease = await takeLease(store, 'backup', computer('pc-17'))
    await rename(store.folder, `${store.folder}-away`)
    await lease.release()
    await rename(`${store.folder}-away`, store.folder)
    expect(isHeld(store.folder)).toBe(true)
    await expect(takeLease(store, 'slot-1', computer('pc-17', 200))).rejects.toMatchObject({ code: 'busy' })
    const next = await takeLease(store, 'slot-1', computer('pc-17'))
    await expect(takeLease(store, 'slot-1', computer('pc-17'))).rejects.toMatchObject({ code: 'busy' })
    await next.release()
  })

  it('torn or empty belongs to somebody unknown until they were watched', async () => {
    await takeLease(store, 'slot-1', computer('pc-17'))
    await truncate(store.path('lease-1.json'), 20)
    await expect(takeLease(store, 'slot-1', computer('pc-18'))).rejects.toMatchObject({ code: 'busy', details: {} })
    expect((await takeLease(store, 'slot-1', { ...computer('pc-18'), isSilent: () => true })).turn).toBe(2)
  })

  it('goes to exactly one of many that take it in the same moment', async () => {
    for (let round = 0; round < 40; round++) {
      const takers = await Promise.allSettled(Array.from({ length: 6 }, (_, taker) => takeLease(store, `slot-${taker}`, computer(`pc-${taker}`))))
      const winners = takers.flatMap((taker) => (taker.status === 'fulfilled' ? [taker.value] : []))
      expect(winners).toHaveLength(1)
      await winners[0]?.release()
    }
    expect((await readdir(store.folder)).filter((name) => name.startsWith('lease-')).length).toBeLessThan(40)
  })

  it('goes to one of several parts of the same process as well', async () => {
    for (let round = 0; round < 20; round++) {
      const takers = await Promise.allSettled(Array.from({ length: 5 }, () => takeLease(store, 'slot-1', computer('pc-17'))))
      const winners = takers.flatMap((taker) => (taker.status === 'fulfilled' ? [taker.value] : []))
      expect(winners).toHaveLength(1)
      await winners[0]?.release()
    }
  })

  it('is not taken by whoever looked long ago: meanwhile others came and went, and their turns with them', async () => {
    let release: (() => void) | null = null
    const slow: Files = {
      ...nodeFiles,
      async createSynced(path, bytes) {
        await new Promise<void>((resume) => (release = resume))
        return nodeFiles.createSynced(path, bytes)
      },
    }
    const waiting = takeLease(vaultStore(store.folder, slow), 'slot-1', computer('pc-17'))
    await expect.poll(() => release).not.toBeNull()
    const others = await takeLease(store, 'slot-2', computer('pc-18'))
    await others.release()
    const holder = await takeLease(store, 'slot-3', computer('pc-19'))
    await rm(store.path('lease-1.json'))
    ;(release as (() => void) | null)?.()
    await expect(waiting).rejects.toMatchObject({ code: 'busy', details: { slot: 'slot-3' } })
    holder.guard()
    expect((await found()).lease?.slot).toBe('slot-3')
  })
})

describe('signs of life', () => {
  it.each([-3600, -600, 0, 600, 3600])('are seen by a computer whose clock differs by %i seconds; only their absence counts', async (skew) => {
    const holder = await takeLease(store, 'slot-1', computer('pc-17'))
    const other = computer('pc-18', 200, { skew })
    const watch = watching()
    const isSilent = (turn: FoundTurn) => watch.observe(turn) === 0
    for (; seconds < 1800; seconds += 10) {
      await holder.beat()
      await expect(takeLease(store, 'slot-2', { ...other, isSilent })).rejects.toMatchObject({ code: 'busy' })
    }
    const end = seconds
    for (; seconds < end - 10 + SILENT_SECONDS; seconds += 10) await expect(takeLease(store, 'slot-2', { ...other, isSilent })).rejects.toMatchObject({ code: 'busy' })
    expect(watch.observe(await found())).toBe(0)
    expect((await takeLease(store, 'slot-2', { ...other, isSilent })).turn).toBe(2)
    await expect(holder.beat()).rejects.toMatchObject({ code: 'busy', reason: 'lease-lost' })
  })

  it('need no space on a full disk, and half of one is still readable', async () => {
    const lease: Lease = { token: '01998e7c-6f2a-4c5e-8a56-123456789abc', host: 'PC-Öst', machine: 'm', pid: 7, slot: 's', since: '2026-11-21T09:00:00.000Z' }
    const before = encodeLease(lease, 1, new Date('2026-11-21T09:59:59.999Z'))
    const after = encodeLease(lease, 123_456_789, new Date('2027-01-01T00:00:00.000Z'))
    expect(after.length).toBe(before.length)
    await takeLease(store, 's', computer('pc-17'))
    for (let torn = 0; torn <= after.length; torn++) {
      await writeFile(store.path('lease-1.json'), Buffer.concat([after.subarray(0, torn), before.subarray(torn)]))
      expect((await found()).lease, `torn after ${torn}`).toEqual(lease)
    }
  })

  it('take away old turns, once nobody can be about to take one of them again', async () => {
    await (await takeLease(store, 'slot-1', computer('pc-17'))).release()
    const holder = await takeLease(store, 'slot-1', computer('pc-17'))
    for (const at of [SILENT_SECONDS - 10, SILENT_SECONDS + 1]) {
      while (seconds < at) {
        seconds += 1
        if (seconds % 10 === 0) await holder.beat()
      }
      await holder.beat()
      expect((await readdir(store.folder)).includes('lease-1.json')).toBe(at < SILENT_SECONDS)
    }
  })
})

describe('a holder', () => {
  it('who was silent for longer than its own time takes the next turn before it writes, and loses if somebody else did', async () => {
    const holder = await takeLease(store, 'slot-1', computer('pc-17'))
    seconds = OWN_SECONDS
    holder.guard()
    expect(holder.turn).toBe(1)
    seconds = OWN_SECONDS + 1
    holder.guard()
    expect(holder.turn).toBe(2)
    let told = 0
    holder.whenLost(() => (told += 1))
    seconds += SILENT_SECONDS
    await takeLease(store, 'slot-2', { ...computer('pc-18'), isSilent: () => true })
    expect(() => holder.guard()).toThrow(new VaultError('busy', 'lease-lost'))
    expect(() => holder.guard()).toThrow(new VaultError('busy', 'lease-lost'))
    await holder.release()
    expect([told, (await found()).lease?.slot]).toEqual([1, 'slot-2'])
  })

  it('whose computer slept, so that one of its clocks stood still, looks at the other one', async () => {
    const wall = { ahead: 0 }
    const sleeper = { ...computer('pc-17'), wall: () => 1_800_000_000_000 + wall.ahead }
    const holder = await takeLease(store, 'slot-1', sleeper)
    wall.ahead = 3_600_000
    await takeLease(store, 'slot-2', { ...computer('pc-18'), isSilent: () => true })
    expect(() => holder.guard()).toThrow(new VaultError('busy', 'lease-lost'))
  })

  it('hears of somebody who follows although they should not, at the next sign of life', async () => {
    const holder = await takeLease(store, 'slot-1', computer('pc-17'))
    await writeFile(store.path('lease-2.json'), 'von Hand')
    await expect(holder.beat()).rejects.toMatchObject({ reason: 'lease-lost' })
    await writeFile(store.path('lease-2.json'), '{"state":"free"}')
    const next = await takeLease(store, 'slot-1', computer('pc-17'))
    await rm(store.path('lease-3.json'))
    await expect(next.beat()).rejects.toMatchObject({ reason: 'lease-lost' })
  })

  it('whose folder is away writes as long as nobody can have followed, then no more, and goes on when it is back unchanged', async () => {
    const holder = await takeLease(store, 'slot-1', computer('pc-17'))
    await rename(store.folder, `${store.folder}-away`)
    seconds = 20
    await expect(holder.beat()).rejects.toMatchObject({ code: 'unreachable', reason: 'share-away' })
    holder.guard()
    seconds = OWN_SECONDS + 1
    expect(() => holder.guard()).toThrow(new VaultError('unreachable', 'share-away'))
    await rename(`${store.folder}-away`, store.folder)
    expect(() => holder.guard()).toThrow(new VaultError('unreachable', 'share-away'))
    await holder.beat()
    holder.guard()
    expect([holder.away, holder.turn, isHeld(store.folder)]).toEqual([false, 2, true])
    await holder.release()
    expect(isHeld(store.folder)).toBe(false)
  })

  it('whose drive left an empty folder behind takes nothing there', async () => {
    const holder = await takeLease(store, 'slot-1', computer('pc-17'))
    await rename(store.folder, `${store.folder}-away`)
    await mkdir(store.folder)
    seconds = OWN_SECONDS + 1
    expect(() => holder.guard()).toThrow(expect.objectContaining({ code: 'unreachable', reason: 'share-away' }))
    await expect(holder.beat()).rejects.toMatchObject({ code: 'unreachable' })
    expect(await readdir(store.folder)).toEqual([])
    await rm(store.folder, { recursive: true })
    await rename(`${store.folder}-away`, store.folder)
    await holder.beat()
    holder.guard()
  })

  it('whose folder is away loses when somebody has followed meanwhile', async () => {
    const holder = await takeLease(store, 'slot-1', computer('pc-17'))
    await rename(store.folder, `${store.folder}-away`)
    seconds = 60
    await expect(holder.beat()).rejects.toMatchObject({ code: 'unreachable' })
    await rename(`${store.folder}-away`, store.folder)
    seconds = 200
    await (await takeLease(store, 'slot-2', { ...computer('pc-18'), isSilent: () => true })).release()
    await expect(holder.beat()).rejects.toMatchObject({ reason: 'lease-lost' })
  })
})

describe('the watch', () => {
  it('begins anew with each change, and with each other turn', () => {
    const watch = watching()
    const seen = (turn: number, raw: string): number => watch.observe({ turn, raw, lease: undefined })
    expect(seen(1, 'a')).toBe(SILENT_SECONDS)
    seconds = 100
    expect([seen(1, 'a'), seen(1, 'b'), seen(2, 'b')]).toEqual([SILENT_SECONDS - 100, SILENT_SECONDS, SILENT_SECONDS])
    seconds = 99 + SILENT_SECONDS
    expect(seen(2, 'b')).toBe(1)
    seconds = 500
    expect(seen(2, 'b')).toBe(0)
  })

  it('waits for longer than a holder writes without a sign of life, and than a network drive may show what was', () => {
    expect(SILENT_SECONDS - OWN_SECONDS).toBeGreaterThan(60)
  })
})
