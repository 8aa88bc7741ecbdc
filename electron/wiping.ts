import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'

const zeros = Buffer.alloc(64 * 1024)

/** Overwrites what lies in a folder and removes it. @returns whether nothing is left */
export function wipeFolder(folder: string): boolean {
  try {
    for (const name of readdirSync(folder)) overwrite(join(folder, name))
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 })
    return true
  } catch {
    return false
  }
}

/** Whether this is a folder, no link, and belongs to the person who runs the application. */
export function isOwnFolder(path: string): boolean {
  const found = lstatSync(path)
  return found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid())
}

/** Whether a process with this number is running. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Whether a folder that bears the number of a process may be in its hands. Numbers are given anew after each start of the computer, so a
 * folder that nobody has touched since before that is of a program that ended, whoever has its number now.
 */
export function mayBeInUse(folder: string, pid: number): boolean {
  return isRunning(pid) && lstatSync(folder).mtimeMs > Date.now() - uptime() * 1000
}

function overwrite(path: string): void {
  const { size } = lstatSync(path)
  if (!lstatSync(path).isFile()) return
  const file = openSync(path, 'r+')
  try {
    for (let at = 0; at < size; at += zeros.length) writeSync(file, zeros, 0, Math.min(zeros.length, size - at), at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
