import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { RunningOffice } from '../../e2e/support/launch.ts'
import { officePid } from '../../e2e/process/processes.ts'
import { proportionalSet } from '../window-bench.ts'

/**
 * One look at a running application: minutes since the beginning, then megabytes of each process and of each part of its files; `heap` is what
 * scripts of the page hold. Taken after a garbage collection there, or a process that has time to spare would look like one that leaks.
 */
export interface Sample {
  minutes: number
  values: Record<string, number>
  /** Documents and nodes that the page holds: what is kept of screens that have been left. */
  documents: number
  nodes: number
}

/** Columns whose growth must come to an end: memory. What lies in the vault grows with the work. */
export const memoryColumns = ['main', 'office', 'window', 'others', 'memory', 'heap']

/** Takes a sample. Memory is the share that is a process' own (PSS) on Linux, else its working set. */
export async function takeSample({ app, window, folders }: RunningOffice, begin: number): Promise<Sample> {
  const page = await collected(window)
  const office = await officePid(app)
  const processes = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid, type, memory }) => ({ pid, type, kilobytes: memory.workingSetSize })))
  const values: Record<string, number> = Object.fromEntries(memoryColumns.map((column) => [column, 0]))
  for (const { pid, type, kilobytes } of processes) {
    const megabytes = (proportionalSet(pid) ?? kilobytes) / 1024
    const column = pid === office ? 'office' : type === 'Browser' ? 'main' : type === 'Tab' ? 'window' : 'others'
    values[column] = (values[column] ?? 0) + megabytes
    values['memory'] = (values['memory'] ?? 0) + megabytes
  }
  values['heap'] = page.heap
  for (const name of ['office', 'counselling']) {
    const files = [`${name}.db`, `${name}.db-wal`].map((file) => statSync(join(folders.vault, file), { throwIfNoEntry: false })?.size ?? 0)
    values[`${name}.db`] = (files[0]! + files[1]!) / 2 ** 20
  }
  values['backups'] = bytesBelow(join(folders.vault, 'backups')) / 2 ** 20
  values['profile'] = bytesBelow(folders.home) / 2 ** 20
  values['temp'] = bytesBelow(folders.temp) / 2 ** 20
  return { minutes: (performance.now() - begin) / 60_000, values, documents: page.documents, nodes: page.nodes }
}

/** What the page holds after everything that nobody needs has been thrown away. */
async function collected(window: Page): Promise<{ heap: number; documents: number; nodes: number }> {
  const debug = await window.context().newCDPSession(window)
  try {
    await debug.send('HeapProfiler.collectGarbage')
    const { documents, nodes } = await debug.send('Memory.getDOMCounters')
    const { usedSize } = await debug.send('Runtime.getHeapUsage')
    return { heap: usedSize / 2 ** 20, documents, nodes }
  } finally {
    await debug.detach()
  }
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
