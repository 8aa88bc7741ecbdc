import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { replacedAt } from '../../../../shared/backup/replaced/model.ts'
import type { Restorable, StateSource } from '../../../../shared/backup/restore/model.ts'
import { VaultError, nodeFiles, vaultStore, type Files, type StoredVault } from '../../vault/contract.ts'
import { secondFolder } from '../second-place.ts'
import { findSets, readSet } from '../set-folder.ts'
import { replacedIn, vaultFilesIn } from './switch.ts'

/** A state that could be brought back, with where it lies. */
export interface FoundState extends Restorable {
  path: string
  vaultId: string | null
}

/** Where states are looked for. */
export interface Places {
  /** The vault's own folder. */
  vault: string
  second: string | null
  /** A folder that the person has chosen. */
  chosen: string | null
}

/** A finished set must stay as it is, so that unlocking it mends and notes nothing in it. */
const untouched: Files = {
  ...nodeFiles,
  writeSynced: async () => {
    throw new VaultError('read-only')
  },
}

/** The keys in a folder that nothing is written to. */
export function untouchedStore(folder: string): ReturnType<typeof vaultStore> {
  return vaultStore(folder, untouched)
}

/** All states at all places, the newest first. A place that isn't there has none. */
export async function findStates({ vault, second, chosen }: Places): Promise<FoundState[]> {
  const own = await setsIn(join(vault, 'backups'), 'own')
  const others = second === null ? [] : await setsIn(join(second, secondFolder), 'second')
  const found = chosen === null ? [] : await chosenSets(chosen)
  const replaced = await Promise.all((await replacedIn(vault)).map((name) => stateOf({ place: 'replaced', id: name }, join(vault, name), replacedAt(name).toISOString())))
  // On a new computer there was nothing to be moved aside.
  return [...own, ...others, ...found, ...replaced.filter(({ bytes }) => bytes > 0)].sort((a, b) => b.at.localeCompare(a.at))
}

/** Sets in a chosen folder: it may be one itself, hold them, or be the vault or stick that holds their folder. */
export async function chosenSets(folder: string): Promise<FoundState[]> {
  const itself = await readSet(folder, basename(folder))
  if (itself?.manifest) return setsIn(dirname(folder), 'chosen', basename(folder))
  for (const place of [folder, join(folder, secondFolder), join(folder, 'backups')]) {
    const sets = await setsIn(place, 'chosen')
    if (sets.length > 0) return sets
  }
  return []
}

async function setsIn(folder: string, place: StateSource['place'], only?: string): Promise<FoundState[]> {
  const sets = (await findSets(folder).catch(() => [])).filter(({ id }) => only === undefined || id === only)
  return Promise.all(sets.map(({ id, path, manifest, newer, day }) => {
    const trouble = newer ? 'Diese Sicherung wurde von einer neueren Programmversion angelegt.' : manifest ? null : 'Das Verzeichnis dieser Sicherung ist beschädigt.'
    return stateOf({ place, id }, path, manifest?.createdAt ?? `${day}T00:00:00.000Z`, trouble)
  }))
}

async function stateOf(source: StateSource, path: string, at: string, trouble: string | null = null): Promise<FoundState> {
  const stored = await untouchedStore(path).read().catch(() => null)
  const names = await vaultFilesIn(path)
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(path, name))).size))
  return {
    source, path, at,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    officeName: stored?.list.officeName ?? '',
    people: peopleOf(stored),
    vaultId: stored?.list.vaultId ?? null,
    trouble: trouble ?? (stored ? null : 'Die Schlüsseldatei dieses Standes ist nicht lesbar.'),
  }
}

/** The people in a list of keys. */
export function peopleOf(stored: StoredVault | null): Restorable['people'] {
  return stored?.list.people.map(({ id, name, role }) => ({ id, name, role })) ?? []
}
