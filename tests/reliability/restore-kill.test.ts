import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { restoringOf } from '../../electron/office/backup/restore/service.ts'
import { backupsOf } from '../../electron/office/backup/service.ts'
import { copyOffice, fill, makeOffice, passphrases, removeOffices, startProcess, type MadeOffice } from './damaged-office.ts'

/**
 * Whoever pulls the plug while a state is being restored finds the present state or the restored one, whole, and the other one kept.
 * `npm run soak` kills 200 times.
 */
const kills = Number(process.env.KILLS ?? 6)
const [before, after] = [40, 43]

let made: MadeOffice
let folder: string
beforeAll(async () => {
  made = await makeOffice()
  folder = copyOffice(made)
  const { process, vault } = startProcess(folder)
  await backupsOf(process, vault).atRest()
  await vault.unlock(made.ids.leitung, passphrases.leitung)
  await fill(process.unlocked, after - before, 'Später')
  await process.end()
}, 60_000)
afterAll(() => removeOffices(made))

/** How long a whole restoration takes, and the switch within it, whose journal and renames are over in a few milliseconds. */
let milliseconds = 0
let switchMilliseconds = 0

/** What a run waits for, and how long it goes on after that: a share of a whole restoration, or of a switch. */
type Moment = { switches: number; at: number } | { withinSwitch: number }

async function restoreUntilKilled(moment: Moment): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'steady-restore.ts'), folder, made.ids.leitung, passphrases.leitung], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [output, complaints, began, switching] = ['', '', 0, 0]
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')))
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const done = (): number => output.split('switched').length - 1
  const reached = new Promise<void>((resolve) => child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8')
    if (output.includes('begun')) began ||= performance.now()
    if (output.includes('ready to switch')) switching ||= performance.now()
    if (done() === 1) {
      milliseconds ||= performance.now() - began
      switchMilliseconds ||= performance.now() - switching
    }
    if ('withinSwitch' in moment ? output.includes('ready to switch') : began > 0 && done() >= moment.switches) resolve()
  }))
  await Promise.race([reached, ended])
  await pause('withinSwitch' in moment ? switchMilliseconds * moment.withinSwitch : milliseconds * moment.at)
  expect(child.exitCode, complaints).toBeNull()
  child.kill('SIGKILL')
  await ended
  return done()
}

/** Contacts and cases as whoever comes next finds them: both databases are of one state, or the numbers differ. */
async function found(): Promise<[number, number]> {
  const { process, vault } = startProcess(folder)
  restoringOf(process)
  expect(await vault.status()).toMatchObject({ state: 'locked' })
  await vault.unlock(made.ids.leitung, passphrases.leitung)
  const { office, counselling } = process.unlocked
  const contacts = await office.database.read.selectFrom('contact').select('id').execute()
  const cases = await counselling?.database.read.selectFrom('counselling_case').select('id').execute()
  await process.end()
  return [contacts.length, cases?.length ?? 0]
}

it(`${kills} kills leave the present state or the restored one, whole, and the other one kept`, async () => {
  let switched = 0
  let hit = 0
  for (let run = 0; run < kills; run++) {
    switched += await restoreUntilKilled(run % 2 === 1 ? { withinSwitch: (run * 0.37) % 1 } : { switches: run % 4 === 0 ? 1 : 0, at: (run * 0.37) % 1 })
    if (readdirSync(folder).some((name) => name.startsWith('wiederherstellung-') || name === 'wechsel.json')) hit++
    const [contacts, cases] = await found()
    expect([before, after]).toContain(contacts)
    expect(cases).toBe(contacts)
    expect(existsSync(join(folder, 'wechsel.json'))).toBe(false)
    // What was moved aside is never overwritten and never taken away; only the last few are kept here, to save room.
    for (const name of readdirSync(folder).filter((each) => each.startsWith('ersetzt-')).sort().slice(0, -3)) {
      expect(readdirSync(join(folder, name))).toEqual(expect.arrayContaining(['counselling.db', 'office.db', 'vault.json']))
      rmSync(join(folder, name), { recursive: true })
    }
  }
  expect(switched).toBeGreaterThan(0)
  expect(hit).toBeGreaterThan(0)
}, 1_800_000)
