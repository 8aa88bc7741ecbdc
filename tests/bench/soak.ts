import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { endAll, launchOffice, type RunningOffice } from '../e2e/support/launch.ts'
import { createOffice, expectOverview, lock, unlock } from '../e2e/support/steps.ts'
import { spread } from './report.ts'
import { memoryOf } from './window-bench.ts'

/**
 * `npm run soak -- --minutes=10`: one window used again and again as on a long working day, with its memory and the size
 * of the vault after every round. What grows without end shows in the last line. Nothing is asserted. Before that, backups and restorations
 * are killed 200 times each (`--kills=0` leaves that out); there every assertion holds.
 */
const minutes = Number(process.argv.find((argument) => argument.startsWith('--minutes='))?.split('=')[1] ?? 10)
const kills = process.argv.find((argument) => argument.startsWith('--kills='))?.split('=')[1] ?? '200'
/** Rounds between two locks; locking starts a new office process. */
const roundsPerLock = 10

interface Sample {
  megabytes: number
  vaultKilobytes: number
}

async function workRound(window: Page, round: number): Promise<void> {
  const name = `Verein Nummer ${round}`
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await window.getByRole('button', { name: 'Neuer Kontakt' }).first().click()
  await window.getByLabel('Name der Organisation').fill(name)
  await window.getByRole('button', { name: 'Speichern', exact: true }).click()
  await window.getByText(name).first().waitFor()
  await window.keyboard.press('Control+k')
  await window.getByLabel('Suchbegriff').fill(name)
  await window.getByRole('option', { name }).or(window.getByRole('button', { name })).first().waitFor()
  await window.keyboard.press('Escape')
  for (const area of [/^Beratung/, /^Schreiben/, /^Papierkorb/, /^Übersicht/]) {
    await window.getByRole('link', { name: area }).first().click()
  }
  await expectOverview(window)
}

async function sample(office: RunningOffice): Promise<Sample> {
  const files = ['office.db', 'office.db-wal', 'counselling.db', 'counselling.db-wal']
  const bytes = files.map((file) => statSync(join(office.folders.vault, file), { throwIfNoEntry: false })?.size ?? 0)
  return { megabytes: await memoryOf(office.app), vaultKilobytes: bytes.reduce((sum, size) => sum + size, 0) / 1024 }
}

function middle(samples: readonly Sample[], of: (sample: Sample) => number): number {
  return spread(samples.map(of)).median
}

async function soak(): Promise<void> {
  const office = await launchOffice()
  await createOffice(office.window)
  const end = Date.now() + minutes * 60_000
  const samples: Sample[] = []
  for (let round = 1; Date.now() < end || round <= 4; round++) {
    await workRound(office.window, round)
    samples.push(await sample(office))
    const latest = samples.at(-1)
    process.stdout.write(`round ${round}: ${latest?.megabytes.toFixed(0)} MB, vault ${latest?.vaultKilobytes.toFixed(0)} KB\n`)
    if (round % roundsPerLock !== 0) continue
    await lock(office.window)
    await unlock(office.window)
  }
  const quarter = Math.max(1, Math.floor(samples.length / 4))
  const first = samples.slice(0, quarter)
  const last = samples.slice(-quarter)
  const rounds = samples.length - quarter
  const growth = (of: (sample: Sample) => number): string => ((middle(last, of) - middle(first, of)) / rounds).toFixed(2)
  process.stdout.write(
    `${samples.length} rounds; growth a round, last quarter against first: ` +
      `${growth((each) => each.megabytes)} MB of memory, ${growth((each) => each.vaultKilobytes)} KB of vault\n`,
  )
  await office.close()
}

function killOften(): void {
  const tests = ['tests/reliability/backup-kill.test.ts', 'tests/reliability/restore-kill.test.ts']
  execFileSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...tests], { env: { ...process.env, KILLS: kills }, stdio: 'inherit' })
}

try {
  if (kills !== '0') killOften()
  await soak()
} finally {
  await endAll()
}
