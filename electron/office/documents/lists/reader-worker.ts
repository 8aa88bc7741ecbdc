import { parentPort, workerData } from 'node:worker_threads'
import { readFile } from './read-file.ts'
import type { ReadingOptions } from './source.ts'
import { UnreadableFile } from './unreadable.ts'

/**
 * Entry of the thread that reads a file, so that the office process goes on answering. Rows come in portions, each only when
 * the one before was taken: a process that is handed everything at once has no time for anything else.
 */
const portion = 500
const { bytes, options, headings } = workerData as { bytes: Uint8Array, options: ReadingOptions, headings: readonly string[] }

try {
  const { tables, ...source } = await readFile(new Uint8Array(bytes), options, new Set(headings))
  for (const [index, { records, ...table }] of tables.entries()) {
    parentPort?.postMessage({ type: 'table', table })
    for (let start = 0; start < records.length; start += portion) {
      const taken = new Promise((resolve) => parentPort?.once('message', resolve))
      parentPort?.postMessage({ type: 'rows', table: index, records: records.slice(start, start + portion) })
      await taken
    }
  }
  parentPort?.postMessage({ type: 'end', source })
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error
  parentPort?.postMessage({ type: 'refused', message: error.message })
}
