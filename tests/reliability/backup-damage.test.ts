import { cpSync, readFileSync, readdirSync, renameSync, rmSync, statSync, statfsSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CopyOptions } from '../../electron/office/backup/copy.ts'
import { makeSet } from '../../electron/office/backup/make-set.ts'
import { failureKind } from '../../electron/office/backup/failure.ts'
import { backupsOf } from '../../electron/office/backup/service.ts'
import { findSets } from '../../electron/office/backup/set-folder.ts'
import { closedDatabases } from '../../electron/office/backup/sources.ts'
import { verifySet } from '../../electron/office/backup/verify.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'
import { copyOffice, flipByte, makeOffice, removeOffices, startProcess, type MadeOffice } from './damaged-office.ts'
import { smallDisk, type SmallDisk } from './small-disk.ts'

let made: MadeOffice
beforeAll(async () => { made = await makeOffice() }, 60_000)
afterAll(() => removeOffices(made))

describe('a set that was changed after it was made', () => {
  let good: string
  let set: string
  beforeAll(async () => {
    const folder = copyOffice(made)
    const { process, vault } = startProcess(folder)
    await backupsOf(process, vault).atRest()
    good = (await findSets(join(folder, 'backups')))[0]?.path ?? ''
    set = join(dirname(folder), 'sicherung-2026-11-22-120000')
    cpSync(good, set, { recursive: true })
  }, 60_000)

  const findings = async (): Promise<number> => (await verifySet(set)).findings.length

  it('is whole before', async () => expect(await verifySet(set)).toMatchObject({ findings: [] }))

  it('is found out by every one of 200 flipped bytes, all over its files', async () => {
    const files = readdirSync(good)
    expect(files.sort()).toEqual(['counselling.db', 'manifest.json', 'office.db', 'vault.json'])
    const missed: string[] = []
    for (let flip = 0; flip < 200; flip++) {
      const name = files[flip % files.length] ?? ''
      const { size } = statSync(join(good, name))
      const turn = Math.floor(flip / files.length)
      const at = turn === 0 ? 0 : turn === 1 ? size - 1 : Math.floor((size * ((turn * 0.618_034) % 1)))
      flipByte(join(set, name), at)
      if ((await findings()) === 0) missed.push(`${name} ${at}`)
      flipByte(join(set, name), at)
    }
    expect(missed).toEqual([])
    expect(await findings()).toBe(0)
  })

  const damages: [what: string, damage: () => void][] = [
    ['a missing database', () => rmSync(join(set, 'counselling.db'))],
    ['an empty file', () => writeFileSync(join(set, 'vault.json'), '')],
    ['a file cut short', () => truncateSync(join(set, 'office.db'), 4096)],
    ['a file too many', () => writeFileSync(join(set, 'office.db-wal'), 'x')],
    ['a missing manifest', () => rmSync(join(set, 'manifest.json'))],
    ['another line ending in the manifest', () => writeFileSync(join(set, 'manifest.json'), readFileSync(join(set, 'manifest.json'), 'utf8').replaceAll('\n', '\r\n'))],
    ['two files exchanged', () => {
      renameSync(join(set, 'office.db'), join(set, 'x'))
      renameSync(join(set, 'counselling.db'), join(set, 'office.db'))
      renameSync(join(set, 'x'), join(set, 'counselling.db'))
    }],
  ]
  it.each(damages)('is found out by %s', async (_what, damage) => {
    damage()
    expect(await findings()).toBeGreaterThan(0)
    rmSync(set, { recursive: true })
    cpSync(good, set, { recursive: true })
  })
})

describe('a full disk', () => {
  let disk: SmallDisk
  afterEach(() => disk.release())

  it('is told before anything is written, keeps what was there, and the next backup succeeds once there is room', async () => {
    disk = smallDisk(16)
    const folder = join(disk.folder, 'vault')
    cpSync(made.folder, folder, { recursive: true })
    const { process, vault } = startProcess(folder)
    const backups = backupsOf(process, vault)
    if (disk.codes.length > 1) return expectNoRoomFor(folder)
    const { bavail, bsize } = statfsSync(disk.folder)
    writeFileSync(join(disk.folder, 'filler'), Buffer.alloc(bavail * bsize - 1024 * 1024))
    await backups.atRest()
    expect(await findSets(join(folder, 'backups'))).toEqual([])
    expect((await backups.stand()).failure).toMatchObject({ kind: 'disk-full' })
    disk.grow()
    await backups.atRest()
    expect((await backups.stand()).failure).toBeNull()
    expect(await findSets(join(folder, 'backups'))).toHaveLength(1)
  })

  it('in the middle of a copy leaves nothing of it, neither in the vault nor at the second place', async () => {
    disk = smallDisk(12)
    const folder = copyOffice(made)
    await expectNoRoomFor(folder, join(disk.folder, 'backups'))
    expect(readdirSync(join(disk.folder, 'backups'))).toEqual([])
  })

  /** Somebody else fills the disk while the copy is being written: it began with room enough. */
  async function expectNoRoomFor(folder: string, target = join(folder, 'backups')): Promise<void> {
    const store = vaultStore(folder)
    const filler = join(disk.folder, 'filler')
    const databases = closedDatabases(store).map((database) => ({
      ...database,
      files: database.files.map((file) => ({
        ...file,
        copy: async (path: string, options: CopyOptions) => {
          const { bavail, bsize } = statfsSync(disk.folder)
          if (database.side === 'counselling' && disk.codes.length === 1) writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 4096)))
          const copied = await file.copy(path, options)
          if (disk.codes.length > 1) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
          return copied
        },
      })),
    }))
    const outcome = await makeSet(target, { store, vault: await store.read(), databases, thorough: false }).catch(failureKind)
    expect(outcome).toBe('disk-full')
    expect(await findSets(target)).toEqual([])
  }
})
