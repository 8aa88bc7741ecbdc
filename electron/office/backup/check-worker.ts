import { parentPort, workerData } from 'node:worker_threads'
import { checkDatabase, type CheckedCopy } from './check-database.ts'

/** Entry of the thread that opens a copy and reads every page of it, so that the office process goes on answering. */
parentPort?.postMessage(checkDatabase(workerData as CheckedCopy))
