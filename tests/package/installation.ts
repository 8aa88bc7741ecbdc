import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
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
  /** Waits until it shows a page and its office process answers. */
  up: () => Promise<void>
  end: () => Promise<void>
}

/** Starts a program with folders of its own. */
export function start(program: string, args: string[] = [], env: Record<string, string> = {}): Started {
  const folders = newFolders()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(program, [...sandbox, '--disable-gpu', `--vault=${folders.vault}`, ...args], {
    cwd: folders.base,
    env: { ...environmentIn(folders), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (written += chunk.toString('utf8')))
  return {
    child,
    folders,
    output: () => written,
    up: () => until(() => ['--type=renderer', '--utility-sub-type=node.mojom.NodeService'].every((kind) => commandsBelow(child.pid).some((line) => line.includes(kind)))),
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

/** Command lines of all processes that have come from one. */
function commandsBelow(pid: number | undefined): string[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => ({ id: Number(name), parent: Number(/\) \S (\d+)/.exec(readText(`/proc/${name}/stat`))?.[1]) }))
  const below = (parent: number): string[] =>
    processes.filter((each) => each.parent === parent).flatMap(({ id }) => [readText(`/proc/${id}/cmdline`).replaceAll('\0', ' '), ...below(id)])
  return pid === undefined ? [] : below(pid)
}

function readText(file: string): string {
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

/** A copy of an installation for an attacker to change. @returns its program */
export function copyOf(program: string, base: string): string {
  const folder = join(base, 'copy')
  mkdirSync(folder, { recursive: true })
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
