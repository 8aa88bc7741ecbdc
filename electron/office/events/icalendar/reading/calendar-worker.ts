import { parentPort, workerData } from 'node:worker_threads'
import { readCalendar } from './read-calendar.ts'
import { UnreadableCalendar } from './unreadable-calendar.ts'

/** Entry of the thread that reads a calendar file: a rule that has no end stops the thread, not the office. */
const { bytes, days } = workerData as { bytes: Uint8Array; days: { from: string; to: string } }

try {
  parentPort?.postMessage({ type: 'read', calendars: readCalendar(new Uint8Array(bytes), days) })
} catch (error) {
  if (!(error instanceof UnreadableCalendar)) throw error
  parentPort?.postMessage({ type: 'refused', message: error.message })
}
