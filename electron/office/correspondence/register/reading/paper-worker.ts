import { parentPort, workerData } from 'node:worker_threads'
import type { PaperKind } from '../../../../../shared/attachments/kinds.ts'
import { readPaper } from './read-paper.ts'

/** Entry of the thread that reads a paper: whatever a hostile file does to a parser, the office process goes on. */
const { bytes, kind } = workerData as { bytes: Uint8Array; kind: PaperKind }
parentPort?.postMessage(await readPaper(new Uint8Array(bytes), kind))
