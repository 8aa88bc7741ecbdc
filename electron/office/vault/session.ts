import type { KeyName } from '../../../shared/vault/roles.ts'
import { pinLeadsTo, pinOf, unwrapAuthority, type Authority } from './authority.ts'
import { deriveFromPassphrase, deriveFromRecoveryKey, deriveFromTwo, halfId } from './crypto.ts'
import { boxOf, keyHolders, openSlot, unsealKey, wrapSlot, type KeyHolder } from './slots.ts'
import { VaultError } from './vault-error.ts'
import { withList, type VaultContent, type VaultList, type VaultPerson, type VaultSlot } from './vault-file.ts'
import type { StoredVault, VaultStore } from './vault-store.ts'

/** The data keys that somebody holds; an assistant has no counselling key, so there is nothing to check. */
export type DataKeys = { office: Buffer; counselling?: Buffer }

/** An opened vault. Lives in the office process only and dies with it. */
export interface VaultSession {
  readonly store: VaultStore
  /** Present generation of vault.json; moves on with every change. */
  file: StoredVault
  /** Slot that was opened: a person's id, that of the recovery key, or that of the arrangement which two holders opened. */
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
export async function unlockWithPassphrase(store: VaultStore, personId: string, passphrase: string, now = Date.now()): Promise<VaultSession> {
  const file = await store.read()
  const slot = file.content.slots[personId]
  const person = file.list.people.find((candidate) => candidate.id === personId)
  if (!slot || !person) throw new VaultError('not-found')
  const kek = await deriveFromPassphrase(passphrase, slot.derivation)
  const session = await open(store, file, personId, { slot, kek }, new VaultError('wrong-passphrase'))
  if (person.admission && Date.parse(person.admission.until) <= now) throw new VaultError('forbidden', 'deputy-over')
  return session
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
  return open(store, file, file.list.recovery.id, { slot, kek }, new VaultError('wrong-passphrase', 'recovery-key'))
}

/**
 * Opens the slot of the arrangement with the codes of two of its holders, in any order.
 *
 * @throws VaultError `not-found` without an arrangement, `forbidden` / `arrangement-expired`, `wrong-passphrase` / `holder-code` naming
 *   the field of a code that is none of this arrangement's, `invalid` / `same-code` for one code typed twice
 */
export async function unlockByTwo(store: VaultStore, codes: readonly [Uint8Array, Uint8Array], now = Date.now()): Promise<VaultSession> {
  const file = await store.read()
  const { arrangement } = file.list
  if (!arrangement) throw new VaultError('not-found', 'no-arrangement')
  if (Date.parse(arrangement.validUntil) <= now) throw new VaultError('forbidden', 'arrangement-expired')
  const ids = codes.map(halfId)
  const strange = ids.findIndex((id) => !arrangement.holders.some(({ codeId }) => codeId === id))
  if (strange >= 0) throw new VaultError('wrong-passphrase', 'holder-code', { field: `codes.${strange}` })
  if (ids[0] === ids[1]) throw new VaultError('invalid', 'same-code', { field: 'codes.1' })
  const slot = file.content.pairs?.find(({ codeIds }) => codeIds.every((id) => ids.includes(id)))
  if (!slot) throw new VaultError('corrupt', 'key-mismatch')
  return open(store, file, arrangement.id, { slot, kek: deriveFromTwo(codes, slot.derivation) }, new VaultError('corrupt', 'tampered'))
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
  { slot, kek }: { slot: VaultSlot; kek: Buffer },
  refusal: VaultError,
): Promise<VaultSession> {
  const { list, content } = file
  const holder = keyHolders(list).find((candidate) => candidate.id === slotId)
  if (!holder) throw new VaultError('corrupt', 'key-mismatch')
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
  // What two holders open follows the chain of authorities each time: its pairs are as many as nobody could wrap anew here.
  const slots = opened.pin.equals(pin) || content.slots[slotId] === undefined
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
