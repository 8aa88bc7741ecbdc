import { Worker } from 'node:worker_threads'
import type { ReadCalendars } from './read-calendar.ts'
import { UnreadableCalendar } from './unreadable-calendar.ts'

type FromWorker = { type: 'read'; calendars: ReadCalendars } | { type: 'refused'; message: string }

/** A calendar of ten megabytes with 18,000 entries was read in two to three seconds on two busy cores; what takes this long was made to. */
const longestMilliseconds = 20_000
const memoryMegabytes = 512

/** As source the thread's entry lies beside this file; built, it is a file of its own beside that of the office process. */
function entry(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./calendar-worker.ts', here)
  return new URL(here.includes('/chunks/') ? '../calendar-reader.js' : './calendar-reader.js', here)
}

/**
 * Reads a calendar file in a thread of its own, within limits of memory and time.
 * @throws UnreadableCalendar where the file is no calendar, or one that is made to exhaust its reader
 */
export function readInThread(bytes: Uint8Array, days: { from: string; to: string }): Promise<ReadCalendars> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry(), { workerData: { bytes, days }, resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes } })
    const end = (finish: () => void): void => {
      clearTimeout(limit)
      void worker.terminate()
      finish()
    }
    const limit = setTimeout(() => end(() => reject(new UnreadableCalendar('Die Datei ließ sich nicht in vertretbarer Zeit lesen. Wahrscheinlich ist eine Wiederholung darin fehlerhaft.'))), longestMilliseconds)
    worker.on('message', (message: FromWorker) => end(() => (message.type === 'read' ? resolve(message.calendars) : reject(new UnreadableCalendar(message.message)))))
    worker.on('error', (error: Error & { code?: string }) => end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? new UnreadableCalendar('Die Datei ist zu groß, um sie zu lesen. Bitte exportieren Sie einen kürzeren Zeitraum.')
      : error)))
  })
}
