import { Worker } from 'node:worker_threads'
import { askToStop, newThreadStop } from '../thread-stop.ts'
import type { CheckedCopy, CopyVerdict } from './check-database.ts'

/** As source the thread's entry lies beside this file; built, it is a file of its own beside that of the office process. */
function entry(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./check-worker.ts', here)
  return new URL(here.includes('/chunks/') ? '../backup-check.js' : './backup-check.js', here)
}

/** Opens copies, each in a thread of its own. The keys go with the threads. @throws the signal's reason when it is aborted */
export function checkCopies(copies: readonly CheckedCopy[], signal?: AbortSignal): Promise<CopyVerdict[]> {
  return Promise.all(copies.map((copy) => checkCopy(copy, signal)))
}

function checkCopy(copy: CheckedCopy, signal: AbortSignal | undefined): Promise<CopyVerdict> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const asked = newThreadStop()
    const worker = new Worker(entry(), { workerData: { copy, asked } })
    const stop = (): void => askToStop(asked)
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (verdict: CopyVerdict) => signal?.aborted || resolve(verdict))
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      // Only now the copy is closed and can be taken away.
      if (signal?.aborted) reject(signal.reason as Error)
      else if (code !== 0) reject(new Error(`The thread that checks a backup ended with ${code}.`))
    })
  })
}
