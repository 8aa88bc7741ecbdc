import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { harmlessLines } from '../log-lines.ts'
import { settingsFolder } from './paths.ts'
import { machinePolicy } from './policy.ts'

const limitBytes = 1024 * 1024

/** The local log; when it is full it becomes `integrationsbuero.log.1`. */
export function logFile(): string {
  return join(settingsFolder(), 'logs', 'integrationsbuero.log')
}

/** Adds the harmless lines of a text to the local log, unless IT wants none. */
export function appendLog(text: string): void {
  if (machinePolicy().values.LogLevel === 'off') return
  const lines = harmlessLines(text)
  if (lines.length === 0) return
  try {
    const file = logFile()
    mkdirSync(join(file, '..'), { recursive: true })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > limitBytes) renameSync(file, `${file}.1`)
    const time = new Date().toISOString()
    appendFileSync(file, `${lines.map((line) => `${time} ${line}`).join('\n')}\n`)
  } catch {
    // Without a writable profile there is no log; the work goes on.
  }
}

/** Notes the program's own course, where IT wants to see it. */
export function noteCourse(line: string): void {
  if (machinePolicy().values.LogLevel === 'details') appendLog(line)
}

/** What was read of the policies; faults and unknown keys stand in every log. */
export function notePolicy(): void {
  const { sources, problems } = machinePolicy()
  const faults = problems.filter(({ level }) => level === 'fault').length
  const note = problems.length > 0 ? appendLog : noteCourse
  note(`policy read: ${Object.keys(sources).length} settled, ${faults} faults, ${problems.length - faults} warnings`)
}
