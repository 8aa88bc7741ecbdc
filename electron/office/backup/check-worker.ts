import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadStop } from '../thread-stop.ts'
import { checkDatabase, type CheckedCopy } from './check-database.ts'

/** Entry of the thread that opens a copy and reads every page of it, so that the office process goes on answering. */
const { copy, asked } = workerData as { copy: CheckedCopy; asked: ThreadStop }
parentPort?.postMessage(checkDatabase(copy, asked))
