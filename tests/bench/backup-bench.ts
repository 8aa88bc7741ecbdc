import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { backupsOf } from '../../electron/office/backup/service.ts'
import type { OfficeProcess } from '../../electron/office/office-process.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'
import { passphrase, startProcess } from './large-office.ts'
import { printLines, spread } from './report.ts'

const aim = 'at most 3 times'

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
  const times = { open: [] as number[], closed: [] as number[], copied: [] as number[], silent: [] as number[] }
  const timed = async (work: () => unknown): Promise<number> => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
  // The first one walks through the structure of the databases as well, as once a week.
  const thorough = await timed(() => backups.run())
  for (let run = 0; run < runs; run++) {
    const silence = monitorEventLoopDelay({ resolution: 5 })
    silence.enable()
    times.open.push(await timed(() => backups.run()))
    silence.disable()
    times.silent.push(silence.max / 1e6)
    const target = join(base, `copy-${run}`)
    mkdirSync(target)
    times.copied.push(await timed(() => execFileSync('sh', ['-c', 'cp "$1"/vault.json "$1"/*.db "$2" && sync "$2"/* "$2"', 'copy', folder, target])))
    rmSync(target, { recursive: true })
  }
  await process.end()
  const rested = startProcess(folder)
  for (let run = 0; run < runs; run++) {
    // Without what is remembered in it, nothing would be copied twice.
    rmSync(join(folder, 'backups'), { recursive: true })
    times.closed.push(await timed(() => backupsOf(rested.process, rested.vault).atRest()))
  }
  rmSync(base, { recursive: true })
  const bare = spread(times.copied)
  printLines('Backups against cp and sync of the same files', [
    { what: 'open office: copied, opened, every page read, compared', unit: 'ms', ours: spread(times.open), bare, aim },
    { what: 'the same, structure walked through (weekly)', unit: 'ms', ours: spread([thorough]), bare, aim: '' },
    { what: 'closed files: copied, compared', unit: 'ms', ours: spread(times.closed), bare, aim },
    { what: 'longest the office process was silent', unit: 'ms', ours: spread(times.silent), aim: 'under 100 ms' },
  ])
}

/** Lets the database of the office grow by letters' worth of random bytes, which no page can be saved by. */
export function growOffice(process: OfficeProcess, megabytes: number): void {
  const { writer } = process.unlocked.office.database.connections
  writer.exec('CREATE TABLE IF NOT EXISTS bench_filler (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT')
  for (let written = 0; written < megabytes; written += 10) writer.exec('BEGIN; INSERT INTO bench_filler (bytes) SELECT randomblob(1048576) FROM (VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9),(10)); COMMIT')
}
