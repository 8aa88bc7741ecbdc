import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, existsSync, readFileSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { environmentIn, newFolders, type Folders } from '../e2e/support/launch.ts'

/** Installations that `npm run package:test` has made, and how their programs are started as a person or an attacker would. */

function given(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is missing: these tests are run by "npm run package:test".`)
  return value
}

/** Program of the Debian package, of the archive, and of the flavour whose one fuse lets window tests in. */
export const installed = given('PACKAGE_INSTALLED')
export const unpacked = given('PACKAGE_UNPACKED')
export const driven = given('PACKAGED_APP')
/** Folder that the Debian package was installed into as if it were `/`. */
export const installedRoot = given('PACKAGE_ROOT')

/** A program that runs without anybody being attached to it. */
export interface Started {
  child: ChildProcess
  folders: Folders
  output: () => string
  /** Waits until it shows a page and has its office process. */
  up: () => Promise<void>
  /** Process ids of its pages. */
  pages: () => number[]
  end: () => Promise<void>
}

/** Who has no rights on a Linux machine. */
const nobody = 65_534

/**
 * Starts a program with folders of its own.
 * @param ordinary as a person without rights, and so with Chromium's sandbox; only root can choose
 */
export function start(program: string, args: string[] = [], env: Record<string, string> = {}, ordinary = false): Started {
  const folders = newFolders()
  const sandbox = process.getuid?.() === 0 && !ordinary ? ['--no-sandbox'] : []
  if (ordinary) for (const folder of [folders.base, folders.home, folders.temp]) chownSync(folder, nobody, nobody)
  const child = spawn(program, [...sandbox, '--disable-gpu', `--vault=${folders.vault}`, ...args], {
    cwd: folders.base,
    env: { ...environmentIn(folders), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(ordinary && { uid: nobody, gid: nobody }),
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (written += chunk.toString('utf8')))
  return {
    child,
    folders,
    output: () => written,
    up: () => until(() => ['--type=renderer', '--utility-sub-type=node.mojom.NodeService'].every((kind) => processesBelow(child.pid).some(({ command }) => command.includes(kind)))),
    pages: () => processesBelow(child.pid).flatMap(({ id, command }) => (command.includes('--type=renderer') ? [id] : [])),
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Waits for something that is going to be so. @throws after a minute */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const patience = Date.now() + 60_000
  while (!(await isSo())) {
    if (Date.now() > patience) throw new Error('It did not happen within a minute.')
    await pause(100)
  }
}

/** All processes that have come from one. */
function processesBelow(pid: number | undefined): { id: number; command: string }[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => ({ id: Number(name), parent: Number(/\) \S (\d+)/.exec(readText(`/proc/${name}/stat`))?.[1]) }))
  const below = (parent: number): { id: number; command: string }[] =>
    processes.filter((each) => each.parent === parent).flatMap(({ id }) => [{ id, command: readText(`/proc/${id}/cmdline`).replaceAll('\0', ' ') }, ...below(id)])
  return pid === undefined ? [] : below(pid)
}

/** What stands in a file, nothing if it isn't there (any more). */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Whether anybody listens on a port of this machine. */
export async function listens(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' })
  const answered = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(() => false)
  socket.destroy()
  return answered
}

/** A copy of an installation for an attacker to change, in a new folder. @returns its program */
export function copyOf(program: string, folder: string): string {
  cpSync(dirname(program), folder, { recursive: true })
  return join(folder, basename(program))
}

/** Files below a folder, by their path from it. */
export function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
