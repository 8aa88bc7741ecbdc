import { hash, randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Probe } from '../../../../shared/backup/probe/model.ts'
import { failureWords } from '../../../../shared/backup/words.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { sides } from '../../../../shared/records/model.ts'
import { nodeFiles, vaultStore, type DataKeys } from '../../vault/contract.ts'
import { checkCopies } from '../check.ts'
import { copySetFile } from '../copy.ts'
import { failureKind } from '../failure.ts'
import { manifestFile } from '../manifest.ts'
import { withThreads } from '../part-threads.ts'
import { findSets, type FoundSet } from '../set-folder.ts'
import { countedKinds } from '../sources.ts'
import { verifySet } from '../verify.ts'
import { writeProbe } from './record.ts'

/** What a test restoration works with: the keys of whoever has opened the office. */
export interface ProbeParts {
  /** The vault's own folder. */
  vault: string
  keys: DataKeys
  /** Ids of the data keys, as the signed list names them. */
  keyIds: { office: string; counselling: string }
}

/**
 * Restores the newest set for a test, into a folder in the vault's own that is taken away again: verified, copied, compared, opened with the
 * keys of today, every page and the structure read, counted. The result is kept and can be printed.
 * @throws OfficeError `forbidden` without both keys, `not-found` when no set opens with the keys of today
 */
export async function probeRestoration({ vault, keys, keyIds }: ProbeParts, signal?: AbortSignal): Promise<Probe> {
  const { office, counselling } = keys
  if (!counselling) throw new OfficeError('forbidden', { detail: 'Eine Wiederherstellungsprobe macht, wer auch die Beratung öffnen kann.' })
  const began = performance.now()
  const folder = join(vault, 'backups')
  const set = await newestOfKeys(folder, keyIds)
  if (!set?.manifest) throw new OfficeError('not-found', { detail: 'Es gibt noch keine Sicherung, die sich mit den heutigen Schlüsseln öffnet.' })
  const { manifest } = set
  const copy = join(vault, `wiederherstellung-${randomBytes(6).toString('hex')}`)
  const outcome: Pick<Probe, 'trouble' | 'counts'> = { trouble: null, counts: null }
  try {
    outcome.trouble = (await verifySet(set.path, { signal })).findings.join(' ') || null
    if (outcome.trouble === null) outcome.counts = await restoreTo(copy, set, manifest.vaultId, { office, counselling }, signal)
    if (outcome.counts === null) outcome.trouble ??= 'Die zurückkopierten Datenbanken ließen sich nicht öffnen oder sind nicht vollständig.'
  } catch (error) {
    if (signal?.aborted) throw error
    outcome.trouble = failureWords(failureKind(error), 'own').happened
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
  const sha256 = await readFile(join(set.path, manifestFile)).then((bytes) => hash('sha256', bytes), () => '')
  const probe: Probe = {
    at: new Date().toISOString(), setId: set.id, setAt: manifest.createdAt, sha256, bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
    seconds: Math.round((performance.now() - began) / 100) / 10, ...outcome,
  }
  await writeProbe(folder, office, probe)
  return probe
}

/** Sets from before a renewal of keys open with their own keys only; the newest one that opens with today's is tested. */
async function newestOfKeys(folder: string, keyIds: ProbeParts['keyIds']): Promise<FoundSet | null> {
  for (const set of await findSets(folder)) {
    const list = set.manifest && (await vaultStore(set.path).read().catch(() => null))?.list
    // One whose keys can't be read is damaged, and a test is there to find that out.
    if (set.manifest && (!list || (list.keys.office === keyIds.office && list.keys.counselling === keyIds.counselling))) return set
  }
  return null
}

async function restoreTo(copy: string, { path, manifest }: FoundSet, vaultId: string, keys: Required<DataKeys>, signal: AbortSignal | undefined): Promise<Probe['counts']> {
  await nodeFiles.makeFolder(copy)
  const files = manifest?.files ?? []
  const same = await withThreads(files.reduce((sum, { bytes }) => sum + bytes, 0), async (threads) => {
    for (const file of files) if (!(await copySetFile(join(path, file.name), join(copy, file.name), file, { threads, signal }))) return false
    return true
  })
  if (!same) return null
  const [office, counselling] = await checkCopies(sides.map((side) => ({ path: join(copy, `${side}.db`), side, key: keys[side], vaultId, authentic: false, thorough: true, kinds: countedKinds(side) })), signal)
  return office?.whole && counselling?.whole ? { office: office.counts, counselling: counselling.counts } : null
}
