import { appendFileSync, mkdirSync, statSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { settingsFolder } from './paths.ts'

const limitBytes = 1024 * 1024

const incident = /^incident [0-9A-F]{6}: [\w ]{1,60}$/
const ended = /^office process ended( unexpectedly)?$/
/** A frame of V8: function, and at the end file, line and column. */
const frame = /^\s+at (?:((?:async |new )?[\w.$<>#]{1,80}(?: \[as [\w.]{1,40}\])?) \()?(?:.*[/\\])?([\w.-]{1,60}:\d+:\d+)\)?$/

/**
 * The lines of a text that may be kept: incident numbers and stack frames, which are our own source. Anything else
 * could quote what the office keeps. Of a frame's path only the file's name stays: folders carry the name of a person.
 */
export function harmlessLines(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    if (incident.test(line) || ended.test(line)) return [line]
    const [, name, place] = frame.exec(line) ?? []
    if (!place) return []
    return [name ? `    at ${name} (${place})` : `    at ${place}`]
  })
}

/** Adds the harmless lines of a text to the local log. */
export function appendLog(text: string): void {
  const lines = harmlessLines(text)
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
