import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { resolveElectron } from '../../../scripts/electron-runtime.mjs'
import { displayOfWorker } from './displays.ts'

/**
 * Starts the built application in folders of its own: whatever it writes lies below `folders.base` and can be read
 * afterwards. Tests import from `office.ts`, which also cleans up.
 */

const project = resolve(import.meta.dirname, '..', '..', '..')
/** A packaged application to test instead of the built one (`npm run package:test`). */
const packaged = process.env['PACKAGED_APP']

/** Where one installation keeps everything. */
export interface Folders {
  base: string
  /** The vault (`--vault`). */
  vault: string
  /** HOME, and below it the profile (XDG_CONFIG_HOME), cache and data folders. */
  home: string
  /** TMPDIR. */
  temp: string
}

/** A running application. */
export interface RunningOffice {
  app: ElectronApplication
  window: Page
  folders: Folders
  /** Lines that main and office process wrote to stdout and stderr. */
  output: string[]
  /** Ends the application as closing its window does; the folders stay. */
  close(): Promise<void>
}

export interface LaunchOptions {
  /** Use these folders (a second start, another person at the same machine) instead of new ones. */
  folders?: Folders
  /** Another vault folder than `folders.vault`; false to start without the switch, as on a person's first day. */
  vault?: string | false
  /** Start the demo office. */
  demo?: boolean
  /** Folder of the application to start; ours unless the benchmark wants another one. */
  application?: string
  /** Further switches. */
  args?: string[]
  /** Further environment variables. */
  env?: Record<string, string>
}

const running = new Map<RunningOffice, ChildProcess>()
const bases = new Set<string>()

/** New empty folders for an installation. Short names: Chromium puts a socket below TMPDIR, whose path is limited. */
export function newFolders(): Folders {
  const base = mkdtempSync(join(tmpdir(), 'ib-'))
  bases.add(base)
  const folders = { base, vault: join(base, 'vault'), home: join(base, 'home'), temp: join(base, 'tmp') }
  for (const folder of [folders.home, folders.temp]) mkdirSync(folder)
  return folders
}

/** Starts the application and waits for its first window. */
export async function launchOffice(options: LaunchOptions = {}): Promise<RunningOffice> {
  const folders = options.folders ?? newFolders()
  const { app, output } = await startApplication(folders, options)
  const window = await app.firstWindow({ timeout: 60_000 })
  // An action that never succeeds names itself instead of using up the whole test.
  window.setDefaultTimeout(45_000)
  const office: RunningOffice = {
    app,
    window,
    folders,
    output,
    async close() {
      running.delete(office)
      await app.close()
    },
  }
  running.set(office, app.process())
  return office
}

/** Holds the first window back until the test driver has attached. */
const attachFirst = resolve(import.meta.dirname, 'attach-first.cjs')
/**
 * A package loads nothing before its application, so that about one start in forty never ends for the test driver: it attaches while
 * the first window is being made, and the two wait for each other. Such a start is ended and made again.
 */
const startMilliseconds = 20_000
const starts = 4

async function startApplication(folders: Folders, options: LaunchOptions) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const start = {
    executablePath: options.application === undefined && packaged !== undefined ? packaged : await resolveElectron(),
    // Nobody watches: without the movements of dialogs and lists a test waits less, and without the attempt at a graphics card,
    // which ends in drawing by software anyway, it computes a fifth less.
    args: [...sandbox, '--force-prefers-reduced-motion', '--disable-gpu', ...applicationOf(options), ...switchesOf(options, folders)],
    // What a package needs lies in the package, not where it happens to be started.
    cwd: packaged === undefined ? project : folders.base,
    env: { ...environmentIn(folders), ...options.env },
    timeout: startMilliseconds,
  }
  const app = await launchPatiently(start, starts)
  const output: string[] = []
  app.process().stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString('utf8')))
  app.process().stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString('utf8')))
  return { app, output }
}

/** The folder that the runtime is to start; a packaged application knows its own. */
function applicationOf({ application }: LaunchOptions): string[] {
  if (application !== undefined) return [application]
  return packaged === undefined ? ['-r', attachFirst, project] : []
}

async function launchPatiently(start: Parameters<typeof _electron.launch>[0], left: number): Promise<ElectronApplication> {
  try {
    return await _electron.launch(start)
  } catch (error) {
    if (left <= 1 || !String(error).includes('Timeout')) throw error
    return launchPatiently(start, left - 1)
  }
}

/** Environment in which every folder that a program may write to lies in `folders`. */
export function environmentIn(folders: Folders): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {
    ...Object.fromEntries(inherited),
    HOME: folders.home,
    XDG_CONFIG_HOME: join(folders.home, '.config'),
    XDG_CACHE_HOME: join(folders.home, '.cache'),
    XDG_DATA_HOME: join(folders.home, '.local', 'share'),
    TMPDIR: folders.temp,
    ...displayOfWorker(),
  }
}

function switchesOf({ vault, demo, args = [] }: LaunchOptions, folders: Folders): string[] {
  if (demo) return ['--demo', ...args]
  return vault === false ? args : [`--vault=${vault ?? folders.vault}`, ...args]
}

/** Ends every application that is still running, at once, and removes all folders. */
export async function endAll(): Promise<void> {
  // Playwright forgets a process that has ended by itself, so it is kept here.
  for (const child of running.values()) {
    const closed = new Promise((done) => child.once('exit', done))
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await closed
  }
  running.clear()
  for (const folder of bases) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  bases.clear()
}
