import { Worker } from 'node:worker_threads'
import type { KnownHeadings } from './headings.ts'
import type { FileRecord, ReadingOptions, Source, SourceTable } from './source.ts'
import { UnreadableFile } from './unreadable.ts'

type FromWorker =
  | { type: 'table', table: Omit<SourceTable, 'records'> }
  | { type: 'rows', table: number, records: FileRecord[] }
  | { type: 'end', source: Omit<Source, 'tables'> }
  | { type: 'refused', message: string }

/** As source the thread's entry lies beside this file; built, it is a file of its own beside that of the office process. */
function entry(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./reader-worker.ts', here)
  return new URL(here.includes('/chunks/') ? '../import-reader.js' : './import-reader.js', here)
}

/**
 * Reads a file in a thread of its own, with a limit of memory.
 * @param onRows told how many rows have come so far
 * @throws UnreadableFile where the file is no list; the signal's reason when it is aborted
 */
export function readInThread(
  bytes: Uint8Array, { headings, ...options }: ReadingOptions & { headings: KnownHeadings }, onRows: (rows: number) => void = () => {}, signal?: AbortSignal,
): Promise<Source> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry(), { workerData: { bytes, options, headings: [...headings] }, resourceLimits: { maxOldGenerationSizeMb: 2048 } })
    const tables: SourceTable[] = []
    let rows = 0
    const end = (finish: () => void): void => {
      signal?.removeEventListener('abort', stop)
      void worker.terminate()
      finish()
    }
    const stop = (): void => end(() => reject(signal?.reason as Error))
    signal?.addEventListener('abort', stop)
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'table') tables.push({ ...message.table, records: [] })
      else if (message.type === 'rows') {
        const records = tables[message.table]?.records
        for (const record of message.records) records?.push(record)
        rows += message.records.length
        onRows(rows)
        setImmediate(() => worker.postMessage('taken'))
      } else if (message.type === 'end') end(() => resolve({ ...message.source, tables }))
      else end(() => reject(new UnreadableFile(message.message)))
    })
    worker.on('error', (error: Error & { code?: string }) => end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? new UnreadableFile('Die Datei ist zu groß, um sie zu lesen. Bitte teilen Sie die Liste auf.')
      : error)))
  })
}
