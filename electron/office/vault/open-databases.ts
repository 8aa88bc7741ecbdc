import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { KEY_NAMES } from '../../../shared/vault/roles.ts'
import { createDatabase } from '../database/open.ts'
import { markEstablished } from './create.ts'
import { cipherKeys } from './database-keys.ts'
import { settleKeys } from './renew-keys.ts'
import type { VaultSession } from './session.ts'
import { DATABASE_FILES, type VaultStore } from './vault-store.ts'

/**
 * Makes the databases of an opened vault ready to be opened: finishes a renewal of keys that was interrupted, and creates
 * what is missing in a vault whose creation was interrupted. In an established vault nothing is ever created.
 */
export async function readyDatabases(session: VaultSession): Promise<void> {
  await settleKeys(session, cipherKeys)
  if (session.file.list.established || !session.keys.counselling) return
  const { files, folder, path } = session.store
  // Made elsewhere and moved in whole, so that a kill leaves no half database that would be taken for damage.
  const making = path(`neu-${randomUUID().slice(0, 8)}`)
  try {
    await files.makeFolder(making)
    for (const name of KEY_NAMES) {
      const key = session.keys[name]
      if (!key || (await files.exists(path(DATABASE_FILES[name])))) continue
      createDatabase(making, name, key, session.file.list.vaultId)
      await files.replace(`${making}/${DATABASE_FILES[name]}`, path(DATABASE_FILES[name]))
    }
    await files.syncFolder(folder)
  } finally {
    await rm(making, { recursive: true, force: true })
  }
  await markEstablished(session)
}

/** Takes away what a creation that failed left behind. Only for a vault that was made in the same call. */
export async function discardNewVault(store: VaultStore): Promise<void> {
  const names = (await store.files.list(store.folder).catch(() => [])) ?? []
  const ours = names.filter((name) => name.startsWith('vault.json') || Object.values(DATABASE_FILES).some((file) => file === name))
  for (const name of ours) await store.files.remove(store.path(name)).catch(() => undefined)
}
