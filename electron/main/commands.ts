import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { app } from 'electron'
import { exitCodes } from '../../shared/backup/exit-codes.ts'
import { defaultVaultFolder, settingsFolder } from './paths.ts'
import { readUiSettings } from './ui-settings.ts'

const commands = ['backup', 'verify', 'restore-test'] as const
/** A command that takes longer than this has hung, whatever it works on. */
const longestMilliseconds = 6 * 3_600_000

/**
 * Runs a command without a window, if one was given, and ends the application with its code. That happens before Electron looks for a screen,
 * so that it works from a scheduler and over a terminal: a thread does the work and this one waits for it.
 */
export function runCommandIfGiven(): void {
  const given = commandIn(process.argv)
  if (!given) return
  const settings = readUiSettings(settingsFolder())
  const chosen = app.commandLine.getSwitchValue('vault')
  const vault = chosen ? resolve(chosen) : (settings.vaultFolder ?? defaultVaultFolder())
  const order = { ...given, vault, secondPlace: settings.secondPlaces[vault] ?? null, machine: settings.machine }
  const ended = new Int32Array(new SharedArrayBuffer(8))
  const here = import.meta.url
  const worker = new Worker(new URL('./backup-command.js', here), { workerData: { order, ended } })
  worker.unref()
  const outcome = Atomics.wait(ended, 0, 0, longestMilliseconds)
  process.exit(outcome === 'timed-out' ? exitCodes.unexpected : Atomics.load(ended, 1))
}

/** `--verify=<path>` or `--verify <path>`; the path is what the command works on. */
export function commandIn(argv: readonly string[]): { command: (typeof commands)[number]; target: string | null } | null {
  for (const [index, argument] of argv.entries()) {
    const command = commands.find((name) => argument === `--${name}` || argument.startsWith(`--${name}=`))
    if (!command) continue
    const next = argv[index + 1]
    const target = argument.includes('=') ? argument.slice(argument.indexOf('=') + 1) : next?.startsWith('-') === false ? next : ''
    return { command, target: target ? resolve(target) : null }
  }
  return null
}
