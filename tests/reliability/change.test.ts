import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, rmSync, statSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { counsellingMigrations } from '../../electron/office/database/counselling/migrations/index.ts'
import { CipherConnection } from '../../electron/office/database/driver.ts'
import { newestVersion } from '../../electron/office/database/migrate.ts'
import { officeMigrations } from '../../electron/office/database/office/migrations/index.ts'
import { unlockWithPassphrase } from '../../electron/office/vault/session.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'
import { dropLease } from '../support/lease.ts'
import { copyOffice, makeOffice, passphrases, removeOffices, startProcess, type MadeOffice } from './damaged-office.ts'
import { smallDisk, type SmallDisk } from './small-disk.ts'

/**
 * New keys and a new structure are what a program does to whole files. Whoever pulls the plug or fills the disk meanwhile finds an office
 * that everybody can open, with everything in it. `npm run soak` kills 200 times each.
 */
const kills = Number(process.env.KILLS ?? 3)
const changes = ['keys', 'structure'] as const
type Change = (typeof changes)[number]
const records = 40

let made: MadeOffice
beforeAll(async () => {
  made = await makeOffice()
}, 60_000)
afterAll(() => removeOffices(made))

const argumentsOf = (change: Change, folder: string): string[] => [join(import.meta.dirname, 'steady-change.ts'), change, folder, made.ids.leitung, passphrases.leitung]

/** Begins a change and kills it after so many milliseconds. @returns how long it took, if it came to its end before */
async function changeUntilKilled(change: Change, folder: string, after: number): Promise<number | null> {
  const child = spawn(process.execPath, argumentsOf(change, folder), { stdio: ['ignore', 'pipe', 'pipe'] })
  let [output, complaints, began, took] = ['', '', 0, null as number | null]
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')))
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const ready = new Promise<void>((resolve) => child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8')
    if (output.includes('ready')) began ||= performance.now()
    if (output.includes('done')) took ??= performance.now() - began
    if (began > 0) resolve()
  }))
  await Promise.race([ready, ended])
  await Promise.race([pause(after), ended])
  child.kill('SIGKILL')
  await ended
  expect(output, complaints).toMatch(/^ready\n(done\n)?$/u)
  return took
}

/** Opens as each person does at the next start, and counts what is there. */
async function expectWhole(folder: string, change: Change): Promise<void> {
  dropLease(folder)
  if (change === 'structure') return expectOneStructure(folder)
  for (const who of ['assistenz', 'leitung'] as const) {
    const { process: office, vault } = startProcess(folder)
    await vault.unlock(made.ids[who], passphrases[who])
    expect(await office.unlocked.office.database.read.selectFrom('contact').select('id').execute()).toHaveLength(records)
    const cases = await office.unlocked.counselling?.database.read.selectFrom('counselling_case').select('id').execute()
    expect(cases?.length).toBe(who === 'leitung' ? records : undefined)
    await office.end()
  }
  expect((await vaultStore(folder).read()).list.renewal).toBeUndefined()
  expect(readdirSync(folder).filter((name) => name.endsWith('.renew'))).toEqual([])
}

/** A database has the old structure or the new one, and all its records in either. */
async function expectOneStructure(folder: string): Promise<void> {
  const { keys } = await unlockWithPassphrase(vaultStore(folder), made.ids.leitung, passphrases.leitung)
  for (const [side, key, migrations, table] of [['office', keys.office, officeMigrations, 'contact'], ['counselling', keys.counselling as Uint8Array, counsellingMigrations, 'counselling_case']] as const) {
    const connection = new CipherConnection(join(folder, `${side}.db`), key)
    const added = connection.all("SELECT name FROM sqlite_schema WHERE name = 'addition'").length === 1
    expect(connection.pragma('user_version')).toBe(newestVersion(migrations) + (added ? 10 : 0))
    if (added) expect(connection.all('SELECT count(*) AS n FROM addition')).toEqual([{ n: 400 }])
    expect(connection.all(`SELECT count(*) AS n FROM ${table}`)).toEqual([{ n: records }])
    expect([connection.pragmaRows('cipher_integrity_check'), connection.pragma('integrity_check')]).toEqual([[], 'ok'])
    connection.close()
  }
}

it.each(changes)(`${kills} kills during a change of %s leave an office that everybody can open, with everything in it`, async (change) => {
  let milliseconds = 0
  let hit = 0
  for (let run = 0; run <= kills; run++) {
    const folder = copyOffice(made)
    // The first comes to its end, and tells how long one takes.
    const took = await changeUntilKilled(change, folder, run === 0 ? 120_000 : (milliseconds * ((run * 37) % 100)) / 100)
    if (run === 0) milliseconds = took as number
    else if (took === null) hit++
    await expectWhole(folder, change)
    rmSync(folder, { recursive: true })
  }
  expect(hit).toBeGreaterThan(kills / 2)
}, 3_600_000)

describe('a full disk', () => {
  let disk: SmallDisk
  afterEach(() => disk.release())

  it.each([['keys', 'at once', 0], ['structure', 'while the copy is made', 0], ['structure', 'after the copy', 3]] as const)(
    'stops a change of %s %s with its own words, and the office is as it was', async (change, _when, copies) => {
      disk = smallDisk(32)
      // Where no file system may be mounted, files of more than half a MiB can't be written; there the copy is where it ends.
      if (disk.codes.length > 1) {
        disk.release()
        disk = smallDisk(1)
      }
      const folder = join(disk.folder, 'vault')
      cpSync(made.folder, folder, { recursive: true })
      dropLease(folder)
      const filler = join(disk.folder, 'filler')
      if (disk.codes.length === 1) {
        const { bavail, bsize } = statfsSync(disk.folder)
        const left = 400_000 + copies * statSync(join(folder, 'office.db')).size
        writeFileSync(filler, Buffer.alloc(bavail * bsize - left))
      }
      const [program, rest] = disk.command(process.execPath, argumentsOf(change, folder))
      const { stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8', timeout: 120_000 })
      const outcome = JSON.parse(stdout.split('\n')[1] || 'null') as { code: string } | null
      expect(disk.codes, stderr).toContain(outcome?.code)
      if (existsSync(filler)) rmSync(filler)
      await expectWhole(folder, change)
    }, 180_000)
})
