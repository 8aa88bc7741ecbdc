import { parentPort, workerData } from 'node:worker_threads'
import { runExport, type ExportJob } from './run-export.ts'

/** Entry of the thread that writes an export, so that the office process goes on answering. */
const answer = await runExport(workerData as ExportJob, (step, done, total) => parentPort?.postMessage({ step, done, total }))
parentPort?.postMessage(answer)
