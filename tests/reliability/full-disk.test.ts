import { chmodSync, cpSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { restoringOf } from '../../electron/office/backup/restore/service.ts'
import { backupsOf } from '../../electron/office/backup/service.ts'
import { OWN_SECONDS, takeLease } from '../../electron/office/vault/lease.ts'
import { newestTurn } from '../../electron/office/vault/lease-file.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'
import { dropLease } from '../support/lease.ts'
import { fill, makeOffice, passphrases, removeOffices, snapshot, startProcess, type MadeOffice } from './damaged-office.ts'
import { smallDisk, type SmallDisk } from './small-disk.ts'

/**
 * A disk that is full at each step of bringing a state back and of holding the lease. (While writing: `disk.test.ts`; a backup: `backup-damage.test.ts`;
 * new keys and a new structure: `change.test.ts`; an export: `transfer.test.ts`.)
 */

let made: MadeOffice
let disk: SmallDisk
let folder: string
beforeAll(async () => { made = await makeOffice() }, 60_000)
afterAll(() => removeOffices(made))
beforeEach(() => {
  disk = smallDisk(48)
  folder = join(disk.folder, 'vault')
  cpSync(made.folder, folder, { recursive: true })
  dropLease(folder)
})
afterEach(() => {
  makeRoom()
  disk.release()
})

const filler = (): string => join(disk.folder, 'filler')
/** Where no file system may be mounted, a folder that can't be written stands for the full disk. */
function fillUp(): void {
  if (disk.codes.length > 1) return chmodSync(folder, 0o555)
  const { bavail, bsize } = statfsSync(disk.folder)
  writeFileSync(filler(), Buffer.alloc(bavail * bsize))
}
function makeRoom(): void {
  if (disk.codes.length > 1) chmodSync(folder, 0o755)
  else rmSync(filler(), { force: true })
}

describe('while a state is brought back', () => {
  const [before, after] = [40, 43]
  const asLeitung = async <Result>(work: (contacts: () => Promise<number>, process: ReturnType<typeof startProcess>['process']) => Promise<Result>): Promise<Result> => {
    const { process, vault } = startProcess(folder)
    restoringOf(process)
    await vault.unlock(made.ids.leitung, passphrases.leitung)
    try {
      return await work(async () => (await process.unlocked.office.database.read.selectFrom('contact').select('id').execute()).length, process)
    } finally {
      await process.end()
    }
  }
  const names = (): string[] => readdirSync(folder).filter((name) => !name.startsWith('lease-')).sort()
  const leftovers = (): string[] => readdirSync(folder).filter((name) => /^(?:wiederherstellung-|ersetzt-|wechsel\.json)/u.test(name))

  beforeEach(async () => {
    const { process, vault } = startProcess(folder)
    await backupsOf(process, vault).atRest()
    await process.end()
    await asLeitung(async (_contacts, { unlocked }) => fill(unlocked, after - before, 'Später'))
  })

  async function prepared() {
    const office = startProcess(folder)
    const restoring = restoringOf(office.process)
    const [state] = await restoring.sources(null)
    if (!state) throw new Error('no backup')
    return { office, restoring, prepare: () => restoring.prepare(state.source, made.ids.leitung, passphrases.leitung, null) }
  }

  it('nothing is copied, nothing is left and nothing is changed; once there is room it works', async () => {
    const { office, restoring, prepare } = await prepared()
    const present = snapshot(folder)
    fillUp()
    await expect(prepare()).rejects.toMatchObject({ code: expect.stringMatching(disk.codes.join('|')) as string })
    expect([leftovers(), snapshot(folder)]).toEqual([[], present])
    makeRoom()
    await prepare()
    expect(await restoring.switch()).toBe(true)
    await office.process.end()
    expect(await asLeitung((contacts) => contacts())).toBe(before)
  })

  it('a switch that can not be noted is not decided', async () => {
    const { office, restoring, prepare } = await prepared()
    await prepare()
    // Taking the lease writes as well; what matters is that nothing of the switch stays.
    const present = names()
    fillUp()
    await expect(restoring.switch()).rejects.toMatchObject({ code: expect.stringMatching(disk.codes.join('|')) as string })
    expect(names()).toEqual(present)
    makeRoom()
    await office.process.end()
    expect(await asLeitung((contacts) => contacts())).toBe(after)
  })

  it('a switch that was decided waits for room, and is made whole at the next start', async () => {
    const { office, restoring, prepare } = await prepared()
    await office.vault.unlock(made.ids.leitung, passphrases.leitung)
    await prepare()
    expect(await restoring.switch()).toBe(false)
    await office.process.end()
    fillUp()
    const full = startProcess(folder)
    restoringOf(full.process)
    expect(await full.vault.status()).toMatchObject({ state: 'problem', code: expect.stringMatching(disk.codes.join('|')) as string })
    await full.process.end()
    makeRoom()
    expect(await asLeitung((contacts) => contacts())).toBe(before)
    expect(leftovers()).toEqual([expect.stringMatching(/^ersetzt-/u)])
  })
})

describe('while the lease is held', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('signs of life need no room; a turn that has to be taken anew waits for it, and nobody else gets in meanwhile', async () => {
    let steady = 0
    const lease = await takeLease(vaultStore(folder), made.ids.leitung, { steady: () => steady, wall: () => steady })
    fillUp()
    for (let beat = 0; beat < 5; beat++) {
      steady += 10_000
      // A folder without rights stands for the disk only where files are made; writing over the own file needs none.
      await lease.beat()
      lease.guard()
    }
    steady += (OWN_SECONDS + 1) * 1000
    expect(() => lease.guard()).toThrow(expect.objectContaining({ code: expect.stringMatching(disk.codes.join('|')) as string }))
    expect((await newestTurn(vaultStore(folder)))?.turn).toBe(lease.turn)
    expect(readdirSync(folder).filter((name) => name.includes(`lease-${lease.turn + 1}`))).toEqual([])
    makeRoom()
    await lease.beat()
    lease.guard()
    // Giving back needs no room either.
    fillUp()
    await lease.release()
    expect((await newestTurn(vaultStore(folder)))?.lease).toBeNull()
  })
})
