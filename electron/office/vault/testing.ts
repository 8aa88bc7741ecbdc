import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createVault } from './create.ts'
import { nodeFiles, type Files } from './files.ts'
import { addPerson } from './people.ts'
import type { DatabaseKeyTools } from './renew-keys.ts'
import { DATABASE_FILES, vaultStore } from './vault-store.ts'

/** Passphrases of the people in `threePeople`. */
export const PASSPHRASES = {
  leitung: 'Vier grüne Möwen lesen',
  vertretung: 'Sieben Äpfel schweigen',
  assistenz: 'Drei rote Tassen tanzen',
} as const

/** A folder that disappears after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tresor-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A vault with one person of each role, on real files. */
export async function threePeople(files: Files = nodeFiles) {
  const store = vaultStore(await temporaryFolder(), files)
  const { session, recoveryKey } = await createVault(store, {
    officeName: 'Stadt Musterstadt',
    land: 'SN',
    personName: 'Dana Leitner',
    passphrase: PASSPHRASES.leitung,
  })
  const deputy = await addPerson(session, { name: 'Vera Tretow', role: 'vertretung', passphrase: PASSPHRASES.vertretung })
  const assistant = await addPerson(session, { name: 'Assad Stein', role: 'assistenz', passphrase: PASSPHRASES.assistenz })
  return { store, session, recoveryKey, ids: { leitung: session.slotId, vertretung: deputy.id, assistenz: assistant.id } }
}

/**
 * Stand-in for the database layer where a test is about keys, not about SQL: a file of one AES-256-GCM box, which, like
 * SQLCipher's, opens under one key only.
 */
export function boxedFiles(files: Files = nodeFiles): DatabaseKeyTools & { make(path: string, key: Uint8Array, text: string): Promise<void>; text(path: string, key: Uint8Array): Promise<string | undefined> } {
  async function make(path: string, key: Uint8Array, text: string): Promise<void> {
    const nonce = createHash('sha256').update(text).update(key).digest().subarray(0, 12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    await files.writeSynced(path, Buffer.concat([nonce, cipher.getAuthTag(), data]))
  }
  async function text(path: string, key: Uint8Array): Promise<string | undefined> {
    const raw = await readFile(path)
    const decipher = createDecipheriv('aes-256-gcm', key, raw.subarray(0, 12)).setAuthTag(raw.subarray(12, 28))
    try {
      return Buffer.concat([decipher.update(raw.subarray(28)), decipher.final()]).toString('utf8')
    } catch {
      return undefined
    }
  }
  return {
    make,
    text,
    opens: async (path, key) => (await text(path, key)) !== undefined,
    copyWithKey: async (from, fromKey, to, toKey) => make(to, toKey, (await text(from, fromKey)) ?? ''),
  }
}

/** Both databases of a vault as boxed files. */
export async function makeDatabases(threesome: Awaited<ReturnType<typeof threePeople>>): Promise<void> {
  const { store, session } = threesome
  const tools = boxedFiles()
  await tools.make(store.path(DATABASE_FILES.office), session.keys.office, 'Büro')
  if (session.keys.counselling) {
    await tools.make(store.path(DATABASE_FILES.counselling), session.keys.counselling, 'Beratung')
  }
}

/** Thrown where a test stops the program. */
export class Killed extends Error {}

/**
 * File operations that work `steps` times and then never again, as after a power cut: everything that changes the disk
 * counts. `torn` writes half of the file at the moment of the kill.
 */
export function killedAfter(steps: number, torn = false): Files & { readonly used: number } {
  let used = 0
  const step = async (action: () => Promise<void>, partial?: () => Promise<void>) => {
    if (used >= steps) {
      if (used++ === steps && torn) await partial?.()
      throw new Killed()
    }
    used++
    await action()
  }
  return {
    ...nodeFiles,
    get used() {
      return used
    },
    writeSynced: (path, bytes) =>
      step(
        () => nodeFiles.writeSynced(path, bytes),
        () => writeFile(path, bytes.subarray(0, bytes.length / 2)),
      ),
    replace: (from, to) => step(() => nodeFiles.replace(from, to)),
    remove: (path) => step(() => nodeFiles.remove(path)),
  }
}

/** Changes the JSON of vault.json and mirror and makes the checksum right again, as a forger would. */
export async function forge(folder: string, change: (vault: ForgedVault) => void): Promise<void> {
  const raw = JSON.parse(await readFile(join(folder, 'vault.json'), 'utf8')) as { format: number; vault: ForgedVault }
  change(raw.vault)
  const checksum = createHash('sha256').update(`${raw.format}\n${JSON.stringify(raw.vault)}`).digest('hex')
  const text = JSON.stringify({ ...raw, checksum })
  for (const name of ['vault.json', 'vault.json.mirror']) await writeFile(join(folder, name), text)
}

/** As much of the file's shape as forgers need. */
export interface ForgedVault {
  list: string
  signature: string
  authorities: Record<string, string>[]
  slots: Record<string, { derivation: Record<string, string | number>; wrap: Record<string, string> }>
  sealed: Record<string, string>[]
}
