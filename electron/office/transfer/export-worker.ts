import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadStop } from '../thread-stop.ts'
import { runExport, type ExportJob } from './run-export.ts'

/** Entry of the thread that writes an export, so that the office process goes on answering. */
const { job, asked } = workerData as { job: ExportJob; asked: ThreadStop }
const answer = await runExport(job, (step, done, total) => parentPort?.postMessage({ step, done, total }), asked)
parentPort?.postMessage(answer)
