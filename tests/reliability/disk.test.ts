import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openSession, type UnlockedVault } from '../../electron/office/session.ts'
import { takeLease } from '../../electron/office/vault/lease.ts'
import { unlockWithPassphrase } from '../../electron/office/vault/session.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'
import { copyOffice, fill, makeOffice, passphrases, removeOffices, snapshot, startProcess, unlockOutcome, type MadeOffice } from './damaged-office.ts'
import { dropLease } from '../support/lease.ts'
import { smallDisk, type SmallDisk } from './small-disk.ts'
import { vaultToText } from './vault-text.ts'

/** A disk that fills up, may not be written, or goes away while somebody works. */

let made: MadeOffice

beforeAll(async () => {
  made = await makeOffice()
}, 60_000)

afterAll(() => removeOffices(made))

/** The keys of a copy, for processes that open it past the lock screen. */
async function unlocked(folder: string): Promise<UnlockedVault> {
  const { keys, file } = await unlockWithPassphrase(vaultStore(folder), made.ids.leitung, passphrases.leitung)
  return {
    folder,
    vaultId: file.list.vaultId,
    person: { id: made.ids.leitung, name: 'Dana Leitner', role: 'leitung' },
    officeKey: keys.office,
    counsellingKey: keys.counselling ?? null,
  }
}

function runHelper<Result>(script: string, args: string[], wrap: SmallDisk['command'] = (program, rest) => [program, rest]): Result {
  const [program, rest] = wrap(process.execPath, [join(import.meta.dirname, script), ...args])
  const { stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8', timeout: 120_000 })
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout) as Result
}

describe('a full disk', () => {
  let disk: SmallDisk
  afterEach(() => disk.release())

  it('stops the write with its own error, keeps everything acknowledged, can be read, and goes on once there is room', async () => {
    disk = smallDisk(7)
    const folder = join(disk.folder, 'vault')
    cpSync(made.folder, folder, { recursive: true })
    const vault = await unlocked(folder)
    const result = runHelper<{ acknowledged: string[]; outcome: { code: string }; readable: number }>(
      'fill-until-full.ts',
      [vaultToText(vault)],
      disk.command,
    )
    expect(disk.codes).toContain(result.outcome.code)
    expect(result.acknowledged.length).toBeGreaterThan(10)
    expect(result.readable).toBeGreaterThanOrEqual(result.acknowledged.length)

    disk.grow()
    const session = await openSession(vault, () => {})
    const stored = new Set((await session.office.database.read.selectFrom('contact').select('id').execute()).map(({ id }) => id))
    expect(result.acknowledged.filter((id) => !stored.has(id))).toEqual([])
    const { writer } = session.office.database.connections
    expect([writer.pragmaRows('cipher_integrity_check'), writer.pragma('integrity_check')]).toEqual([[], 'ok'])
    expect(await fill(session, 1, 'Danach')).toHaveLength(1)
    await session.close()
  }, 180_000)

  it('is told at the lock screen where not even the lease can be written, and the files stay as they are', async () => {
    disk = smallDisk(5)
    const folder = join(disk.folder, 'vault')
    cpSync(made.folder, folder, { recursive: true })
    const { bavail, bsize } = statfsSync(disk.folder)
    if (disk.codes.length > 1) {
      // No disk of its own here: the folder is on a disk with room, so only a closed folder can stand for a full one.
      return expectUnwritable(folder)
    }
    writeFileSync(join(disk.folder, 'filler'), Buffer.alloc(bavail * bsize))
    const before = snapshot(folder)
    expect(await unlockOutcome(folder, made.ids.leitung, passphrases.leitung)).toMatchObject({ opened: false, code: 'disk-full' })
    expect(snapshot(folder)).toEqual(before)
    rmSync(join(disk.folder, 'filler'))
    expect(await unlockOutcome(folder, made.ids.leitung, passphrases.leitung)).toMatchObject({ opened: true })
  })
})

/** Takes every right to write from a vault, tries to unlock it, and expects it untouched. */
function expectUnwritable(folder: string): void {
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444)
  chmodSync(folder, 0o555)
  chmodSync(dirname(folder), 0o755)
  const before = snapshot(folder)
  const outcome = runHelper<object>('unlock-without-rights.ts', [folder, made.ids.leitung, passphrases.leitung])
  expect(outcome).toMatchObject({ opened: false, code: 'read-only' })
  expect(snapshot(folder)).toEqual(before)
  chmodSync(folder, 0o755)
}

describe('a folder that may only be read', () => {
  it('is told as such and left as it is', () => expectUnwritable(copyOffice(made)))

  it('keeps a wrong passphrase a wrong passphrase', () => {
    const folder = copyOffice(made)
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444)
    chmodSync(folder, 0o555)
    chmodSync(dirname(folder), 0o755)
    const outcome = runHelper<object>('unlock-without-rights.ts', [folder, made.ids.leitung, 'Vier grüne Möwen lasen'])
    expect(outcome).toMatchObject({ opened: false, code: 'wrong-passphrase' })
    chmodSync(folder, 0o755)
  })
})

describe('a folder that has vanished', () => {
  it('is told at the start and not made anew', async () => {
    const folder = copyOffice(made)
    renameSync(folder, `${folder}-away`)
    const { vault } = startProcess(folder)
    expect(await vault.status()).toMatchObject({ state: 'problem', code: 'not-found', data: { part: 'folder' } })
    expect(await unlockOutcome(folder, made.ids.leitung, passphrases.leitung)).toMatchObject({ opened: false, code: 'not-found', part: 'folder' })
    expect(existsSync(folder)).toBe(false)
    renameSync(`${folder}-away`, folder)
    expect(await unlockOutcome(folder, made.ids.leitung, passphrases.leitung)).toMatchObject({ opened: true })
  })

  it('while somebody works can be closed, and no new folder is made', async () => {
    const folder = copyOffice(made)
    const { process, vault } = startProcess(folder)
    await vault.unlock(made.ids.leitung, passphrases.leitung)
    renameSync(folder, `${folder}-away`)
    await process.end()
    expect(existsSync(folder)).toBe(false)
    // Whoever held it is this very process, which is still alive.
    dropLease(`${folder}-away`)
    expect(await unlockOutcome(`${folder}-away`, made.ids.leitung, passphrases.leitung)).toMatchObject({ opened: true })
  })

  it('takes the lease with it: the next sign of life tells so, and makes no new folder', async () => {
    const folder = copyOffice(made)
    const lease = await takeLease(vaultStore(folder), made.ids.leitung)
    renameSync(folder, `${folder}-away`)
    await expect(lease.beat()).rejects.toMatchObject({ code: 'unreachable', reason: 'share-away' })
    expect(existsSync(folder)).toBe(false)
  })
})
