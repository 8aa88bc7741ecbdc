import { Worker } from 'node:worker_threads'
import type { PaperKind } from '../../../../../shared/attachments/kinds.ts'
import type { ReadPaper } from './read-paper.ts'

/** A paper that takes longer is kept without its words. */
const longestMilliseconds = 20_000
const unread = (trouble: string): ReadPaper => ({ text: '', mail: null, trouble })

/** Kinds that hold no words that could be read. */
const wordless: ReadonlySet<PaperKind> = new Set(['jpg', 'png', 'webp', 'tif', 'xlsx'])

/** As source the thread's entry lies beside this file; built, it is a file of its own beside that of the office process. */
function entry(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./paper-worker.ts', here)
  return new URL(here.includes('/chunks/') ? '../paper-reader.js' : './paper-reader.js', here)
}

/** Reads a paper in a thread of its own with a limit of memory and time. Never fails: what can't be read says why. */
export function readInThread(bytes: Uint8Array, kind: PaperKind): Promise<ReadPaper> {
  if (wordless.has(kind)) return Promise.resolve(unread(''))
  return new Promise((resolve) => {
    const worker = new Worker(entry(), { workerData: { bytes, kind }, resourceLimits: { maxOldGenerationSizeMb: 512 } })
    const end = (read: ReadPaper): void => {
      clearTimeout(clock)
      void worker.terminate()
      resolve(read)
    }
    const clock = setTimeout(() => end(unread('Die Datei ließ sich nicht in angemessener Zeit lesen.')), longestMilliseconds)
    worker.once('message', (read: ReadPaper) => end(read))
    worker.once('error', () => end(unread('Die Datei ließ sich nicht lesen.')))
    worker.once('exit', () => end(unread('Die Datei ließ sich nicht lesen.')))
  })
}
