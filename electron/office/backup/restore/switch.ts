import { rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { replacedName } from '../../../../shared/backup/replaced/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { nodeFiles, PROGRAM_SLOTS, takeLease, VAULT_FILE, vaultStore, type Files } from '../../vault/contract.ts'

/**
 * Switching the vault to other files. The present ones are moved aside whole, then the others are moved in, each by a rename; a journal that
 * is written first says what goes where, so that a switch which was interrupted anywhere is finished at the next start.
 */
const journalFile = 'wechsel.json'
const partial = '.part'

/** Everything that makes up a vault. Backups, the lease and the count of wrong tries stay where they are. */
const vaultFile = /^(vault\.json(\.mirror|\.previous)?|(office|counselling)\.db(-wal|-shm|-journal|\.renew)?)$/
/** What must come in: the keys and both databases. */
const needed = [VAULT_FILE, 'office.db', 'counselling.db']
export const stagedName = /^wiederherstellung-[0-9a-f]{12}$/

const names = z.array(z.string().regex(vaultFile)).max(20)
const journalSchema = z.strictObject({
  format: z.literal(1),
  /** Folder that the present files go to. */
  aside: z.string().regex(replacedName),
  /** Folder that the others come from. */
  stage: z.string().refine((name) => stagedName.test(name) || replacedName.test(name)),
  /** Null until the switch begins: as long as somebody works, logs come and go. */
  outgoing: names.nullable(),
  incoming: names,
})
type Journal = z.infer<typeof journalSchema>

/** Which of a vault's files lie in a folder. */
export async function vaultFilesIn(folder: string, files: Files = nodeFiles): Promise<string[]> {
  return ((await files.list(folder)) ?? []).filter((name) => vaultFile.test(name)).sort()
}

/** Whether a switch is decided and not made yet: its files must be left alone. */
export function isDecided(folder: string): Promise<boolean> {
  return nodeFiles.exists(join(folder, journalFile))
}

/** Names of the states that were moved aside, the newest first. */
export async function replacedIn(folder: string): Promise<string[]> {
  return ((await nodeFiles.list(folder)) ?? []).filter((name) => replacedName.test(name)).sort().reverse()
}

/**
 * Decides the switch: from now on it happens, at the latest at the next start.
 * @param stage name of the folder in the vault's own that holds the other files
 * @throws OfficeError `corrupt` when it doesn't hold a whole vault
 */
export async function decideSwitch(folder: string, stage: string, now: Date, files: Files = nodeFiles): Promise<void> {
  if (!(await isWhole(join(folder, stage), files))) throw new OfficeError('corrupt', { part: 'backup', detail: 'Der Stand ist nicht vollständig. Es wurde nichts umgeschaltet.' })
  const journal: Journal = { format: 1, aside: await freeName(folder, now, files), stage, outgoing: null, incoming: await vaultFilesIn(join(folder, stage), files) }
  await writeJournal(folder, journal, files)
}

async function isWhole(folder: string, files: Files): Promise<boolean> {
  const names = await vaultFilesIn(folder, files)
  return needed.every((name) => names.includes(name))
}

async function writeJournal(folder: string, journal: Journal, files: Files): Promise<void> {
  await files.writeSynced(join(folder, journalFile + partial), Buffer.from(JSON.stringify(journalSchema.parse(journal))))
  await files.replace(join(folder, journalFile + partial), join(folder, journalFile))
  await files.syncFolder(folder)
}

/**
 * Finishes a switch that was decided. To be called before anything looks at the vault.
 * @param options.machine random number of this installation
 * @returns whether there was one
 * @throws VaultError `busy` while another program has the vault open; OfficeError `corrupt` for a journal that can't be read
 */
export async function settleSwitch(folder: string, { machine = null, files = nodeFiles }: { machine?: string | null; files?: Files } = {}): Promise<boolean> {
  if (!(await files.exists(join(folder, journalFile)))) return false
  const lease = await takeLease(vaultStore(folder, files), PROGRAM_SLOTS.restore, { machine })
  try {
    // Another program may have finished it meanwhile.
    const raw = await files.read(join(folder, journalFile))
    if (!raw) return true
    await perform(folder, journalOf(raw), files)
    await files.remove(join(folder, journalFile))
    await files.syncFolder(folder)
    return true
  } finally {
    await lease.release().catch(() => undefined)
  }
}

async function perform(folder: string, journal: Journal, files: Files): Promise<void> {
  const { aside, stage, incoming } = journal
  const [asidePath, stagePath] = [join(folder, aside), join(folder, stage)]
  const outgoing = journal.outgoing ?? (await vaultFilesIn(folder, files))
  // As long as nothing has gone out, a state that isn't whole any more takes the decision back.
  if (!journal.outgoing && !(await isWhole(stagePath, files))) return
  if (!journal.outgoing) await writeJournal(folder, { ...journal, outgoing }, files)
  await files.makeFolder(asidePath)
  for (const name of outgoing) {
    // Nothing comes in before all have gone out, so a file that isn't aside yet is still the one that has to go.
    if (await files.exists(join(asidePath, name))) continue
    await files.replace(join(folder, name), join(asidePath, name))
  }
  await files.syncFolder(asidePath)
  await files.syncFolder(folder)
  for (const name of incoming) {
    if (await files.exists(join(stagePath, name))) await files.replace(join(stagePath, name), join(folder, name))
  }
  await files.syncFolder(folder)
  // Empty now; where something else lies in it, it stays.
  await rmdir(stagePath).catch(() => undefined)
}

function journalOf(raw: Buffer): Journal {
  try {
    return journalSchema.parse(JSON.parse(raw.toString('utf8')))
  } catch {
    throw new OfficeError('corrupt', { part: 'folder', detail: `Die Datei „${journalFile}“ im Ordner des Tresors ist nicht lesbar. Sie gehört zu einer begonnenen Wiederherstellung.` })
  }
}

async function freeName(folder: string, now: Date, files: Files): Promise<string> {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString()
  const name = `ersetzt-${local.slice(0, 10)}-${local.slice(11, 19).replaceAll(':', '')}`
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}-${number}`
    if (!(await files.exists(join(folder, free)))) return free
  }
}
