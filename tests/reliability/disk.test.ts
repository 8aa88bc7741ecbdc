import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openSession, type UnlockedVault } from '../../electron/office/session.ts'
import { OfficeProcess } from '../../electron/office/office-process.ts'
import { OWN_SECONDS, takeLease } from '../../electron/office/vault/lease.ts'
import { VaultService } from '../../electron/office/vault/service.ts'
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
    const leases = (): string[] => readdirSync(folder).filter((name) => name.startsWith('lease-'))
    const [before, leasesBefore] = [snapshot(folder), leases()]
    expect(await unlockOutcome(folder, made.ids.leitung, passphrases.leitung)).toMatchObject({ opened: false, code: 'disk-full' })
    expect(snapshot(folder)).toEqual(before)
    expect(leases()).toEqual(leasesBefore)
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

describe('a share that may only be read', () => {
  it('can be looked at', () => {
    const folder = copyOffice(made)
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444)
    chmodSync(folder, 0o555)
    chmodSync(dirname(folder), 0o755)
    const before = snapshot(folder)
    expect(runHelper<object>('unlock-without-rights.ts', [folder, made.ids.leitung, passphrases.leitung, 'look'])).toEqual({ opened: true, contacts: 40 })
    expect(snapshot(folder)).toEqual(before)
    chmodSync(folder, 0o755)
  })
})

describe('a share that is lost while somebody works', () => {
  async function working() {
    const folder = copyOffice(made)
    const left: boolean[] = []
    const process = new OfficeProcess({ stateChanged: () => {}, vaultChosen: () => {} })
    process.useVault(folder, false)
    process.network = true
    const vault = new VaultService(process, async () => {}, () => void left.push(true))
    await vault.unlock(made.ids.leitung, passphrases.leitung)
    return { folder, process, vault, left }
  }

  it('is told as such, loses nothing that was confirmed, and work goes on when it is back', async () => {
    const { folder, process, vault, left } = await working()
    const [kept] = await fill(process.unlocked, 1, 'Vorher')
    renameSync(folder, `${folder}-away`)
    expect(await vault.desk.isAway()).toBe(true)
    expect((await vault.desk.standing()).awaySince).not.toBeNull()
    // From now on somebody else could have followed.
    const clock = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => clock() + (OWN_SECONDS + 1) * 1000)
    onTestFinished(() => void vi.restoreAllMocks())
    await expect(fill(process.unlocked, 1, 'Ohne Netz')).rejects.toMatchObject({ code: 'unreachable' })
    expect(existsSync(folder)).toBe(false)
    renameSync(`${folder}-away`, folder)
    await expect.poll(async () => (await vault.desk.standing()).awaySince, { timeout: 15_000 }).toBeNull()
    await expect.poll(async () => (await fill(process.unlocked, 1, 'Wieder da').catch(() => [])).length, { timeout: 15_000 }).toBe(1)
    const stored = await process.unlocked.office.database.read.selectFrom('contact').select('id').execute()
    expect(stored.map(({ id }) => id)).toContain(kept)
    expect([stored.length, left]).toEqual([42, []])
    await process.end()
  })

  it('closes the office when somebody else has followed meanwhile', async () => {
    const { folder, process, vault, left } = await working()
    renameSync(folder, `${folder}-away`)
    expect(await vault.desk.isAway()).toBe(true)
    renameSync(`${folder}-away`, folder)
    const other = await takeLease(vaultStore(folder), made.ids.assistenz, { machine: 'anderer', isSilent: () => true })
    await expect.poll(() => left, { timeout: 15_000 }).toEqual([true])
    expect(process.session).toBeNull()
    await other.beat()
    await other.release()
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
