import { parentPort, workerData } from 'node:worker_threads'
import type { Dictionary } from './dictionary.ts'
import { startSpeller } from './speller.ts'

/** What is asked of the thread: which of these words are wrong, or what could be meant by one. */
export interface SpellingQuestion {
  number: number
  task: 'wrong' | 'suggest'
  words: readonly string[]
}

/** Entry of the thread that checks spelling: seeking suggestions is work that nobody else should wait for. */
const speller = await startSpeller(workerData as Dictionary)
parentPort?.on('message', ({ number, task, words }: SpellingQuestion) => {
  const answer = task === 'wrong' ? words.filter((word) => !speller.isRight(word)) : speller.suggest(words[0] ?? '')
  parentPort?.postMessage({ number, answer })
})
