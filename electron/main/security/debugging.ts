import { readFileSync } from 'node:fs'
import { app } from 'electron'

/** Switches of Chromium by which another program reads and drives the page. No fuse covers them. */
const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins'] as const

/** In every Electron this stands before version, length and states of its fuses. */
const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
/** Place of Node's debugger among the fuses. */
const inspectFuse = 3

/**
 * Takes the switches away from a packaged application, unless it is one whose fuse lets Node be debugged: with an office open, whoever
 * starts the application for somebody could read along. Must run before Electron is ready.
 */
export function refuseDebugging(): void {
  const given = debuggingSwitches.filter((name) => app.commandLine.hasSwitch(name))
  if (given.length === 0 || !app.isPackaged || allowsInspecting(readFileSync(process.execPath))) return
  for (const name of given) app.commandLine.removeSwitch(name)
}

/** Whether a program's fuse for Node's debugger is on. One without readable fuses counts as off. */
export function allowsInspecting(program: Buffer): boolean {
  const start = program.indexOf(sentinel) + sentinel.length
  return start > sentinel.length && program[start] === 1 && program[start + 2 + inspectFuse] === '1'.charCodeAt(0)
}
