import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest, RunningBackup, SetFile } from '../../../shared/backup/model.ts'
import { isoDay } from '../../../shared/dates.ts'
import type { Side } from '../../../shared/records/model.ts'
import { encodeVaultFile, nodeFiles, VAULT_FILE, type StoredVault, type VaultStore } from '../vault/contract.ts'
import { checkCopies } from './check.ts'
import type { CopyVerdict } from './check-database.ts'
import { copyParts, type ByteSource } from './copy.ts'
import { BackupFailure } from './failure.ts'
import { encodeManifest, manifestFile, sealCounts, sealHead } from './manifest.ts'
import { withThreads } from './part-threads.ts'
import { beginSet, finishSet, setName } from './set-folder.ts'
import type { KnownPages } from './known-pages.ts'
import { countedKinds, type SourceDatabase } from './sources.ts'

/** How the making of a set is followed and ended. */
export interface MakingOptions {
  signal?: AbortSignal | undefined
  onProgress?: ((running: RunningBackup) => void) | undefined
  /** Told when the vault itself isn't needed any more. */
  onCopied?: (() => void) | undefined
}

/** What is copied: one generation of the keys and the databases that it opens. */
export interface SetSource {
  store: VaultStore
  vault: StoredVault
  databases: readonly SourceDatabase[]
  /** Whether the structure of the copies is walked through, too; large ones are once a week. */
  thorough: boolean
  /** Checksums of the parts whose pages an earlier set showed to be authentic; see `known-pages.ts`. */
  known?: KnownPages
}

/**
 * Makes a set in a folder: copies under a temporary name, synced, read again and compared, their pages authenticated where there are keys; then opened
 * with those keys; only then the manifest is written and the set gets its name. Whatever fails leaves nothing behind.
 * @returns the set's name
 * @throws BackupFailure and errors that `failureKind` knows
 */
export async function makeSet(folder: string, source: SetSource, { signal, onProgress, onCopied }: MakingOptions = {}): Promise<{ id: string; manifest: Manifest }> {
  const started = new Date()
  const keys = Buffer.from(encodeVaultFile(source.vault.content).text, 'utf8')
  const copies = source.databases.flatMap(({ files }) => files)
  const total = copies.reduce((sum, { bytes }) => sum + bytes, keys.length)
  let unfinished: string | null = null
  try {
    unfinished = await beginSet(folder, total)
    const folderOfSet = unfinished
    let done = 0
    // Written and read again.
    const onBytes = (bytes: number): void => onProgress?.({ step: 'copying', done: (done += bytes) / 2, total })
    const written = await withThreads(total, async (threads) => {
      const files: SetFile[] = [{ name: VAULT_FILE, ...(await copyParts(bytesOf(keys), join(folderOfSet, VAULT_FILE), { threads, signal, onBytes })) }]
      for (const { side, codes, files: copies } of source.databases) {
        const pages = codes && { key: codes.key, known: (codes.salt === source.known?.[side]?.salt && source.known[side].parts) || [] }
        for (const { name, copy } of copies) files.push({ name, ...(await copy(join(folderOfSet, name), { threads, signal, onBytes, pages })) })
      }
      return files
    })
    for (const { release } of source.databases) release()
    if ((await source.store.read()).checksum !== source.vault.checksum) throw new BackupFailure('gave-way')
    onCopied?.()

    onProgress?.({ step: 'checking', done: 0, total: 0 })
    const verdicts = await openCopies(unfinished, source, signal)
    const manifest = manifestOf(source, written, verdicts, started)
    await nodeFiles.writeSynced(join(unfinished, manifestFile), Buffer.from(encodeManifest(manifest), 'utf8'))
    signal?.throwIfAborted()
    return { id: await finishSet(folder, unfinished, setName(started)), manifest }
  } catch (error) {
    if (unfinished) await rm(unfinished, { recursive: true, force: true }).catch(() => undefined)
    throw error
  } finally {
    for (const { release } of source.databases) release()
  }
}

function bytesOf(buffer: Buffer): ByteSource {
  return { bytes: buffer.length, read: async (target, position) => buffer.copy(target, 0, position) }
}

type Verdicts = Partial<Record<Side, Extract<CopyVerdict, { whole: true }>>>

async function openCopies(folder: string, source: SetSource, signal: AbortSignal | undefined): Promise<Verdicts> {
  const keyed = source.databases.flatMap(({ side, key, files }) => (key && files[0] ? [{ side, key, path: join(folder, files[0].name) }] : []))
  const { vaultId } = source.vault.list
  const verdicts = await checkCopies(keyed.map((copy) => ({ ...copy, vaultId, authentic: true, thorough: source.thorough, kinds: countedKinds(copy.side) })), signal)
  const whole: Verdicts = {}
  for (const [index, { side, path }] of keyed.entries()) {
    const verdict = verdicts[index]
    if (!verdict?.whole) throw new BackupFailure('source-damaged', verdict?.reason)
    whole[side] = verdict
    // Opening made them; the set holds nothing but what the manifest names.
    for (const companion of ['-wal', '-shm']) await nodeFiles.remove(path + companion)
  }
  return whole
}

function manifestOf({ vault, databases }: SetSource, files: SetFile[], verdicts: Verdicts, started: Date): Manifest {
  const created = new Date()
  const manifest: Manifest = {
    vaultId: vault.list.vaultId,
    startedAt: started.toISOString(),
    createdAt: created.toISOString(),
    day: isoDay(started),
    generation: vault.checksum,
    files,
    versions: { office: verdicts.office?.version ?? null, counselling: verdicts.counselling?.version ?? null },
    checked: { office: verdicts.office ? 'opened' : 'bytes', counselling: verdicts.counselling ? 'opened' : 'bytes' },
    counts: { office: null, counselling: null },
    heads: { office: null, counselling: null },
    salts: { office: null, counselling: null, ...Object.fromEntries(databases.flatMap(({ side, codes }) => (codes ? [[side, codes.salt]] : []))) },
  }
  for (const { side, key } of databases) {
    const counts = verdicts[side]?.counts
    if (key && counts) manifest.counts[side] = sealCounts(key, manifest, counts)
    const head = verdicts[side]?.head
    if (key && head) manifest.heads = { office: null, counselling: null, ...manifest.heads, [side]: sealHead(key, manifest, head) }
  }
  return manifest
}
