import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PartAnswer } from './part-thread.ts'
import { partBytes, performPart, type PartJob, type SeenPart } from './parts.ts'

/** More threads than that wait for the disk. */
const most = 4
/** A thread has two parts at hand: while it works on one the other is read. */
const atHand = 2
/** So little is done faster than a thread starts, and holds nobody up. */
const withoutThreads = 4 * 1024 * 1024

/** As source the thread's entry lies beside this file; built, it is a file of its own beside that of the office process. */
function entry(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./part-thread.ts', here)
  return new URL(here.includes('/chunks/') ? '../backup-parts.js' : './backup-parts.js', here)
}

interface Waiting {
  onBytes: (bytes: number) => void
  resolve: (seen: SeenPart) => void
  reject: (error: unknown) => void
}

/** Threads that work on parts of files; or none, for little. */
export class PartThreads {
  readonly #workers: Worker[]
  readonly #waiting = new Map<number, Waiting>()
  #last = 0
  #ending = false

  constructor(count: number) {
    this.#workers = Array.from({ length: count }, () => this.#start())
  }

  /** How many parts are worked on at once; each needs its own room. */
  get places(): number {
    return Math.max(1, this.#workers.length * atHand)
  }

  /** @param place 0 to {@link places}: one job at a time for each. @throws the file system's error */
  async perform(place: number, job: PartJob, onBytes: (bytes: number) => void = () => undefined): Promise<SeenPart> {
    const worker = this.#workers[place % this.#workers.length]
    if (!worker) return performPart(job, onBytes)
    return new Promise((resolve, reject) => {
      const id = ++this.#last
      this.#waiting.set(id, { onBytes, resolve, reject })
      worker.postMessage({ id, job })
    })
  }

  /** Ends the threads, whatever they are at; afterwards they have no file open. */
  async end(): Promise<void> {
    this.#ending = true
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
    this.#fail(new Error('The threads of a backup were ended.'))
  }

  #start(): Worker {
    const worker = new Worker(entry())
    worker.on('message', (answer: PartAnswer) => {
      const waiting = this.#waiting.get(answer.id)
      if (!waiting) return
      if ('bytes' in answer) return waiting.onBytes(answer.bytes)
      this.#waiting.delete(answer.id)
      if ('seen' in answer) waiting.resolve(answer.seen)
      else waiting.reject(Object.assign(new Error(answer.failure.message), { code: answer.failure.code }))
    })
    worker.on('error', (error) => this.#fail(error))
    worker.on('exit', (code) => this.#ending || this.#fail(new Error(`A thread of a backup ended with ${code}.`)))
    return worker
  }

  #fail(error: unknown): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

/**
 * Gives threads for so much work and ends them afterwards, however it ends.
 * @param limit no more threads than that: one place that is slow needs only one
 */
export async function withThreads<Value>(bytes: number, work: (threads: PartThreads) => Promise<Value>, limit = most): Promise<Value> {
  const count = bytes <= withoutThreads ? 0 : Math.min(limit, most, Math.max(2, availableParallelism()), Math.ceil(bytes / partBytes))
  const threads = new PartThreads(count)
  try {
    return await work(threads)
  } finally {
    await threads.end()
  }
}
