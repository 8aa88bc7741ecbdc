import { Worker } from 'node:worker_threads'
import { OfficeError } from '../../../../shared/errors.ts'
import { loadDictionary } from './dictionary.ts'
import type { SpellingQuestion } from './spelling-worker.ts'

/** A thread that doesn't answer for so long is ended; the next question starts another. */
const longestMilliseconds = 15_000

type Waiting = { resolve(answer: string[]): void; reject(error: Error): void; clock: NodeJS.Timeout }

/** One thread for the whole office process, started by the first question and kept. */
let running: Promise<Worker> | null = null
let last = 0
const waiting = new Map<number, Waiting>()

/** Which of these words are spelt wrong. @throws OfficeError `internal` when the thread failed */
export function wrongWords(words: readonly string[]): Promise<string[]> {
  return ask('wrong', words)
}

/** What could be meant by a word, the likeliest first. @throws OfficeError `internal` when the thread failed */
export function suggestWords(word: string): Promise<string[]> {
  return ask('suggest', [word])
}

/** Ends the thread, for tests. */
export async function endSpelling(): Promise<void> {
  const worker = await running
  running = null
  await worker?.terminate()
}

async function ask(task: SpellingQuestion['task'], words: readonly string[]): Promise<string[]> {
  running ??= start()
  const worker = await running
  const number = ++last
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => void worker.terminate(), longestMilliseconds)
    waiting.set(number, { resolve, reject, clock })
    worker.postMessage({ number, task, words } satisfies SpellingQuestion)
  })
}

async function start(): Promise<Worker> {
  const worker = new Worker(entry(), { workerData: await loadDictionary() })
  worker.unref()
  worker.on('message', ({ number, answer }: { number: number; answer: string[] }) => {
    const question = waiting.get(number)
    waiting.delete(number)
    clearTimeout(question?.clock)
    question?.resolve(answer)
  })
  const fail = (): void => {
    running = null
    for (const { reject, clock } of waiting.values()) {
      clearTimeout(clock)
      reject(new OfficeError('internal'))
    }
    waiting.clear()
  }
  worker.on('error', fail)
  worker.on('exit', fail)
  return worker
}

/** As source the thread's entry lies beside this file; built, it is a file of its own beside that of the office process. */
function entry(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./spelling-worker.ts', here)
  return new URL(here.includes('/chunks/') ? '../spelling.js' : './spelling.js', here)
}
