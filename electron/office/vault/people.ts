import { randomBytes, randomUUID } from 'node:crypto'
import { KEY_NAMES, keysOfRole, type KeyName, type Role } from '../../../shared/vault/roles.ts'
import { KEY_BYTES, deriveFromPassphrase, deriveFromRecoveryKey, newArgon2Parameters, newHkdfParameters } from './crypto.ts'
import { assertLeitungRemains, checkedName, checkedPassphrase } from './people-rules.ts'
import { requireAuthority, writeList, type VaultSession } from './session.ts'
import { newSlot, openSlot, personAsHolder, sealKey, wrapSlot, type KeyHolder } from './slots.ts'
import { VaultError } from './vault-error.ts'
import type { SealedKey, VaultPerson } from './vault-file.ts'

/** Adds a person who has just typed their first passphrase. Leitung only. */
export async function addPerson(
  session: VaultSession,
  person: { name: string; role: Role; passphrase: string },
): Promise<VaultPerson> {
  const authority = requireAuthority(session)
  assertNoRenewal(session)
  const { list, content } = session.file
  const passphrase = checkedPassphrase(person.passphrase)
  const name = checkedName(person.name, list.people)
  const id = randomUUID()
  const made = await personSlot(session, id, passphrase)
  const added: VaultPerson = { id, name, role: person.role, publicKey: made.publicKey, createdAt: new Date().toISOString() }
  await writeList(session, authority, { ...list, people: [...list.people, added] }, {
    slots: { ...content.slots, [id]: made.slot },
    sealed: [...content.sealed, ...sealedFor(session, personAsHolder(added))],
  })
  return added
}

/**
 * Changes the passphrase of whoever is working. Needs no signature: the public key, which is signed, stays.
 *
 * @throws VaultError `wrong-passphrase` when `current` is not right, `invalid`
 */
export async function changeOwnPassphrase(session: VaultSession, current: string, next: string): Promise<void> {
  const { list, content } = session.file
  const person = list.people.find((candidate) => candidate.id === session.slotId)
  const slot = content.slots[session.slotId]
  if (!person || !slot) throw new VaultError('not-found')
  checkedPassphrase(next)
  const header = { vaultId: list.vaultId, id: person.id, publicKey: person.publicKey }
  const opened = openSlot(header, slot, await deriveFromPassphrase(current, slot.derivation))
  if (!opened) throw new VaultError('wrong-passphrase')
  const derivation = newArgon2Parameters()
  const changed = wrapSlot(header, opened, derivation, await deriveFromPassphrase(next, derivation))
  const slots = { ...content.slots, [person.id]: changed }
  session.file = await session.store.write({ ...content, slots }, session.file.checksum)
}

/** Gives a person a new passphrase (and key pair): by the recovery key, or by Leitung with the person present. */
export async function resetPassphrase(session: VaultSession, personId: string, passphrase: string): Promise<VaultPerson> {
  const authority = requireAuthority(session)
  assertNoRenewal(session)
  const { list, content } = session.file
  const person = findPerson(session, personId)
  const made = await personSlot(session, personId, checkedPassphrase(passphrase))
  const changed = { ...person, publicKey: made.publicKey }
  await writeList(session, authority, { ...list, people: replace(list.people, changed) }, {
    slots: { ...content.slots, [personId]: made.slot },
    sealed: [...without(content.sealed, personId), ...sealedFor(session, personAsHolder(changed))],
  })
  return changed
}

/**
 * Removes a person.
 *
 * @returns the keys that the person held and may have kept a copy of; renew them (`renewKeys`) when trust is broken
 * @throws VaultError `conflict` (`own-person`, `last-leitung`)
 */
export async function removePerson(session: VaultSession, personId: string): Promise<readonly KeyName[]> {
  const authority = requireAuthority(session)
  assertNoRenewal(session)
  const { list, content } = session.file
  const person = findPerson(session, personId)
  if (personId === session.slotId) throw new VaultError('conflict', 'own-person')
  const people = list.people.filter((candidate) => candidate.id !== personId)
  assertLeitungRemains(people)
  const slots = Object.fromEntries(Object.entries(content.slots).filter(([id]) => id !== personId))
  await writeList(session, authority, { ...list, people }, { slots, sealed: without(content.sealed, personId) })
  return keysOfRole(person.role)
}

/**
 * Gives a person another role and the keys of that role.
 *
 * @returns keys that the person held before and holds no more
 * @throws VaultError `conflict` (`own-person`, `last-leitung`)
 */
export async function changeRole(session: VaultSession, personId: string, role: Role): Promise<readonly KeyName[]> {
  const authority = requireAuthority(session)
  assertNoRenewal(session)
  const { list, content } = session.file
  const person = findPerson(session, personId)
  // Whoever is given a role stays for good.
  const { admission: _, ...kept } = person
  const changed = { ...kept, role }
  const people = replace(list.people, changed)
  assertLeitungRemains(people)
  if (personId === session.slotId) throw new VaultError('conflict', 'own-person')
  await writeList(session, authority, { ...list, people }, {
    sealed: [...without(content.sealed, personId), ...sealedFor(session, personAsHolder(changed))],
  })
  return keysOfRole(person.role).filter((name) => !keysOfRole(role).includes(name))
}

/** Another name for a person. */
export async function renamePerson(session: VaultSession, personId: string, name: string): Promise<void> {
  const authority = requireAuthority(session)
  const { list } = session.file
  const person = findPerson(session, personId)
  const others = list.people.filter((candidate) => candidate.id !== personId)
  await writeList(session, authority, { ...list, people: replace(list.people, { ...person, name: checkedName(name, others) }) })
}

/** A random recovery key that is not yet valid: it is shown, written down and proved first (`replaceRecoveryKey`). */
export function draftRecoveryKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** Makes a drafted recovery key the valid one; the former one opens nothing any more. */
export async function replaceRecoveryKey(session: VaultSession, recoveryKey: Uint8Array): Promise<void> {
  const authority = requireAuthority(session)
  assertNoRenewal(session)
  const { list, content } = session.file
  const id = randomUUID()
  const derivation = newHkdfParameters()
  const kek = deriveFromRecoveryKey(recoveryKey, derivation)
  const made = newSlot(list.vaultId, id, list.authority, derivation, kek)
  const now = new Date().toISOString()
  const recovery = { id, publicKey: made.publicKey, createdAt: now }
  const slots = Object.fromEntries(Object.entries(content.slots).filter(([slotId]) => slotId !== list.recovery.id))
  await writeList(session, authority, { ...list, recovery, recoveryConfirmedAt: now }, {
    slots: { ...slots, [id]: made.slot },
    sealed: [...without(content.sealed, list.recovery.id), ...sealedFor(session, { ...recovery, keys: KEY_NAMES })],
  })
}

/** Notes that somebody proved to have the recovery key on paper. */
export async function confirmRecoveryKey(session: VaultSession): Promise<void> {
  const list = { ...session.file.list, recoveryConfirmedAt: new Date().toISOString() }
  await writeList(session, requireAuthority(session), list)
}

/** A slot that a passphrase opens. */
export async function personSlot(session: VaultSession, id: string, passphrase: string): Promise<ReturnType<typeof newSlot>> {
  const { list } = session.file
  const derivation = newArgon2Parameters()
  return newSlot(list.vaultId, id, list.authority, derivation, await deriveFromPassphrase(passphrase, derivation))
}

/** The session's data keys for a holder. @throws VaultError `forbidden` when the session lacks one */
export function sealedFor(session: VaultSession, holder: KeyHolder): SealedKey[] {
  return holder.keys.map((name) => {
    const key = session.keys[name]
    if (!key) throw new VaultError('forbidden')
    return sealKey(session.file.list.vaultId, holder, name, key)
  })
}

function findPerson(session: VaultSession, personId: string): VaultPerson {
  const person = session.file.list.people.find((candidate) => candidate.id === personId)
  if (!person) throw new VaultError('not-found')
  return person
}

function replace(people: VaultPerson[], changed: VaultPerson): VaultPerson[] {
  return people.map((person) => (person.id === changed.id ? changed : person))
}

/** Without what was sealed to a slot. */
export function without(sealed: SealedKey[], slotId: string): SealedKey[] {
  return sealed.filter((entry) => entry.slot !== slotId)
}

/** A half-finished renewal must be finished first: a slot made now would miss the new keys. @throws VaultError `busy` */
export function assertNoRenewal(session: VaultSession): void {
  if (session.file.list.renewal) throw new VaultError('busy', 'renewal-unfinished')
}
