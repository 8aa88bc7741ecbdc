import { KEY_NAMES, keysOfRole, type KeyName } from '../../../shared/vault/roles.ts'
import { PIN_BYTES, pinOf } from './authority.ts'
import {
  associatedData,
  decryptBox,
  encryptBox,
  keyId,
  type Box,
  type DerivationParameters,
} from './crypto.ts'
import { PRIVATE_KEY_BYTES, newSlotKeyPair, publicKeyOf, seal, unseal } from './seal.ts'
import type { SealedKey, VaultList, VaultPerson, VaultSlot } from './vault-file.ts'

/** Version of what is bound to a wrapped or sealed key; another number would open none of those that exist. */
const HEADER_FORMAT = 1

/** What identifies a slot; all of it is bound to the wrapped key as associated data. */
export interface SlotHeader {
  vaultId: string
  id: string
  publicKey: string
}

/** The opened inside of a slot. */
export interface OpenedSlot {
  privateKey: Buffer
  /** Which authority the owner trusts (`pinOf`). */
  pin: Buffer
}

/** Somebody who holds data keys: a person, two holders of an arrangement together, or the recovery key. */
export interface KeyHolder {
  id: string
  publicKey: string
  keys: readonly KeyName[]
}

/** A slot with a new key pair, wrapped under `kek`, trusting `authority`. */
export function newSlot(
  vaultId: string,
  id: string,
  authority: string,
  derivation: DerivationParameters,
  kek: Uint8Array,
): { publicKey: string; slot: VaultSlot } {
  const pair = newSlotKeyPair()
  const header = { vaultId, id, publicKey: pair.publicKey }
  return {
    publicKey: pair.publicKey,
    slot: wrapSlot(header, { privateKey: pair.privateKey, pin: pinOf(authority) }, derivation, kek),
  }
}

/** Wraps the inside of a slot under a key encryption key. */
export function wrapSlot(
  header: SlotHeader,
  inside: OpenedSlot,
  derivation: DerivationParameters,
  kek: Uint8Array,
): VaultSlot {
  const plain = Buffer.concat([inside.privateKey, inside.pin])
  return { derivation, wrap: encryptBox(kek, plain, wrapHeader(header, derivation)) }
}

/** Opens a slot, or gives `undefined` when the key encryption key is not its own or anything in its header was changed. */
export function openSlot(header: SlotHeader, slot: VaultSlot, kek: Uint8Array): OpenedSlot | undefined {
  const plain = decryptBox(kek, slot.wrap, wrapHeader(header, slot.derivation))
  if (plain?.length !== PRIVATE_KEY_BYTES + PIN_BYTES) return undefined
  const privateKey = plain.subarray(0, PRIVATE_KEY_BYTES)
  if (publicKeyOf(privateKey) !== header.publicKey) return undefined
  return { privateKey, pin: plain.subarray(PRIVATE_KEY_BYTES) }
}

/** Everybody in the list who holds data keys, the recovery key last. */
export function keyHolders(list: VaultList): KeyHolder[] {
  const together = list.arrangement ? [{ ...list.arrangement, keys: KEY_NAMES }] : []
  return [...list.people.map(personAsHolder), ...together, { ...list.recovery, keys: KEY_NAMES }]
}

/** A person with the keys of their role. */
export function personAsHolder(person: VaultPerson): KeyHolder {
  return { id: person.id, publicKey: person.publicKey, keys: keysOfRole(person.role) }
}

/** Encrypts a data key to a holder. */
export function sealKey(vaultId: string, holder: KeyHolder, name: KeyName, key: Uint8Array): SealedKey {
  const id = keyId(key)
  return { slot: holder.id, key: name, keyId: id, ...seal(holder.publicKey, key, sealHeader(vaultId, holder.id, name, id)) }
}

/** Opens the data key with the given id, or `undefined` when it is not there or not what its id says. */
export function unsealKey(
  vaultId: string,
  sealed: SealedKey[],
  holderId: string,
  privateKey: Uint8Array,
  name: KeyName,
  id: string,
): Buffer | undefined {
  const entry = sealed.find((item) => item.slot === holderId && item.key === name && item.keyId === id)
  const key = entry && unseal(privateKey, entry, sealHeader(vaultId, holderId, name, id))
  return key && keyId(key) === id ? key : undefined
}

function wrapHeader(header: SlotHeader, derivation: DerivationParameters): Buffer {
  const parameters =
    derivation.name === 'argon2id' ? [derivation.m, derivation.t, derivation.p, derivation.salt] : [derivation.salt]
  return associatedData('slot', HEADER_FORMAT, header.vaultId, header.id, header.publicKey, derivation.name, parameters)
}

function sealHeader(vaultId: string, holderId: string, name: KeyName, id: string): Buffer {
  return associatedData('key', HEADER_FORMAT, vaultId, holderId, name, id)
}

/** The three values of a box, without what stands beside them in the file. */
export function boxOf(entry: Box): Box {
  return { nonce: entry.nonce, data: entry.data, tag: entry.tag }
}
