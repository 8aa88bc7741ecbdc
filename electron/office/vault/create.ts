import { randomBytes, randomUUID } from 'node:crypto'
import { KEY_NAMES, type Role } from '../../../shared/vault/roles.ts'
import type { Land } from '../../../shared/vault/laender.ts'
import { newAuthority, wrapAuthority } from './authority.ts'
import {
  KEY_BYTES,
  deriveFromPassphrase,
  deriveFromRecoveryKey,
  keyId,
  newArgon2Parameters,
  newHkdfParameters,
  newKey,
} from './crypto.ts'
import { checkedName, checkedPassphrase } from './people-rules.ts'
import { requireAuthority, unlockWithPassphrase, writeList, type VaultSession } from './session.ts'
import { keyHolders, newSlot, sealKey } from './slots.ts'
import { VaultError } from './vault-error.ts'
import { withList, type VaultList } from './vault-file.ts'
import { DATABASE_FILES, VAULT_FILES, type VaultStore } from './vault-store.ts'

/** What a new office needs. */
export interface NewOffice {
  officeName: string
  land: Land
  personName: string
  passphrase: string
}

/**
 * Creates vault.json in a folder (made if need be) that holds no vault, with one Leitung and a recovery key. The
 * databases follow; until `markEstablished` they may be missing.
 *
 * @returns the opened vault and the recovery key (32 bytes), which is nowhere kept
 * @throws VaultError `conflict` (`vault-exists`, `folder-not-empty`), `invalid`
 */
export async function createVault(store: VaultStore, office: NewOffice): Promise<{ session: VaultSession; recoveryKey: Buffer }> {
  const passphrase = checkedPassphrase(office.passphrase)
  const officeName = office.officeName.trim()
  if (!officeName) throw new VaultError('invalid', undefined, { field: 'officeName' })
  await assertFree(store)

  const vaultId = randomUUID()
  const now = new Date().toISOString()
  const keys = { office: newKey(), counselling: newKey() }
  const authority = newAuthority()
  const recoveryKey = randomBytes(KEY_BYTES)

  const personId = randomUUID()
  const derivation = newArgon2Parameters()
  const own = newSlot(vaultId, personId, authority.publicKey, derivation, await deriveFromPassphrase(passphrase, derivation))
  const recoveryId = randomUUID()
  const recoveryDerivation = newHkdfParameters()
  const recoveryKek = deriveFromRecoveryKey(recoveryKey, recoveryDerivation)
  const recovery = newSlot(vaultId, recoveryId, authority.publicKey, recoveryDerivation, recoveryKek)

  const role: Role = 'leitung'
  const list: VaultList = {
    vaultId,
    createdAt: now,
    officeName,
    land: office.land,
    established: false,
    authority: authority.publicKey,
    succession: [],
    keys: { office: keyId(keys.office), counselling: keyId(keys.counselling) },
    people: [{ id: personId, name: checkedName(office.personName, []), role, publicKey: own.publicKey, createdAt: now }],
    recovery: { id: recoveryId, publicKey: recovery.publicKey, createdAt: now },
  }
  const wrapped = wrapAuthority(authority, vaultId, keys.counselling)
  const content = withList(
    {
      authorities: [{ publicKey: authority.publicKey, keyId: list.keys.counselling, ...wrapped }],
      slots: { [personId]: own.slot, [recoveryId]: recovery.slot },
      sealed: keyHolders(list).flatMap((holder) => KEY_NAMES.map((name) => sealKey(vaultId, holder, name, keys[name]))),
    },
    list,
    authority,
  )
  await store.files.makePath(store.folder)
  await store.write(content, undefined)
  // Opened as on any later day, so that a vault that cannot be opened is never handed over.
  return { session: await unlockWithPassphrase(store, personId, passphrase), recoveryKey }
}

/** From now on a missing database is an error and never a reason to create one. */
export async function markEstablished(session: VaultSession): Promise<void> {
  await writeList(session, requireAuthority(session), { ...session.file.list, established: true })
}

async function assertFree(store: VaultStore): Promise<void> {
  const names = (await store.files.list(store.folder)) ?? []
  if (VAULT_FILES.some((name) => names.includes(name))) {
    throw new VaultError('conflict', 'vault-exists', { path: store.folder })
  }
  if (Object.values(DATABASE_FILES).some((name) => names.includes(name))) {
    throw new VaultError('conflict', 'folder-not-empty', { path: store.folder })
  }
}
