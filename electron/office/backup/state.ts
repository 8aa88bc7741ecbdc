import { statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { failureKinds } from '../../../shared/backup/model.ts'
import { sides } from '../../../shared/records/model.ts'
import { sideFiles } from '../database/sides.ts'
import { nodeFiles, VAULT_FILE, type VaultStore } from '../vault/contract.ts'

const stateFile = 'stand.json'
const failure = z.object({ kind: z.enum(failureKinds), at: z.string() }).nullable().default(null)

/** What the office remembers of its backups besides the sets themselves. Lies in clear beside them: nothing personal. */
const stateSchema = z.object({
  /** What the vault's files looked like when they were last copied. */
  copied: z.string().default(''),
  /** When the structure of a copy was last walked through; null as long as it never was. */
  thoroughAt: z.string().nullable().default(null),
  failure,
  /** Place that IT has settled and where the folder for copies was made. */
  givenPlace: z.string().default(''),
  second: z.object({ lastAt: z.string().nullable().default(null), failure }).default({ lastAt: null, failure: null }),
})
export type BackupState = z.infer<typeof stateSchema>

/** Reads what is remembered; a missing or damaged file means that nothing is. */
export async function readState(folder: string): Promise<BackupState> {
  try {
    return stateSchema.parse(JSON.parse((await nodeFiles.read(join(folder, stateFile)))?.toString('utf8') ?? '{}'))
  } catch {
    return stateSchema.parse({})
  }
}

/** Writes a change; a disk that is full or away must not turn into a second failure. */
export async function writeState(folder: string, change: Partial<BackupState>): Promise<void> {
  try {
    await nodeFiles.makeFolder(folder)
    const part = join(folder, `${stateFile}.part`)
    await nodeFiles.writeSynced(part, Buffer.from(JSON.stringify({ ...(await readState(folder)), ...change })))
    await nodeFiles.replace(part, join(folder, stateFile))
  } catch {
    // Shown from memory until the office is locked.
  }
}

/** Size and time of everything that a set copies: equal as long as nothing was changed. */
export function stampOf(store: VaultStore): string {
  const names = [VAULT_FILE, ...sides.flatMap((side) => ['', '-wal', '-journal'].map((ending) => sideFiles[side].file + ending))]
  return names.flatMap((name) => {
    const found = statSync(store.path(name), { throwIfNoEntry: false })
    return found && found.size > 0 ? [`${name} ${found.size} ${found.mtimeMs}`] : []
  }).join('\n')
}
