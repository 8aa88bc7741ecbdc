import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeConnections, openDatabase } from '../../electron/office/database/open.ts'
import { newestVersions } from '../../electron/office/session.ts'
import { newThreadStop } from '../../electron/office/thread-stop.ts'
import { runExport } from '../../electron/office/transfer/run-export.ts'
import { unlockWithPassphrase } from '../../electron/office/vault/session.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'
import type { UnlockedVault } from '../../electron/office/session.ts'
import { copyOffice, makeOffice, passphrases, removeOffices, snapshot, type MadeOffice } from './damaged-office.ts'
import { smallDisk } from './small-disk.ts'
import { vaultToText } from './vault-text.ts'

/** Whoever pulls the plug in the middle of an export, or has no room for it, has the office as it was. `npm run soak` kills 200 times. */
const kills = Number(process.env.KILLS ?? 4)

let made: MadeOffice
let folder: string
let vault: UnlockedVault
const program = [join(import.meta.dirname, 'steady-export.ts')]

beforeAll(async () => {
  made = await makeOffice()
  folder = copyOffice(made)
  const { keys, file } = await unlockWithPassphrase(vaultStore(folder), made.ids.leitung, passphrases.leitung)
  vault = { folder, vaultId: file.list.vaultId, person: { id: made.ids.leitung, name: 'Dana Leitner', role: 'leitung' }, officeKey: keys.office, counsellingKey: keys.counselling ?? null }
}, 60_000)
afterAll(() => removeOffices(made))

function expectSound(): void {
  for (const [side, key] of [['office', vault.officeKey], ['counselling', vault.counsellingKey]] as const) {
    if (key) closeConnections(openDatabase(folder, side, key, { vaultId: vault.vaultId, newestVersion: newestVersions[side] }))
  }
}

describe(`${kills} kills during exports`, () => {
  it('leave the databases whole and nothing that could be taken for an archive', async () => {
    const target = join(dirname(folder), 'ziel')
    mkdirSync(target)
    let milliseconds = 0
    let within = 0
    for (let run = 0; run < kills; run++) {
      const child = spawn(process.execPath, [...program, vaultToText(vault), join(target, `.export.zip.${run}.unfertig`), '1000'], { stdio: ['ignore', 'pipe', 'inherit'] })
      let output = ''
      const reached = new Promise<void>((resolve) => child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8')
        resolve()
      }))
      const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
      await reached
      milliseconds ||= (JSON.parse(output.split('\n')[0] ?? '{}') as { milliseconds: number }).milliseconds
      await pause(milliseconds * ((run * 0.37) % 1))
      expect(child.exitCode).toBeNull()
      child.kill('SIGKILL')
      await ended
      within += 1
      expect(output.split('\n').slice(0, -1).every((line) => 'made' in (JSON.parse(line) as object))).toBe(true)
      expectSound()
    }
    expect(within).toBe(kills)
    expect(readdirSync(target).every((name) => name.startsWith('.') && name.includes('.unfertig'))).toBe(true)
  }, kills * 10_000 + 30_000)
})

it('a full disk stops an export with its own words and changes nothing in the office', () => {
  const disk = smallDisk(1)
  try {
    const before = snapshot(folder)
    // Archives are made until there is no room for one more.
    const [command, args] = disk.command(process.execPath, [...program, vaultToText(vault), join(disk.folder, '.export.zip.unfertig'), '200'])
    const { stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 60_000 })
    const outcomes = stdout.trim().split('\n').map((line) => JSON.parse(line) as { made?: object; failed?: string })
    expect(outcomes.at(-1)?.failed).toMatch(/^(ENOSPC|EFBIG)$/)
    expect(snapshot(folder)).toEqual(before)
  } finally {
    disk.release()
  }
}, 90_000)

it('a database that is damaged is told of, not exported', async () => {
  const wrong = new Uint8Array(32)
  const job = { path: join(dirname(folder), 'x.zip'), passphrase: 'x', databases: [{ side: 'office' as const, path: join(folder, 'office.db'), key: wrong }], vaultId: vault.vaultId, officeName: '', exportedAt: new Date().toISOString() }
  await expect(runExport(job, () => undefined, newThreadStop())).resolves.toMatchObject({ failed: expect.stringMatching(/^(SQLITE_|corrupt)/) })
})
