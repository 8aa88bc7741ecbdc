import { randomBytes } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { exitCodes, type ExitCode } from '../../../shared/backup/exit-codes.ts'
import { failureWords, sizeWords } from '../../../shared/backup/words.ts'
import { germanDateTime } from '../../../shared/dates.ts'
import { PROGRAM_SLOTS, takeLease, VaultError, vaultStore } from '../vault/contract.ts'
import { copySetFile } from './copy.ts'
import { failureKind } from './failure.ts'
import { makeSet } from './make-set.ts'
import { withThreads } from './part-threads.ts'
import { settleSwitch } from './restore/switch.ts'
import { rotate } from './rotation.ts'
import { copyToSecondPlace, readyGivenPlace, secondFolder } from './second-place.ts'
import { findSets, readSet, sweepUnfinished, type FoundSet } from './set-folder.ts'
import { closedDatabases } from './sources.ts'
import { stampOf, writeState } from './state.ts'
import { verifySet } from './verify.ts'

/** What a command without a window is to do. */
export interface CommandOrder {
  command: 'backup' | 'verify' | 'restore-test'
  /** Folder of the vault. */
  vault: string
  /** Folder or set that the command names, if it names one. */
  target: string | null
  /** Second place of the vault's backups on this computer. */
  secondPlace: string | null
  /** Random number of this installation. */
  machine: string | null
}

/** Tells a line; German, without personal data. */
type Tell = (line: string) => void

/** Runs a command for a scheduler or support. It needs neither a passphrase nor a screen, and never asks anything. */
export async function runCommand(order: CommandOrder, tell: Tell): Promise<ExitCode> {
  try {
    if (order.command === 'backup') return await backUp(order, tell)
    if (order.command === 'verify') return await verify(order, tell)
    return await testRestore(order, tell)
  } catch (error) {
    return toldFailure(error, tell)
  }
}

async function backUp({ vault, target, secondPlace, machine }: CommandOrder, tell: Tell): Promise<ExitCode> {
  const began = performance.now()
  await settleSwitch(vault, { machine })
  const store = vaultStore(vault)
  const keys = await store.read()
  const own = join(vault, 'backups')
  if (target !== null && !(await isFolder(target))) {
    tell('Der angegebene Ordner ist nicht vorhanden oder nicht erreichbar. Es wurde nichts gesichert.')
    return exitCodes.notReachable
  }
  const folder = target ?? own
  const lease = await takeLease(store, PROGRAM_SLOTS.backup, { machine })
  try {
    await sweepUnfinished(folder, target === null)
    const stamp = stampOf(store)
    const { id, manifest } = await makeSet(folder, { store, vault: keys, databases: closedDatabases(store), thorough: false })
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
    tell(`Gesichert: ${join(folder, id)}, ${sizeWords(bytes)} in ${((performance.now() - began) / 1000).toLocaleString('de-DE', { maximumFractionDigits: 1 })} s.`)
    await rotate(folder, manifest.vaultId)
    if (target !== null) return exitCodes.done
    await writeState(own, { copied: stamp, failure: null })
    const set = await readSet(join(folder, id), id)
    return secondPlace === null || !set ? exitCodes.done : await copyOn(set, secondPlace, vault, tell)
  } finally {
    await lease.release().catch(() => undefined)
  }
}

async function copyOn(set: FoundSet, secondPlace: string, vault: string, tell: Tell): Promise<ExitCode> {
  const own = join(vault, 'backups')
  const vaultId = set.manifest?.vaultId ?? ''
  try {
    await readyGivenPlace(own, secondPlace, vault)
    await copyToSecondPlace(set, secondPlace)
    await writeState(own, { second: { lastAt: set.manifest?.createdAt ?? null, failure: null } })
    await rotate(join(secondPlace, secondFolder), vaultId)
    tell('Am zweiten Ort liegt eine Kopie.')
    return exitCodes.done
  } catch (error) {
    tell(`Zweiter Ort: ${failureWords(failureKind(error), 'second').happened}`)
    return codeOf(error)
  }
}

async function verify({ vault, target }: CommandOrder, tell: Tell): Promise<ExitCode> {
  const sets = await setsAt(target ?? vault)
  if (sets.length === 0) return nothing(tell)
  let damaged = 0
  for (const { id, path } of sets) {
    const { findings, bytes, createdAt } = await verifySet(path)
    if (findings.length > 0) damaged++
    const what = createdAt ? `Stand ${germanDateTime(createdAt)}, ${sizeWords(bytes)}` : 'Stand unbekannt'
    tell(`${id}: ${what}: ${findings.length === 0 ? 'unversehrt' : findings.join(' ')}`)
  }
  tell(`${sets.length} ${sets.length === 1 ? 'Sicherung' : 'Sicherungen'} geprüft, ${damaged} beschädigt.`)
  return damaged === 0 ? exitCodes.done : exitCodes.damaged
}

/** Copies the newest set as a restoration would, compares every byte, and takes the copy away. Opening it takes a passphrase. */
async function testRestore({ vault, target }: CommandOrder, tell: Tell): Promise<ExitCode> {
  const began = performance.now()
  const [set] = await setsAt(target ?? vault)
  if (!set) return nothing(tell)
  const { findings } = await verifySet(set.path)
  if (findings.length > 0 || !set.manifest) {
    tell(`${set.id}: ${findings.join(' ')}`)
    return exitCodes.damaged
  }
  const copy = join(vault, `wiederherstellung-${randomBytes(6).toString('hex')}`)
  try {
    const { makeFolder } = vaultStore(copy).files
    await makeFolder(copy)
    const { files } = set.manifest
    const other = await withThreads(files.reduce((sum, { bytes }) => sum + bytes, 0), async (threads) => {
      for (const file of files) if (!(await copySetFile(join(set.path, file.name), join(copy, file.name), file, { threads }))) return file.name
      return null
    })
    if (other !== null) {
      tell(`${set.id}: Die Datei „${other}“ ließ sich nicht unverändert zurückkopieren.`)
      return exitCodes.damaged
    }
    await vaultStore(copy).read()
    closedDatabases(vaultStore(copy))
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
  tell(`${set.id}: Stand ${germanDateTime(set.manifest.createdAt)} ließ sich in ${((performance.now() - began) / 1000).toLocaleString('de-DE', { maximumFractionDigits: 1 })} s zurückkopieren; jede Datei stimmt mit ihrer Prüfsumme überein, die Schlüssel sind gültig unterschrieben.`)
  tell('Geöffnet wurden die Datenbanken nicht: dazu braucht es eine Passphrase.')
  return exitCodes.done
}

/** Sets at a path: one itself, a folder of them, or the vault or stick that holds their folder; the newest first. */
async function setsAt(path: string): Promise<FoundSet[]> {
  const itself = await readSet(path, basename(path))
  if (itself && (itself.manifest || itself.id.startsWith('sicherung-'))) return [itself]
  for (const folder of [path, join(path, 'backups'), join(path, secondFolder)]) {
    const sets = await findSets(folder).catch(() => [])
    if (sets.length > 0) return sets
  }
  return []
}

function nothing(tell: Tell): ExitCode {
  tell('Dort liegt keine Sicherung.')
  return exitCodes.nothingThere
}

function toldFailure(error: unknown, tell: Tell): ExitCode {
  if (error instanceof VaultError && error.code === 'busy' && error.details.host) {
    tell(`Der Tresor ist auf dem Rechner „${error.details.host}“ seit ${germanDateTime(error.details.since ?? '')} Uhr geöffnet. Es wurde nichts gesichert; das Büro sichert sich dort selbst.`)
    return exitCodes.inUse
  }
  if (error instanceof VaultError && error.code === 'not-found') {
    tell('In diesem Ordner liegt kein Büro.')
    return exitCodes.nothingThere
  }
  const { happened, next } = failureWords(failureKind(error), 'own')
  tell(`${happened} ${next}`)
  return codeOf(error)
}

function codeOf(error: unknown): ExitCode {
  switch (failureKind(error)) {
    case 'disk-full': return exitCodes.diskFull
    case 'not-reachable': case 'read-only': case 'held': return exitCodes.notReachable
    case 'source-damaged': case 'copy-damaged': return exitCodes.damaged
    case 'in-use': case 'gave-way': return exitCodes.inUse
    case 'failed': return exitCodes.unexpected
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false
}
