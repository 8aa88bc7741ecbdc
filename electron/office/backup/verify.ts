import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { SetFile, Verification } from '../../../shared/backup/model.ts'
import { VAULT_FILE, vaultStore } from '../vault/contract.ts'
import { isAsWritten, type CopyOptions } from './copy.ts'
import { manifestFile } from './manifest.ts'
import { withThreads } from './part-threads.ts'
import { readSet, type FoundSet } from './set-folder.ts'

/**
 * Looks whether a set is what was written, without any key: manifest, every file by its checksum, nothing missing, nothing besides, and keys
 * that are signed and of the same vault.
 */
export async function verifySet(path: string, options: Omit<CopyOptions, 'threads'> = {}): Promise<Verification> {
  const set = await readSet(path, basename(path))
  const findings: string[] = []
  if (!set?.manifest) return { id: basename(path), createdAt: null, bytes: 0, findings: [set ? manifestFinding(set) : 'Der Ordner der Sicherung fehlt.'] }
  const { manifest } = set
  const names = await readdir(path)
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
  await withThreads(bytes, async (threads) => {
    for (const file of manifest.files) {
      if (!names.includes(file.name)) findings.push(`Die Datei „${file.name}“ fehlt.`)
      else if (!(await isWhole(join(path, file.name), file, { ...options, threads }))) findings.push(`Die Datei „${file.name}“ ist beschädigt oder wurde verändert.`)
    }
  })
  const expected = new Set([manifestFile, ...manifest.files.map(({ name }) => name)])
  for (const name of names) if (!expected.has(name)) findings.push('Im Ordner der Sicherung liegt eine Datei, die nicht dazugehört.')
  for (const name of [VAULT_FILE, 'office.db', 'counselling.db']) if (!expected.has(name)) findings.push(`Die Datei „${name}“ gehört nicht zu dieser Sicherung.`)
  if (findings.length === 0) findings.push(...(await keyFindings(set)))
  return { id: set.id, createdAt: manifest.createdAt, bytes, findings }
}

async function isWhole(path: string, file: SetFile, options: CopyOptions): Promise<boolean> {
  try {
    return await isAsWritten(path, file, options)
  } catch (error) {
    // A sector that can't be read is damage of this file, not the end of the verification.
    if ((error as { code?: string }).code === 'EIO') return false
    throw error
  }
}

async function keyFindings({ path, manifest }: FoundSet): Promise<string[]> {
  try {
    const { checksum, list } = await vaultStore(path).read()
    return checksum === manifest?.generation && list.vaultId === manifest.vaultId ? [] : ['Die Schlüssel in der Sicherung gehören nicht zu ihren Datenbanken.']
  } catch {
    return ['Die Schlüsseldatei der Sicherung ist nicht gültig.']
  }
}

function manifestFinding({ newer }: FoundSet): string {
  return newer ? 'Die Sicherung wurde von einer neueren Programmversion angelegt.' : `Die Datei „${manifestFile}“ fehlt oder ist beschädigt.`
}
