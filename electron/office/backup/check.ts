import { Worker } from 'node:worker_threads'
import type { CheckedCopy, CopyVerdict } from './check-database.ts'

/** As source the thread's entry lies beside this file; built, it is a file of its own beside that of the office process. */
function entry(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./check-worker.ts', here)
  return new URL(here.includes('/chunks/') ? '../backup-check.js' : './backup-check.js', here)
}

/** Opens copies in a thread of their own. The keys go with the thread. @throws the signal's reason when it is aborted */
export async function checkCopies(copies: readonly CheckedCopy[], signal?: AbortSignal): Promise<CopyVerdict[]> {
  if (copies.length === 0) return []
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = new Worker(entry(), { workerData: copies })
    const stop = (): void => {
      void worker.terminate()
      reject(signal?.reason as Error)
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (verdicts: CopyVerdict[]) => resolve(verdicts))
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      if (code !== 0) reject(new Error(`The thread that checks a backup ended with ${code}.`))
    })
  })
}
