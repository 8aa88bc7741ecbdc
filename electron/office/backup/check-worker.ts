import { parentPort, workerData } from 'node:worker_threads'
import { checkDatabase, type CheckedCopy } from './check-database.ts'

/** Entry of the thread that opens copies and reads every page of them, so that the office process goes on answering. */
const copies = workerData as CheckedCopy[]
parentPort?.postMessage(copies.map(checkDatabase))
