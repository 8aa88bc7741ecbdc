import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareSecondPlace, secondFolder } from '../../electron/office/backup/second-place.ts'
import { findSets, sweepUnfinished } from '../../electron/office/backup/set-folder.ts'
import { verifySet } from '../../electron/office/backup/verify.ts'
import { dropLease } from '../support/lease.ts'
import { copyOffice, makeOffice, passphrases, removeOffices, startProcess, type MadeOffice } from './damaged-office.ts'

/**
 * Whoever pulls the plug in the middle of a backup finds whole sets or none, at both places, and the office as it was.
 * `npm run soak` kills 200 times.
 */
const kills = Number(process.env.KILLS ?? 8)

let made: MadeOffice
let folder: string
let stick: string
beforeAll(async () => {
  made = await makeOffice()
  folder = copyOffice(made)
  stick = join(dirname(folder), 'stick')
  mkdirSync(stick)
  mkdirSync(join(folder, 'backups'), { recursive: true })
  await prepareSecondPlace(stick, folder)
}, 60_000)
afterAll(() => removeOffices(made))

/** How long a backup takes on this machine just now, so that kills fall into it. */
const milliseconds = { keyed: 0, closed: 0 }

/**
 * Starts the process, kills it within its first or second backup, and gives what it acknowledged.
 * @param at when, as a share of the time that a backup takes
 */
async function backUpUntilKilled(kind: 'keyed' | 'closed', sets: number, at: number): Promise<string[][]> {
  const keyed = kind === 'keyed'
  const args = [folder, stick, made.ids.leitung, keyed ? passphrases.leitung : '']
  const child = spawn(process.execPath, [join(import.meta.dirname, 'steady-backup.ts'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')))
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  let began = 0
  const reached = new Promise<void>((resolve) => child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8')
    if (output.includes('ready')) began ||= performance.now()
    const done = output.split('\nset ').length - 1
    if (done === 1) milliseconds[kind] ||= performance.now() - began
    if (began > 0 && done >= sets) resolve()
  }))
  await Promise.race([reached, ended])
  await pause(milliseconds[kind] * at)
  // Without keys it may have been done before.
  expect(child.exitCode === null || child.exitCode === 0, complaints).toBe(true)
  child.kill('SIGKILL')
  await ended
  dropLease(folder)
  return output.split('\n').slice(0, -1).map((line) => line.split(' '))
}

async function findingsAt(place: string): Promise<string[]> {
  const findings: string[] = []
  for (const { path } of await findSets(place)) findings.push(...(await verifySet(path)).findings)
  return findings
}

describe(`${kills} kills during backups`, () => {
  const contacts: string[] = []
  const places = (): string[] => [join(folder, 'backups'), join(stick, secondFolder)]
  const found = { torn: [] as string[], lost: [] as string[], unfinished: 0, sets: 0 }

  beforeAll(async () => {
    for (let run = 0; run < kills; run++) {
      const kind = run % 3 === 1 ? 'closed' : 'keyed'
      if (kind === 'closed') utimesSync(join(folder, 'vault.json'), new Date(), new Date())
      // The first of each kind is let finish once, to see how long it takes.
      const lines = await backUpUntilKilled(kind, milliseconds[kind] === 0 ? 1 : kind === 'keyed' ? run % 2 : 0, (run * 0.37) % 1)
      for (const [kind, id = ''] of lines) if (kind === 'contact') contacts.push(id)
      const lastSet = lines.findLast(([kind]) => kind === 'set')?.[1]
      for (const place of places()) {
        found.torn.push(...(await findingsAt(place)))
        if (readdirSync(place).some((name) => name.startsWith('.unfertig-'))) found.unfinished++
        if (lastSet && !(await findSets(place)).some(({ id }) => id === lastSet)) found.lost.push(`${place} ${lastSet}`)
        await sweepUnfinished(place, true)
      }
    }
    for (const place of places()) found.sets += (await findSets(place)).length
  }, 1_800_000)

  it('hit backups under way, and sets were made in between', () => {
    expect(found.unfinished).toBeGreaterThan(kills / 5)
    expect(found.sets).toBeGreaterThan(1)
  })

  it('leave no torn set at either place and lose none that was finished', () => {
    expect(found.torn).toEqual([])
    expect(found.lost).toEqual([])
  })

  it('leave the office whole', async () => {
    const { process, vault } = startProcess(folder)
    await vault.unlock(made.ids.leitung, passphrases.leitung)
    const stored = new Set((await process.unlocked.office.database.read.selectFrom('contact').select('id').execute()).map(({ id }) => id))
    expect(contacts.length).toBeGreaterThan(0)
    expect(contacts.filter((id) => !stored.has(id))).toEqual([])
    await process.end()
  })
})
