// Where things lie, how the scripts speak and how they start other programs. Node built-ins only: this runs before `npm ci`.
import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The project's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Ignored folder for everything that can be made again: type-check state, test reports, an unpacked Electron. */
export const cacheFolder = path.join(root, '.cache')

/** An expected obstacle. It is shown to the person as plain words, without a stack. */
export class Obstacle extends Error {}

/**
 * Says in plain words what is going on. Goes to stderr, so that stdout stays free for results (`--print`).
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** The environment for child programs: the project's own tools and its Node come first in the PATH. */
export function toolEnvironment() {
  const bin = path.join(root, 'node_modules', '.bin')
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` }
}

/**
 * Runs a program to its end and gives its exit code. Its stdout goes to our stderr unless `stdout` says otherwise.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, stdout?: 'inherit' | 'stderr' | 'ignore', timeout?: number }} [options] timeout in ms
 * @returns {Promise<number>} exit code; 127 when the program isn't there, 124 after the time-out
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? toolEnvironment(),
      stdio: ['ignore', options.stdout === 'inherit' || options.stdout === 'ignore' ? options.stdout : 2, 'inherit'],
      shell: process.platform === 'win32',
    })
    let timedOut = false
    const timer = options.timeout
      ? setTimeout(() => {
          timedOut = true
          child.kill('SIGKILL')
        }, options.timeout)
      : undefined
    child.on('error', () => {
      clearTimeout(timer)
      resolve(127)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(timedOut ? 124 : (code ?? 1))
    })
  })
}

/**
 * Whether a command is in the PATH.
 * @param {string} name
 */
export function hasCommand(name) {
  const finder = process.platform === 'win32' ? 'where' : 'which'
  return spawnSync(finder, [name], { stdio: 'ignore' }).status === 0
}

/**
 * What a quick command prints, or an empty string when it fails or isn't there.
 * @param {string} command
 * @param {string[]} args
 */
export function outputOf(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return result.status === 0 ? result.stdout : ''
}

/** Whether this process may do everything on the machine (Electron then needs `--no-sandbox`). */
export function isRoot() {
  return process.getuid?.() === 0
}

/**
 * Whether the script at `url` was started itself, not imported.
 * @param {string} url its import.meta.url
 */
export function isEntry(url) {
  const entry = process.argv[1]
  return entry !== undefined && path.resolve(entry) === fileURLToPath(url)
}

/**
 * Runs a script's main function; an obstacle ends it with its words and exit code 1.
 * @param {() => Promise<void>} main
 */
export async function runScript(main) {
  try {
    await main()
  } catch (error) {
    say(error instanceof Obstacle ? `\n${error.message}` : String(error instanceof Error ? error.stack : error))
    process.exitCode = 1
  }
}
