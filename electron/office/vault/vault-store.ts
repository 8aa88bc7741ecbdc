import { join } from 'node:path'
import { nodeFiles, type Files } from './files.ts'
import { decodeVaultFile, encodeVaultFile, type VaultContent, type VaultFile } from './vault-file.ts'
import { VaultError } from './vault-error.ts'

/** The databases of a vault by the key that opens them. */
export const DATABASE_FILES = { office: 'office.db', counselling: 'counselling.db' } as const

/** The keys. */
export const VAULT_FILE = 'vault.json'
const MIRROR = 'vault.json.mirror'
const PREVIOUS = 'vault.json.previous'
const PARTIAL = '.part'

/** Copies of the keys; unfinished `.part` files of a kill are none. */
export const VAULT_FILES = [VAULT_FILE, MIRROR, PREVIOUS]

/** What a read found, and whether the mirror had to serve. */
export interface StoredVault extends VaultFile {
  source: 'main' | 'mirror'
}

/** vault.json with its mirror and its previous generation in one folder. */
export interface VaultStore {
  readonly folder: string
  readonly files: Files
  /**
   * Reads vault.json, or its mirror when it is damaged or gone.
   *
   * @throws VaultError `not-found` without folder or vault, `corrupt` when both copies are damaged or databases stand
   *   there without any, `newer-version`
   */
  read(): Promise<StoredVault>
  /**
   * Replaces vault.json and its mirror; the previous generation stays beside them. Everything that needs space is on the
   * disk before the first rename, so a full disk changes nothing.
   *
   * @param expected checksum of the generation that the change was made on
   * @throws VaultError `conflict` when another generation stands there by now
   */
  write(content: VaultContent, expected: string | undefined): Promise<StoredVault>
  /** Makes vault.json and mirror equal again after the mirror served or a crash came between the two. */
  heal(stored: StoredVault): Promise<void>
  /** Destroys the previous generation, once its keys must not be found any more. */
  forgetPrevious(): Promise<void>
  path(name: string): string
}

/** The store of a folder. */
export function vaultStore(folder: string, files: Files = nodeFiles): VaultStore {
  const path = (name: string) => join(folder, name)

  async function attempt(name: string): Promise<VaultFile | VaultError | undefined> {
    const raw = await files.read(path(name))
    if (!raw) return undefined
    try {
      return decodeVaultFile(raw)
    } catch (error) {
      if (error instanceof VaultError) return error
      throw error
    }
  }

  async function read(): Promise<StoredVault> {
    const main = await attempt(VAULT_FILE)
    if (main && !(main instanceof VaultError)) return { ...main, source: 'main' }
    // Only damage is healed by the mirror: a newer or forged file must be seen by the person, not stepped over.
    if (main && main.reason !== 'damaged') throw main
    const mirror = await attempt(MIRROR)
    if (mirror && !(mirror instanceof VaultError)) return { ...mirror, source: 'mirror' }
    throw main ?? mirror ?? (await absence())
  }

  async function absence(): Promise<VaultError> {
    const names = await files.list(folder)
    if (!names) return new VaultError('not-found', 'folder-missing', { path: folder })
    const orphaned = Object.values(DATABASE_FILES).some((name) => names.includes(name))
    return new VaultError(orphaned ? 'corrupt' : 'not-found', 'vault-file-missing', { path: folder })
  }

  async function put(copies: [name: string, bytes: Buffer][]): Promise<void> {
    try {
      for (const [name, bytes] of copies) await files.writeSynced(path(name + PARTIAL), bytes)
    } catch (error) {
      for (const [name] of copies) await files.remove(path(name + PARTIAL)).catch(() => undefined)
      throw error
    }
    for (const [name] of copies) await files.replace(path(name + PARTIAL), path(name))
    await files.syncFolder(folder)
  }

  async function write(content: VaultContent, expected: string | undefined): Promise<StoredVault> {
    const present = expected === undefined ? undefined : await read()
    if (present?.checksum !== expected) throw new VaultError('conflict', 'changed-on-disk')
    const { text } = encodeVaultFile(content)
    const bytes = Buffer.from(text, 'utf8')
    const copies: [string, Buffer][] = [
      [VAULT_FILE, bytes],
      [MIRROR, bytes],
    ]
    if (present) copies.unshift([PREVIOUS, Buffer.from(encodeVaultFile(present.content).text, 'utf8')])
    await put(copies)
    return { ...decodeVaultFile(bytes), source: 'main' }
  }

  async function heal(stored: StoredVault): Promise<void> {
    const mirror = await attempt(MIRROR)
    const equal = mirror && !(mirror instanceof VaultError) && mirror.checksum === stored.checksum
    if (stored.source === 'main' && equal) return
    const bytes = Buffer.from(encodeVaultFile(stored.content).text, 'utf8')
    await put(stored.source === 'main' ? [[MIRROR, bytes]] : [[VAULT_FILE, bytes]])
  }

  async function forgetPrevious(): Promise<void> {
    await files.remove(path(PREVIOUS))
    await files.syncFolder(folder)
  }

  return { folder, files, read, write, heal, forgetPrevious, path }
}
