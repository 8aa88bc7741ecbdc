import type { KeyName } from '../../../shared/vault/roles.ts'
import { pinLeadsTo, pinOf, unwrapAuthority, type Authority } from './authority.ts'
import { deriveFromPassphrase, deriveFromRecoveryKey } from './crypto.ts'
import { boxOf, keyHolders, openSlot, unsealKey, wrapSlot, type KeyHolder } from './slots.ts'
import { VaultError } from './vault-error.ts'
import { withList, type VaultContent, type VaultList, type VaultPerson } from './vault-file.ts'
import type { StoredVault, VaultStore } from './vault-store.ts'

/** The data keys that somebody holds; an assistant has no counselling key, so there is nothing to check. */
export type DataKeys = { office: Buffer; counselling?: Buffer }

/** An opened vault. Lives in the office process only and dies with it. */
export interface VaultSession {
  readonly store: VaultStore
  /** Present generation of vault.json; moves on with every change. */
  file: StoredVault
  /** Slot that was opened: a person's id, or that of the recovery key. */
  readonly slotId: string
  /** True when the recovery key opened it; then people can be reset, but nobody works. */
  readonly recovery: boolean
  keys: DataKeys
  /** New keys of a renewal that was begun and not finished. */
  nextKeys: Partial<Record<KeyName, Buffer>>
  /** Signs changes of the list; only with the counselling key. */
  authority: Authority | undefined
  nextAuthority: Authority | undefined
}

/**
 * Opens a person's slot.
 *
 * @throws VaultError `wrong-passphrase` when the passphrase does not open the slot, `corrupt` (`tampered`,
 *   `key-mismatch`) when it does but what stands around it is false, `not-found` for an unknown person
 */
export async function unlockWithPassphrase(store: VaultStore, personId: string, passphrase: string): Promise<VaultSession> {
  const file = await store.read()
  const slot = file.content.slots[personId]
  if (!slot || !file.list.people.some((person) => person.id === personId)) throw new VaultError('not-found')
  const kek = await deriveFromPassphrase(passphrase, slot.derivation)
  return open(store, file, personId, kek, new VaultError('wrong-passphrase'))
}

/**
 * Opens the recovery slot.
 *
 * @throws VaultError `wrong-passphrase` / `recovery-key` when the key is not this vault's
 */
export async function unlockWithRecoveryKey(store: VaultStore, recoveryKey: Uint8Array): Promise<VaultSession> {
  const file = await store.read()
  const slot = file.content.slots[file.list.recovery.id]
  if (!slot) throw new VaultError('corrupt', 'key-mismatch')
  const kek = deriveFromRecoveryKey(recoveryKey, slot.derivation)
  return open(store, file, file.list.recovery.id, kek, new VaultError('wrong-passphrase', 'recovery-key'))
}

/** The person whose slot is open; `undefined` for the recovery key. */
export function sessionPerson(session: VaultSession): VaultPerson | undefined {
  return session.file.list.people.find((person) => person.id === session.slotId)
}

/**
 * Who may change the list: Leitung and the recovery key, and both only with the signing key.
 *
 * @throws VaultError `forbidden`
 */
export function requireAuthority(session: VaultSession): Authority {
  const allowed = session.recovery || sessionPerson(session)?.role === 'leitung'
  if (!allowed || !session.authority) throw new VaultError('forbidden')
  return session.authority
}

/** Signs and writes a changed list with changed slots; the session moves on to the new generation. */
export async function writeList(
  session: VaultSession,
  authority: Authority,
  list: VaultList,
  parts: Partial<Omit<VaultContent, 'list' | 'signature'>> = {},
): Promise<void> {
  const content = withList({ ...session.file.content, ...parts }, list, authority)
  session.file = await session.store.write(content, session.file.checksum)
}

async function open(
  store: VaultStore,
  file: StoredVault,
  slotId: string,
  kek: Buffer,
  refusal: VaultError,
): Promise<VaultSession> {
  const { list, content } = file
  const holder = keyHolders(list).find((candidate) => candidate.id === slotId)
  const slot = content.slots[slotId]
  if (!holder || !slot) throw new VaultError('corrupt', 'key-mismatch')
  const header = { vaultId: list.vaultId, id: slotId, publicKey: holder.publicKey }
  const opened = openSlot(header, slot, kek)
  if (!opened) throw refusal
  if (!pinLeadsTo(opened.pin, list.authority, list.succession, list.vaultId)) throw new VaultError('corrupt', 'tampered')

  const keys = presentKeys(file, holder, opened.privateKey)
  const nextKeys = keysOfRenewal(file, holder, opened.privateKey)
  const session: VaultSession = {
    store,
    file,
    slotId,
    recovery: slotId === list.recovery.id,
    keys,
    nextKeys,
    authority: keys.counselling && authorityOf(file, list.authority, keys.counselling),
    nextAuthority:
      list.renewal?.authority && nextKeys.counselling
        ? authorityOf(file, list.renewal.authority, nextKeys.counselling)
        : undefined,
  }
  const pin = pinOf(list.authority)
  const slots = opened.pin.equals(pin)
    ? content.slots
    : { ...content.slots, [slotId]: wrapSlot(header, { ...opened, pin }, slot.derivation, kek) }
  await tidy(session, { ...content, slots })
  return session
}

/** Mends the mirror and notes a new authority. A folder that cannot be written is reported by whoever needs to write. */
async function tidy(session: VaultSession, content: VaultContent): Promise<void> {
  try {
    await session.store.heal(session.file)
    if (content.slots !== session.file.content.slots) {
      session.file = await session.store.write(content, session.file.checksum)
    }
  } catch (error) {
    if (!(error instanceof VaultError) || !['read-only', 'disk-full', 'busy'].includes(error.code)) throw error
  }
}

function presentKeys(file: StoredVault, holder: KeyHolder, privateKey: Buffer): DataKeys {
  const find = (name: KeyName) => {
    const key = unsealKey(file.list.vaultId, file.content.sealed, holder.id, privateKey, name, file.list.keys[name])
    if (!key) throw new VaultError('corrupt', 'key-mismatch')
    return key
  }
  return { office: find('office'), ...(holder.keys.includes('counselling') ? { counselling: find('counselling') } : {}) }
}

function keysOfRenewal(file: StoredVault, holder: KeyHolder, privateKey: Buffer): VaultSession['nextKeys'] {
  const next: VaultSession['nextKeys'] = {}
  for (const name of holder.keys) {
    const id = file.list.renewal?.[name]
    if (!id) continue
    const key = unsealKey(file.list.vaultId, file.content.sealed, holder.id, privateKey, name, id)
    if (!key) throw new VaultError('corrupt', 'key-mismatch')
    next[name] = key
  }
  return next
}

function authorityOf(file: StoredVault, publicKey: string, counsellingKey: Buffer): Authority {
  const entry = file.content.authorities.find((item) => item.publicKey === publicKey)
  const authority = entry && unwrapAuthority(boxOf(entry), publicKey, file.list.vaultId, counsellingKey)
  if (!authority) throw new VaultError('corrupt', 'key-mismatch')
  return authority
}
