import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { RunningOffice } from '../../e2e/support/launch.ts'
import { officePid } from '../../e2e/process/processes.ts'
import { proportionalSet } from '../window-bench.ts'

/** One look at a running application: minutes since the beginning, then megabytes of each process and of each part of its files. */
export interface Sample {
  minutes: number
  values: Record<string, number>
}

/** Columns whose growth must come to an end: memory. What lies in the vault grows with the work. */
export const memoryColumns = ['main', 'office', 'window', 'others', 'memory']

/** Takes a sample. Memory is the share that is a process' own (PSS) on Linux, else its working set. */
export async function takeSample({ app, folders }: RunningOffice, begin: number): Promise<Sample> {
  const office = await officePid(app)
  const processes = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid, type, memory }) => ({ pid, type, kilobytes: memory.workingSetSize })))
  const values: Record<string, number> = Object.fromEntries(memoryColumns.map((column) => [column, 0]))
  for (const { pid, type, kilobytes } of processes) {
    const megabytes = (proportionalSet(pid) ?? kilobytes) / 1024
    const column = pid === office ? 'office' : type === 'Browser' ? 'main' : type === 'Tab' ? 'window' : 'others'
    values[column] = (values[column] ?? 0) + megabytes
    values['memory'] = (values['memory'] ?? 0) + megabytes
  }
  for (const name of ['office', 'counselling']) {
    const files = [`${name}.db`, `${name}.db-wal`].map((file) => statSync(join(folders.vault, file), { throwIfNoEntry: false })?.size ?? 0)
    values[`${name}.db`] = (files[0]! + files[1]!) / 2 ** 20
  }
  values['backups'] = bytesBelow(join(folders.vault, 'backups')) / 2 ** 20
  values['profile'] = bytesBelow(folders.home) / 2 ** 20
  values['temp'] = bytesBelow(folders.temp) / 2 ** 20
  return { minutes: (performance.now() - begin) / 60_000, values }
}

/** Size of all files below a folder. Files that go while this looks count nothing. */
function bytesBelow(folder: string): number {
  try {
    return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const place = join(folder, entry.name)
      return sum + (entry.isDirectory() ? bytesBelow(place) : entry.isFile() ? (statSync(place, { throwIfNoEntry: false })?.size ?? 0) : 0)
    }, 0)
  } catch {
    return 0
  }
}
