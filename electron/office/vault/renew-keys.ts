import { KEY_NAMES, type KeyName } from '../../../shared/vault/roles.ts'
import { newAuthority, signSuccession, wrapAuthority } from './authority.ts'
import { keyId, newKey } from './crypto.ts'
import { withoutExpired } from './deputies.ts'
import { requireAuthority, writeList, type DataKeys, type VaultSession } from './session.ts'
import { keyHolders, sealKey } from './slots.ts'
import { VaultError } from './vault-error.ts'
import { DATABASE_FILES } from './vault-store.ts'

/**
 * What renewal needs of the database layer. Nobody may have the database open meanwhile.
 */
export interface DatabaseKeyTools {
  /** Whether `key` is the key of this file; throws when the file is damaged or gone. */
  opens(path: string, key: Uint8Array): Promise<boolean>
  /**
   * Writes a complete, verified and synced copy under another key and leaves the original without write-ahead log or
   * journal, so that nothing of it can be replayed into the copy.
   */
  copyWithKey(from: string, fromKey: Uint8Array, to: string, toKey: Uint8Array): Promise<void>
}

const COPY = '.renew'
const COMPANIONS = ['-wal', '-shm', '-journal']

/**
 * Gives databases new keys, after somebody who held the old ones left. With the counselling key the authority changes
 * too. Safe to interrupt anywhere: from `begin` to `finish` vault.json holds old and new keys for everybody who remains,
 * and whichever opens the file is its key (`settleKeys`).
 */
export async function renewKeys(session: VaultSession, names: readonly KeyName[], tools: DatabaseKeyTools): Promise<void> {
  if (session.file.list.renewal) throw new VaultError('busy', 'renewal-unfinished')
  await begin(session, names)
  await settleKeys(session, tools)
}

/**
 * To be called after every unlock and before the databases are opened: finishes a renewal that was interrupted. An
 * assistant cannot finish it and just gets the key that opens the office database today.
 */
export async function settleKeys(session: VaultSession, tools: DatabaseKeyTools): Promise<void> {
  const { renewal } = session.file.list
  if (!renewal) return
  if (!session.authority) {
    if (session.nextKeys.office && (await tools.opens(databasePath(session, 'office'), session.nextKeys.office))) {
      session.keys = { office: session.nextKeys.office }
    }
    return
  }
  for (const name of KEY_NAMES) if (renewal[name]) await swapDatabase(session, name, tools)
  await finish(session)
}

async function begin(session: VaultSession, names: readonly KeyName[]): Promise<void> {
  const authority = requireAuthority(session)
  const { list, content } = withoutExpired(session.file, Date.now())
  const nextKeys = Object.fromEntries(names.map((name) => [name, newKey()])) as VaultSession['nextKeys']
  const nextAuthority = nextKeys.counselling && newAuthority()
  const sealed = keyHolders(list).flatMap((holder) =>
    holder.keys.flatMap((name) => {
      const key = nextKeys[name]
      return key ? [sealKey(list.vaultId, holder, name, key)] : []
    }),
  )
  const renewal = {
    ...Object.fromEntries(Object.entries(nextKeys).map(([name, key]) => [name, keyId(key)])),
    ...(nextAuthority ? { authority: nextAuthority.publicKey } : {}),
  }
  const authorities = [...content.authorities]
  if (nextAuthority && nextKeys.counselling) {
    const box = wrapAuthority(nextAuthority, list.vaultId, nextKeys.counselling)
    authorities.push({ publicKey: nextAuthority.publicKey, keyId: keyId(nextKeys.counselling), ...box })
  }
  await writeList(session, authority, { ...list, renewal }, { sealed: [...content.sealed, ...sealed], authorities, slots: content.slots, pairs: content.pairs })
  session.nextKeys = nextKeys
  session.nextAuthority = nextAuthority
}

async function swapDatabase(session: VaultSession, name: KeyName, tools: DatabaseKeyTools): Promise<void> {
  const { files, folder } = session.store
  const path = databasePath(session, name)
  const copy = path + COPY
  const [oldKey, newOne] = [session.keys[name], session.nextKeys[name]]
  if (!oldKey || !newOne) throw new VaultError('corrupt', 'key-mismatch')
  if (await tools.opens(path, newOne)) return files.remove(copy)
  if (!(await tools.opens(path, oldKey))) throw new VaultError('corrupt', 'key-mismatch', { path })
  await files.remove(copy)
  await tools.copyWithKey(path, oldKey, copy, newOne)
  if (!(await tools.opens(copy, newOne))) throw new VaultError('corrupt', 'key-mismatch', { path: copy })
  for (const companion of COMPANIONS) {
    const rest = await files.read(path + companion)
    if (rest?.length && companion !== '-shm' && !isOver(companion, rest)) throw new VaultError('busy', 'other-program', { path })
    await files.remove(path + companion)
  }
  await files.replace(copy, path)
  await files.syncFolder(folder)
}

/**
 * Whether nothing of a journal is left to be rolled back. Where a connection had the file for itself, SQLite clears the journal's beginning
 * and lets it lie (https://sqlite.org/pragma.html#pragma_locking_mode); a process that is killed then never takes it away.
 */
function isOver(companion: string, content: Uint8Array): boolean {
  return companion === '-journal' && content[0] === 0
}

async function finish(session: VaultSession): Promise<void> {
  const { list, content } = session.file
  const old = session.authority
  if (!old) throw new VaultError('forbidden')
  const next = session.nextAuthority ?? old
  const { renewal, ...rest } = list
  const keys = { office: renewal?.office ?? list.keys.office, counselling: renewal?.counselling ?? list.keys.counselling }
  const succession =
    next === old ? list.succession : [...list.succession, signSuccession(old, next.publicKey, list.vaultId)]
  await writeList(session, next, { ...rest, keys, succession, authority: next.publicKey }, {
    sealed: content.sealed.filter((entry) => entry.keyId === keys[entry.key]),
    authorities: content.authorities.filter((entry) => entry.publicKey === next.publicKey),
  })
  session.keys = { ...session.keys, ...session.nextKeys } as DataKeys
  session.nextKeys = {}
  session.authority = next
  session.nextAuthority = undefined
  await session.store.forgetPrevious()
}

function databasePath(session: VaultSession, name: KeyName): string {
  return session.store.path(DATABASE_FILES[name])
}
