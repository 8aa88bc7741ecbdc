import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { backupsOf } from '../../electron/office/backup/service.ts'
import { findSets } from '../../electron/office/backup/set-folder.ts'
import type { OfficeProcess } from '../../electron/office/office-process.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'
import { passphrase, startProcess } from './large-office.ts'
import { printLines, spread } from './report.ts'

const aim = 'at most 3 times'
/** What is written on a day with much scanned post. */
const changedMegabytes = 20

/**
 * A backup of the open office, and of its closed files, against `cp` and `sync` of the same files, by turns; and for how long the office
 * process doesn't answer meanwhile.
 * @param megabytes the vault is made at least so large; 0 leaves it as it is
 */
export async function measureBackup(office: string, megabytes: number, runs: number): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), 'integrationsbuero-backup-bench-'))
  const folder = join(base, 'vault')
  cpSync(office, folder, { recursive: true, filter: (path) => !/lease-\d+\.json$/.test(path) })
  const { process, vault } = startProcess(folder)
  const backups = backupsOf(process, vault)
  const person = (await vaultStore(folder).read()).list.people[0]
  await vault.unlock(person?.id ?? '', passphrase)
  if (megabytes > 0) growOffice(process, megabytes)
  const times = { daily: [] as number[], first: [] as number[], closed: [] as number[], verified: [] as number[], copied: [] as number[], silent: [] as number[] }
  const timed = async (work: () => unknown): Promise<number> => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
  // A copy takes memory for its bytes, and memory that a virtual machine never used before costs several times as much: each begins with as much that was just freed.
  const level = (): void => {
    execFileSync('sh', ['-c', 'cat "$1"/*.db > "$2" && sync "$2"', 'level', folder, join(base, 'level')])
    rmSync(join(base, 'level'))
  }
  const copy = async (): Promise<void> => {
    level()
    const target = join(base, 'copy')
    mkdirSync(target)
    times.copied.push(await timed(() => execFileSync('sh', ['-c', 'cp "$1"/vault.json "$1"/*.db "$2" && sync "$2"/* "$2"', 'copy', folder, target])))
    rmSync(target, { recursive: true })
  }
  const opened = async (kind: 'first' | 'daily'): Promise<void> => {
    level()
    const silence = monitorEventLoopDelay({ resolution: 5 })
    silence.enable()
    times[kind].push(await timed(() => backups.run()))
    silence.disable()
    times.silent.push(silence.max / 1e6)
    await expectDone(backups)
  }
  // Walks through the structure of the databases as well, as once a week.
  const thorough = await timed(() => backups.run())
  await expectDone(backups)
  // Otherwise the month's test restoration would begin by itself, in the midst of what is measured.
  await backups.probe()
  for (let run = 0; run < runs; run++) {
    await copy()
    removeSets(folder)
    await opened('first')
    growOffice(process, changedMegabytes)
    // As after every change that is made by the application.
    await process.unlocked.office.database.foldLog()
    await opened('daily')
    times.verified.push(await timed(async () => backups.verify((await findSets(join(folder, 'backups')))[0]?.id ?? '', 'own')))
  }
  await process.end()
  const rested = startProcess(folder)
  for (let run = 0; run < runs; run++) {
    await copy()
    // Without what is remembered in it, nothing would be copied twice.
    rmSync(join(folder, 'backups'), { recursive: true })
    level()
    times.closed.push(await timed(() => backupsOf(rested.process, rested.vault).atRest()))
    await expectDone(backupsOf(rested.process, rested.vault))
  }
  rmSync(base, { recursive: true })
  const bare = spread(times.copied)
  printLines(`Backups against cp and sync of the same files, load ${loadavg()[0]?.toFixed(1)}`, [
    { what: `open office, ${changedMegabytes} MB changed since the last one`, unit: 'ms', ours: spread(times.daily), bare, aim },
    { what: 'open office, every page authenticated anew', unit: 'ms', ours: spread(times.first), bare, aim },
    { what: 'the same, structure walked through (weekly)', unit: 'ms', ours: spread([thorough]), bare, aim: '' },
    { what: 'closed files', unit: 'ms', ours: spread(times.closed), bare, aim },
    { what: 'verified by checksums', unit: 'ms', ours: spread(times.verified), bare, aim: '' },
    { what: 'longest the office process was silent', unit: 'ms', ours: spread(times.silent), aim: 'under 100 ms' },
  ])
}

function removeSets(folder: string): void {
  for (const name of readdirSync(join(folder, 'backups'))) if (name.startsWith('sicherung-')) rmSync(join(folder, 'backups', name), { recursive: true })
}

/** A backup that failed is quick, and no measurement. */
async function expectDone(backups: ReturnType<typeof backupsOf>): Promise<void> {
  const { failure } = await backups.stand()
  if (failure) throw new Error(`The measured backup failed: ${failure.kind}`)
}

/** Lets the database of the office grow by letters' worth of random bytes, which no page can be saved by. */
export function growOffice(process: OfficeProcess, megabytes: number): void {
  const { writer } = process.unlocked.office.database.connections
  writer.exec('CREATE TABLE IF NOT EXISTS bench_filler (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT')
  for (let written = 0; written < megabytes; written += 10) writer.exec('BEGIN; INSERT INTO bench_filler (bytes) SELECT randomblob(1048576) FROM (VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9),(10)); COMMIT')
}
