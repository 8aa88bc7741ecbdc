import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { app } from 'electron'
import iconv from 'iconv-lite'
import { retentionRules } from '../../shared/counselling/privacy/rules.ts'
import { registryKey } from '../../shared/policy/keys.ts'
import { effectivePolicy, nothingGiven, readPeriods, readPolicyText, type Given } from '../../shared/policy/read.ts'
import { readRegistryText } from '../../shared/policy/registry.ts'
import type { PolicyProblem, PolicyState } from '../../shared/policy/state.ts'
import { askWindows, isOpenOnPosix, isOpenOnWindows } from './policy-guard.ts'

/**
 * Fixed places: `%ProgramData%`, PATH and every other variable of the environment are the user's to change, and the policy must hold
 * against the user. The same goes for switches.
 */
const files = { win32: 'C:\\ProgramData\\Integrationsbuero\\policies.json', other: '/etc/integrationsbuero/policies.json' }
const regExe = 'C:\\Windows\\System32\\reg.exe'
const codePageKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage'
const largestBytes = 1024 * 1024
const registryMilliseconds = 10_000

/** Surroundings of the reading; replaced in tests. */
export interface PolicySurroundings {
  platform: NodeJS.Platform
  /** Path of the file. */
  file: string
  /** Whether somebody but administrators may change the file; null where that can't be told. */
  isOpen(path: string): boolean | null
  /** Runs reg.exe. */
  query(args: readonly string[]): { status: number | null; stdout: Buffer; failed: boolean }
}

let read: PolicyState | null = null

/** What IT has settled for this computer; read once, at the start. */
export function machinePolicy(): PolicyState {
  read ??= readPolicy(surroundings())
  return read
}

/**
 * Path of the file. Tests may name another one by `INTEGRATIONSBUERO_POLICIES`; a shipped program doesn't look at that, whatever its
 * executable was renamed to.
 */
export function policyFile(platform: NodeJS.Platform, shipped: boolean, environment: NodeJS.ProcessEnv): string {
  const injected = shipped ? undefined : environment.INTEGRATIONSBUERO_POLICIES
  return injected ?? (platform === 'win32' ? files.win32 : files.other)
}

/** Whether the program runs from its archive, as it does wherever it is installed. */
export function isShipped(packaged: boolean, folder: string): boolean {
  return packaged || /\.asar(?:[\\/]|$)/u.test(folder)
}

/** Reads registry and file. Never throws. */
export function readPolicy(around: PolicySurroundings): PolicyState {
  const registry = around.platform === 'win32' ? queryRegistry(around) : nothingGiven
  const file = guarded(readFile(around.file), around)
  const { values, sources, problems } = effectivePolicy({ file, registry, platform: around.platform === 'win32' ? 'windows' : 'posix' })
  const state: PolicyState = {
    values, sources, problems, retention: [],
    file: { path: around.file, found: file.found },
    registry: around.platform === 'win32' ? { key: registryKey, found: registry.found } : null,
  }
  if (file.found && !('fault' in file) && around.isOpen(around.file) === null) problems.push(unguarded)
  return withPeriods(state)
}

const unguarded: PolicyProblem = { level: 'warning', origin: 'file', key: null, text: 'Ob nur Administratoren die Datei ändern können, ließ sich nicht feststellen. Eigentümer und Rechte prüfen.' }
const open = 'Die Datei lässt sich nicht nur von Administratoren ändern oder austauschen. Eigentümer und Rechte der Datei und ihres Ordners richtigstellen.'

/**
 * What others can change is nobody's policy: below `C:\\ProgramData` everybody may make the folder, and name a program there that runs for
 * whoever opens the office next.
 */
function guarded(given: Given, { file, isOpen }: PolicySurroundings): Given {
  return given.found && !('fault' in given) && isOpen(file) === true ? { found: true, fault: open } : given
}

function withPeriods(state: PolicyState): PolicyState {
  const path = state.values.RetentionRules
  if (path === undefined) return state
  const given = readText(path)
  const periods = typeof given === 'string' ? readPeriods(given, retentionRules.map(({ code }) => code)) : null
  if (periods) return { ...state, retention: periods }
  const origin = state.sources.RetentionRules === 'registry' ? 'registry' : 'file'
  const { RetentionRules: _path, ...values } = state.values
  const { RetentionRules: _source, ...sources } = state.sources
  return {
    ...state, values, sources,
    problems: [...state.problems, { level: 'fault', origin, key: 'RetentionRules', text: 'RetentionRules nennt eine Datei, die sich nicht lesen lässt oder keine gültigen Fristen enthält. Solange gilt: die des Büros.' }],
  }
}

function surroundings(): PolicySurroundings {
  const file = policyFile(process.platform, isShipped(app.isPackaged, import.meta.dirname), process.env)
  return { platform: process.platform, file, isOpen: guardOf(file), query: runReg }
}

/** A file that a program from its sources was given is the developer's own. */
function guardOf(file: string): PolicySurroundings['isOpen'] {
  let asked: boolean | null | undefined
  if (file === files.other) return isOpenOnPosix
  if (file !== files.win32) return () => false
  return (path) => {
    if (asked === undefined) {
      const found = askWindows(path)
      asked = found && isOpenOnWindows(found)
    }
    return asked
  }
}

function readFile(path: string): Given {
  const text = readText(path)
  if (text === null) return nothingGiven
  return typeof text === 'string' ? readPolicyText(text) : { found: true, fault: text.fault }
}

/** The text of a file, in whichever encoding an editor of Windows wrote it; null when there is none. */
function readText(path: string): string | { fault: string } | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found) return null
    if (!found.isFile()) return { fault: 'Unter diesem Namen liegt keine Datei.' }
    if (found.size > largestBytes) return { fault: 'Die Datei ist zu groß.' }
    const bytes = readFileSync(path)
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le')
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    // A component of the path that is no folder: there is no such file.
    if (code === 'ENOTDIR') return null
    return { fault: code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'Die Datei ist nicht in UTF-8 gespeichert.' : `Die Datei lässt sich nicht lesen${code ? ` (${code})` : ''}.` }
  }
}

function queryRegistry({ query }: PolicySurroundings): Given {
  const { status, stdout, failed } = query(['query', registryKey, '/s'])
  if (failed) return { found: true, fault: 'Die Registrierung lässt sich nicht abfragen.' }
  // reg.exe ends with 1 where there is no such branch.
  if (status !== 0) return nothingGiven
  return readRegistryText(stdout.some((byte) => byte > 0x7f) ? iconv.decode(stdout, consoleEncoding(query)) : stdout.toString('latin1'))
}

/** reg.exe writes in the code page of the console, which for German is another one than that of windows. */
function consoleEncoding(query: PolicySurroundings['query']): string {
  const page = /OEMCP {4}REG_SZ {4}(\d+)/u.exec(query(['query', codePageKey, '/v', 'OEMCP']).stdout.toString('latin1'))?.[1]
  if (page === '65001') return 'utf8'
  return page !== undefined && iconv.encodingExists(`cp${page}`) ? `cp${page}` : 'cp850'
}

function runReg(args: readonly string[]): { status: number | null; stdout: Buffer; failed: boolean } {
  const { status, stdout, error } = spawnSync(regExe, args, { windowsHide: true, timeout: registryMilliseconds, maxBuffer: largestBytes })
  return { status, stdout: stdout ?? Buffer.alloc(0), failed: error !== undefined || status === null }
}
