import { appendFileSync, mkdirSync, statSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { settingsFolder } from './paths.ts'

const limitBytes = 1024 * 1024

/** Lines that may be kept: incident numbers and stack frames, which are our own source. Anything else could quote text. */
const allowed = /^(incident [0-9A-F]{6}: [\w ]{1,60}|\s+at [\w./\\:() <>$[\]-]{1,300}|office process ended( unexpectedly)?)$/

/** Adds the harmless lines of a text to the local log. */
export function appendLog(text: string): void {
  const lines = text.split('\n').filter((line) => allowed.test(line))
  if (lines.length === 0) return
  try {
    const folder = join(settingsFolder(), 'logs')
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'integrationsbuero.log')
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > limitBytes) renameSync(file, `${file}.1`)
    const time = new Date().toISOString()
    appendFileSync(file, `${lines.map((line) => `${time} ${line}`).join('\n')}\n`)
  } catch {
    // Without a writable profile there is no log; the work goes on.
  }
}
