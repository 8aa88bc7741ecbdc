import { readFile, readdir, stat, statfs } from 'node:fs/promises'
import { arch, freemem, homedir, hostname, release, totalmem, type, userInfo, version } from 'node:os'
import { join } from 'node:path'
import { sizeWords } from '../../../shared/backup/words.ts'
import { germanDateTime } from '../../../shared/dates.ts'
import { policyKeys } from '../../../shared/policy/keys.ts'
import type { PolicyState } from '../../../shared/policy/state.ts'
import { policyLines, sourceLabels } from '../../../shared/policy/words.ts'
import { harmlessLines } from '../../log-lines.ts'
import { findSets, readState, secondFolder, verifySet } from '../backup/contract.ts'
import { isNetworkPath } from '../database/network-path.ts'
import { startsLikePlainDatabase } from '../database/open.ts'
import { sideFiles } from '../database/sides.ts'
import { checkWal } from '../database/wal-check.ts'
import { newestTurn, VaultError, vaultStore } from '../vault/contract.ts'
import { maskPath, type Owner } from './mask.ts'

/** What a diagnosis is of. */
export interface DiagnosisOrder {
  /** Version of the program. */
  program: string
  vault: string
  secondPlace: string | null
  /** The local log. */
  log: string
  policy: PolicyState
}

type Line = readonly [label: string, value: string]

const shownLogLines = 100
const pageBytes = 4096
const known = /^(?:vault\.json(?:\.mirror|\.previous|\.part)*|(?:office|counselling)\.db(?:-wal|-shm|-journal)?|lease-\d+\.json|backups)$/u

/**
 * Collects what helps IT to find a fault: versions, places, sizes, states. Works on a locked, a broken and a missing vault, because it uses no
 * key. Nothing of it is personal: files are counted by kind, paths lose the name of the account, of the log only lines come through that
 * could be logged at all.
 */
export async function diagnose(order: DiagnosisOrder, owner: Owner = { name: userInfo().username, home: homedir(), host: hostname() }): Promise<string> {
  const place = (path: string): string => maskPath(path, owner)
  const sections: [string, () => Promise<Line[]>][] = [
    ['Programm', async () => programLines(order)],
    ['Tresor', () => vaultLines(order.vault, place)],
    ['Unversehrtheit (ohne Schlüssel)', () => integrityLines(order.vault)],
    ['Sicherungen', () => backupLines(order, place)],
    ['Vorgaben der IT', async () => policyReport(order.policy, place)],
  ]
  const parts = [`Diagnose Integrationsbüro, ${germanDateTime(new Date().toISOString())} Uhr`, 'Enthält keine Namen, keine Inhalte und keine Schlüssel.']
  for (const [heading, lines] of sections) parts.push('', `## ${heading}`, ...aligned(await lines().catch((error: unknown): Line[] => [['nicht lesbar', reasonOf(error)]])))
  parts.push('', `## Protokoll (letzte ${shownLogLines} Zeilen)`, ...(await logTail(order.log)))
  return `${parts.join('\n')}\n`
}

function programLines({ program }: DiagnosisOrder): Line[] {
  const { electron = 'ohne', chrome = 'ohne', node } = process.versions
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions()
  return [
    ['Version', program], ['Electron', electron], ['Chromium', chrome], ['Node', node],
    ['System', `${type()} ${release()}, ${arch()}`], ['Ausgabe', version()],
    ['Arbeitsspeicher', `${sizeWords(freemem())} frei von ${sizeWords(totalmem())}`], ['Sprache und Zeitzone', `${locale}, ${timeZone}`],
  ]
}

async function vaultLines(vault: string, place: (path: string) => string): Promise<Line[]> {
  const lines: Line[] = [['Ordner', place(vault)]]
  const names = await readdir(vault).catch((error: unknown) => reasonOf(error))
  if (typeof names === 'string') return [...lines, ['Zustand', `nicht lesbar: ${names}`]]
  const network = isNetworkPath(vault)
  lines.push(['Laufwerk', network ? 'Netzlaufwerk' : 'lokal'], ['Schreibverfahren', network ? 'TRUNCATE (Netzlaufwerk)' : 'WAL'], ['Freier Platz', await freeSpace(vault)])
  for (const name of names.filter((each) => known.test(each) && each !== 'backups').sort()) lines.push([name, await fileWords(join(vault, name))])
  const others = names.filter((name) => !known.test(name))
  const replaced = others.filter((name) => name.startsWith('ersetzt-')).length
  return [...lines, ['Ersetzte Stände', String(replaced)], ['Andere Einträge', String(others.length - replaced)], ['Belegung', await leaseWords(vault)]]
}

/** Since when somebody has it open; who and where is nobody's business here. */
async function leaseWords(vault: string): Promise<string> {
  const newest = await newestTurn(vaultStore(vault))
  if (!newest?.lease) return newest?.lease === undefined && newest ? 'unlesbar' : 'frei'
  const { since } = newest.lease
  const [, heartbeat] = /"heartbeat":"(\d{4}-[\dT:.-]+Z)"/u.exec(newest.raw) ?? []
  if (!heartbeat) return 'unlesbar'
  return `geöffnet seit ${germanDateTime(since)} Uhr, letztes Lebenszeichen vor ${Math.round((Date.now() - Date.parse(heartbeat)) / 1000)} s`
}

async function integrityLines(vault: string): Promise<Line[]> {
  const store = vaultStore(vault)
  const lines: Line[] = []
  try {
    const { source } = await store.read()
    lines.push(['vault.json', source === 'main' ? 'gültig unterschrieben' : 'beschädigt, die Kopie ist gültig'])
  } catch (error) {
    lines.push(['vault.json', reasonOf(error)])
  }
  for (const { file } of Object.values(sideFiles)) lines.push([file, await databaseWords(store.path(file))])
  const [newest] = await findSets(join(vault, 'backups')).catch(() => [])
  if (!newest) return [...lines, ['Neueste Sicherung', 'keine']]
  const { findings } = await verifySet(newest.path)
  return [...lines, ['Neueste Sicherung', findings.length === 0 ? 'jede Datei stimmt mit ihrer Prüfsumme überein' : findings.join(' ')]]
}

async function databaseWords(path: string): Promise<string> {
  const bytes = (await stat(path).catch(() => null))?.size
  if (bytes === undefined) return 'fehlt'
  if (bytes === 0 || bytes % pageBytes !== 0) return `beschädigt: ${bytes} Byte sind keine ganzen Seiten`
  if (startsLikePlainDatabase(path)) return 'beschädigt: nicht verschlüsselt'
  const log = checkWal(`${path}-wal`)
  return `Länge stimmt; Schreibprotokoll ${log === 'clean' ? 'in Ordnung' : log === 'torn' ? 'endet in einem abgebrochenen Schreibvorgang' : 'beschädigt'}`
}

async function backupLines({ vault, secondPlace }: DiagnosisOrder, place: (path: string) => string): Promise<Line[]> {
  const own = join(vault, 'backups')
  const { failure, second } = await readState(own)
  const lines: Line[] = [...(await setLines('Im Tresor', own)), ['Letzter Fehler', failure === null ? 'keiner' : `${failure.kind}, ${germanDateTime(failure.at)} Uhr`]]
  if (secondPlace === null) return [...lines, ['Zweiter Ort', 'keiner']]
  const folder = join(secondPlace, secondFolder)
  return [
    ...lines, ['Zweiter Ort', place(secondPlace)], ...(await setLines('Am zweiten Ort', folder)), ['Freier Platz dort', await freeSpace(secondPlace)],
    ['Letzter Fehler dort', second.failure === null ? 'keiner' : `${second.failure.kind}, ${germanDateTime(second.failure.at)} Uhr`],
  ]
}

async function setLines(label: string, folder: string): Promise<Line[]> {
  const sets = await findSets(folder).catch((error: unknown) => reasonOf(error))
  if (typeof sets === 'string') return [[label, `nicht lesbar: ${sets}`]]
  const bytes = sets.reduce((sum, { manifest }) => sum + (manifest?.files.reduce((all, file) => all + file.bytes, 0) ?? 0), 0)
  const unreadable = sets.filter(({ manifest }) => manifest === null).length
  const dates = sets.flatMap(({ manifest }) => (manifest ? [manifest.createdAt] : []))
  return [
    [label, `${sets.length} Sicherungen, ${sizeWords(bytes)}${unreadable > 0 ? `, ${unreadable} unlesbar` : ''}`],
    ['  Die neuesten', dates.slice(0, 5).map((at) => germanDateTime(at)).join('; ') || 'keine'],
  ]
}

function policyReport(policy: PolicyState, place: (path: string) => string): Line[] {
  const unknown = policy.problems.filter(({ level, key }) => level === 'warning' && key !== null).length
  const faults = policy.problems.filter(({ level }) => level === 'fault')
  const settled = policyLines(policy).filter(({ source }) => source !== 'usual')
  return [
    ['Datei', policy.file.found ? 'vorhanden' : 'keine'], ['Registrierung', policy.registry === null ? 'gibt es hier nicht' : policy.registry.found ? 'vorhanden' : 'keine'],
    ...settled.map(({ name, value, source }): Line => [name, `${['folder', 'file'].includes(policyKeys[name].kind) ? place(value) : value} (${sourceLabels[source]})`]),
    ['Fehler', faults.length === 0 ? 'keine' : faults.map(({ key }) => key ?? 'ganze Datei oder ganzer Zweig').join(', ')], ['Unbekannte Schlüssel', String(unknown)],
  ]
}

async function logTail(log: string): Promise<string[]> {
  const text = await readFile(log, 'utf8').catch((error: unknown) => (reasonOf(error) === 'ENOENT' ? '' : null))
  if (text === null) return ['nicht lesbar']
  const lines = text.split(/\r?\n/u).flatMap((line) => {
    const [, time, rest = ''] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (.*)$/u.exec(line) ?? []
    return time === undefined ? [] : harmlessLines(rest).map((kept) => `${time} ${kept}`)
  })
  return lines.length === 0 ? ['leer'] : lines.slice(-shownLogLines)
}

async function fileWords(path: string): Promise<string> {
  const found = await stat(path).catch((error: unknown) => reasonOf(error))
  return typeof found === 'string' ? `nicht lesbar: ${found}` : `${found.size} Byte, ${germanDateTime(found.mtime.toISOString())} Uhr`
}

async function freeSpace(path: string): Promise<string> {
  try {
    const { bavail, bsize } = await statfs(path)
    return sizeWords(bavail * bsize)
  } catch (error) {
    return `nicht feststellbar: ${reasonOf(error)}`
  }
}

/** The code of an error. Its message could quote a path or a content. */
function reasonOf(error: unknown): string {
  if (error instanceof VaultError) return error.reason ?? error.code
  return (error as NodeJS.ErrnoException).code ?? 'unbekannter Fehler'
}

function aligned(lines: readonly Line[]): string[] {
  const width = Math.max(...lines.map(([label]) => label.length))
  return lines.map(([label, value]) => `${label.padEnd(width)}  ${value}`)
}
