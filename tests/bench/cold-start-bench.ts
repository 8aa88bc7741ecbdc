import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'
import { endAll, launchOffice, newFolders, type Folders } from '../e2e/support/launch.ts'
import { choose, expectOverview } from '../e2e/support/steps.ts'
import { growOffice } from './backup-bench.ts'
import { largeOffice, passphrase, startProcess } from './large-office.ts'
import { printLines, spread } from './report.ts'
import { clickUntilHeading } from './window-bench.ts'

interface Times {
  locked: number[]
  unlocked: number[]
  usable: number[]
}

/**
 * Starts the application on a large vault and on an empty one by turns, each time with the vault's files out of the system's cache:
 * process start to lock screen, passphrase to overview, and until the overview has said what is to be done today.
 * @param office folder of the office that is made so large
 */
export async function measureColdStart(office: string, megabytes: number, rounds: number): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), 'ib-cold-'))
  try {
    const large = await copyOf(office, join(base, 'large'), megabytes)
    const empty = await copyOf(await largeOffice({ contacts: 0, cases: 0, consultations: 0 }), join(base, 'empty'), 0)
    const vaults = [large, empty].map((vault) => ({ vault, folders: newFolders(), times: { locked: [], unlocked: [], usable: [] } as Times }))
    for (let round = 0; round <= rounds; round++) {
      for (const { vault, folders, times } of vaults) {
        forget(vault)
        const measured = await startOnce(folders, vault)
        // The first round makes profiles and fills the caches of both with the program.
        if (round > 0) for (const what of ['locked', 'unlocked', 'usable'] as const) times[what].push(measured[what])
      }
    }
    const [ours, bare] = vaults.map(({ times }) => times)
    if (!ours || !bare) return
    printLines(`Cold start: a vault of ${megabytesOf(large)} MB against an empty one of ${megabytesOf(empty)} MB (bare), files not in the system's cache`, [
      { what: 'process start to lock screen', unit: 'ms', ours: spread(ours.locked), bare: spread(bare.locked), aim: 'about the same' },
      { what: 'passphrase to overview', unit: 'ms', ours: spread(ours.unlocked), bare: spread(bare.unlocked), aim: 'at most 1.5 x' },
      { what: 'passphrase to what is to be done today', unit: 'ms', ours: spread(ours.usable), bare: spread(bare.usable), aim: 'at most 1.5 x' },
    ])
  } finally {
    await endAll()
    rmSync(base, { recursive: true, force: true })
  }
}

async function startOnce(folders: Folders, vault: string): Promise<Record<keyof Times, number>> {
  const begin = performance.now()
  const office = await launchOffice({ folders, vault })
  await office.window.getByRole('heading', { name: 'Büro entsperren' }).waitFor()
  const locked = performance.now() - begin
  await choose(office.window, 'Person', 'Mara Muster')
  await office.window.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  const asked = performance.now()
  const unlocked = await office.window.evaluate(clickUntilHeading, ['Entsperren', 'Übersicht'] as const)
  await expectOverview(office.window)
  const tasks = office.window.getByRole('region', { name: 'Was zu tun ist' })
  await tasks.getByText('Heute ist keine Aufgabe fällig.').or(tasks.getByRole('listitem')).first().waitFor()
  const usable = performance.now() - asked
  await office.close()
  // The backup after locking is over by now; the next start shall not find it half done.
  rmSync(join(vault, 'backups'), { recursive: true, force: true })
  return { locked, unlocked, usable }
}

/** Takes the files of a vault out of the system's cache, without asking anybody else to suffer for it. */
function forget(vault: string): void {
  execFileSync('sync', [vault])
  for (const name of readdirSync(vault)) {
    const file = join(vault, name)
    if (statSync(file).isFile()) execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none'])
  }
}

async function copyOf(office: string, folder: string, megabytes: number): Promise<string> {
  cpSync(office, folder, { recursive: true, filter: (path) => !/lease-\d+\.json$|\/backups$/.test(path) })
  const missing = megabytes - megabytesOf(folder)
  if (missing <= 0) return folder
  const { process, vault } = startProcess(folder)
  const person = (await vaultStore(folder).read()).list.people[0]
  await vault.unlock(person?.id ?? '', passphrase)
  growOffice(process, missing)
  await process.end()
  return folder
}

function megabytesOf(folder: string): number {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name))).filter((stat) => stat.isFile()).map(({ size }) => size)
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20)
}
