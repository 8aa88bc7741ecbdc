import { Worker } from 'node:worker_threads'
import type { FormContent } from '../../../../../shared/events/series/entry-grid.ts'

/** A form that takes longer was made to. */
const longestMilliseconds = 20_000

type FromWorker = { type: 'begin'; index: number } | { type: 'read'; index: number; content: FormContent } | { type: 'refused'; index: number; trouble: string } | { type: 'end' }
/** What a form says, or why it wasn't read. */
export type FormReading = { content: FormContent; trouble: '' } | { content: null; trouble: string }

/** As source the thread's entry lies beside this file; built, it is a file of its own beside that of the office process. */
function entry(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./form-worker.ts', here)
  return new URL(here.includes('/chunks/') ? '../form-reader.js' : './form-reader.js', here)
}

/** Reads forms in a thread with a limit of memory and time. Never fails: a file that brings the thread down is refused, the others are read. */
export async function readForms(files: readonly Uint8Array[]): Promise<FormReading[]> {
  const found: FormReading[] = []
  while (found.length < files.length) {
    found.push(...await readSome(files.slice(found.length)))
  }
  return found
}

/** Reads files until the end or until one brings the thread down; gives at least one. */
function readSome(files: readonly Uint8Array[]): Promise<FormReading[]> {
  return new Promise((resolve) => {
    const found: FormReading[] = []
    const worker = new Worker(entry(), { workerData: { files }, resourceLimits: { maxOldGenerationSizeMb: 512 } })
    let over = false
    const end = (trouble: string): void => {
      if (over) return
      over = true
      clearTimeout(clock)
      void worker.terminate()
      resolve(found.length < files.length && trouble !== '' ? [...found, { content: null, trouble }] : found)
    }
    const late = (): void => end('Die Datei ließ sich nicht in angemessener Zeit lesen. Sie wurde nicht übernommen.')
    let clock = setTimeout(late, longestMilliseconds)
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'end') end('')
      if (message.type === 'begin') {
        clearTimeout(clock)
        clock = setTimeout(late, longestMilliseconds)
      }
      if (message.type === 'read') found.push({ content: message.content, trouble: '' })
      if (message.type === 'refused') found.push({ content: null, trouble: message.trouble })
    })
    const broken = (): void => end('Die Datei ließ sich nicht lesen. Sie wurde nicht übernommen.')
    worker.once('error', broken)
    worker.once('exit', broken)
  })
}
