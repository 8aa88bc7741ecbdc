import { parentPort, workerData } from 'node:worker_threads'
import { readFile } from './read-file.ts'
import type { ReadingOptions } from './source.ts'
import { UnreadableFile } from './unreadable.ts'

/** Entry of the thread that reads a file, so that the office process goes on answering. Rows come in portions. */
const portion = 2000
const { bytes, options } = workerData as { bytes: Uint8Array, options: ReadingOptions }

try {
  const { tables, ...source } = await readFile(bytes, options)
  tables.forEach(({ records, ...table }, index) => {
    parentPort?.postMessage({ type: 'table', table })
    for (let start = 0; start < records.length; start += portion) {
      parentPort?.postMessage({ type: 'rows', table: index, records: records.slice(start, start + portion) })
    }
  })
  parentPort?.postMessage({ type: 'end', source })
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error
  parentPort?.postMessage({ type: 'refused', message: error.message })
}
