import { parentPort, workerData } from 'node:worker_threads'
import { readForm } from './read-form.ts'
import { UnreadableForm } from './unreadable-form.ts'

/** Entry of the thread that reads forms: whatever a hostile file does to a parser, the office process goes on. */
for (const [index, bytes] of (workerData as { files: Uint8Array[] }).files.entries()) {
  parentPort?.postMessage({ type: 'begin', index })
  try {
    parentPort?.postMessage({ type: 'read', index, content: readForm(new Uint8Array(bytes)) })
  } catch (error) {
    const trouble = error instanceof UnreadableForm ? error.message : 'Die Datei lässt sich nicht lesen. Bitte in Excel oder Word öffnen und neu speichern.'
    parentPort?.postMessage({ type: 'refused', index, trouble })
  }
}
parentPort?.postMessage({ type: 'end' })
