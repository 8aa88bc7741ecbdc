import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { app } from 'electron'
import { exitCodes } from '../../shared/backup/exit-codes.ts'
import { awaitCommand, newCommandEnd } from '../command-end.ts'
import { deliverText } from '../deliver-text.ts'
import { diagnosisOrder } from './diagnosis.ts'
import { noteCourse } from './log.ts'
import { defaultVaultFolder, settingsFolder } from './paths.ts'
import { machinePolicy } from './policy.ts'
import { policyJson, policyTable } from './show-policy.ts'
import { readUiSettings } from './ui-settings.ts'

const commands = ['backup', 'verify', 'restore-test', 'show-policy', 'diagnose'] as const
type Command = (typeof commands)[number]
/** Commands that work on something else than the vault when they are told so. */
const withTarget: ReadonlySet<Command> = new Set(['backup', 'verify', 'restore-test'])
/** A command that takes longer than this has hung, whatever it works on. */
const longestMilliseconds = 6 * 3_600_000

/**
 * Runs a command without a window, if one was given, and ends the application with its code. That happens before Electron looks for a screen,
 * so that it works from a scheduler and over a terminal: a thread does the work and this one waits for it.
 */
export function runCommandIfGiven(): void {
  const given = commandIn(process.argv)
  if (!given) return
  const code = given.command === 'show-policy' ? showPolicy(given) : runInThread(given)
  noteCourse(`command ${given.command} ended with ${code}`)
  process.exit(code)
}

/** What a command line asks for. */
export interface GivenCommand {
  command: Command
  /** What it works on, where it can be named. */
  target: string | null
  /** File that a report goes to as well. */
  out: string | null
  json: boolean
}

/** `--verify=<path>` or `--verify <path>`; the path is what the command works on. `--out <file>` and `--json` are for reports. */
export function commandIn(argv: readonly string[]): GivenCommand | null {
  const command = commands.find((name) => valueOf(argv, name) !== null)
  if (!command) return null
  const target = withTarget.has(command) ? valueOf(argv, command) : null
  const out = valueOf(argv, 'out')
  return { command, target: target ? resolve(target) : null, out: out ? resolve(out) : null, json: argv.includes('--json') }
}

/** Null when the switch isn't there, empty when it has no value. */
function valueOf(argv: readonly string[], name: string): string | null {
  const index = argv.findIndex((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`))
  const argument = argv[index]
  if (argument === undefined) return null
  const next = argv[index + 1]
  return argument.includes('=') ? argument.slice(argument.indexOf('=') + 1) : next?.startsWith('-') === false ? next : ''
}

function showPolicy({ out, json }: GivenCommand): number {
  const policy = machinePolicy()
  const delivered = deliverText(json ? policyJson(policy) : policyTable(policy), out)
  const faulty = policy.problems.some(({ level }) => level === 'fault')
  return delivered === exitCodes.done && faulty ? exitCodes.policyFault : delivered
}

function runInThread({ command, target, out }: GivenCommand): number {
  const settings = readUiSettings(settingsFolder())
  const policy = machinePolicy()
  const chosen = app.commandLine.getSwitchValue('vault')
  const vault = policy.values.VaultPath ?? (chosen ? resolve(chosen) : (settings.vaultFolder ?? defaultVaultFolder()))
  const secondPlace = policy.values.BackupPath ?? settings.secondPlaces[vault] ?? null
  const ended = newCommandEnd()
  const here = import.meta.url
  const worker = command === 'diagnose'
    ? new Worker(new URL('./diagnosis-worker.js', here), { workerData: { order: diagnosisOrder({ vault, secondPlace, policy }), out, ended } })
    : new Worker(new URL('./backup-command.js', here), { workerData: { order: { command, target, vault, secondPlace, machine: settings.machine }, policy, ended } })
  worker.unref()
  return awaitCommand(ended, longestMilliseconds) ?? exitCodes.unexpected
}
