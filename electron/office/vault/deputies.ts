import { randomBytes } from 'node:crypto'
import { KEY_NAMES } from '../../../shared/vault/roles.ts'
import { pinOf } from './authority.ts'
import { KEY_BYTES, deriveFromTwo, halfId, newHkdfParameters } from './crypto.ts'
import { assertNoRenewal, personSlot, sealedFor, without } from './people.ts'
import { checkedName, checkedPassphrase } from './people-rules.ts'
import { newSlotKeyPair } from './seal.ts'
import { requireAuthority, writeList, type VaultSession } from './session.ts'
import { personAsHolder, wrapSlot } from './slots.ts'
import { VaultError } from './vault-error.ts'
import type { Arrangement, HolderPair, VaultContent, VaultFile, VaultList, VaultPerson } from './vault-file.ts'

/**
 * „Vertretungsfall": two people outside of the vault, each with a code on paper, let a deputy in together while the Leitung is away.
 * Why any two of two to four, and why codes and no passphrases: docs/vault.md.
 */

/** A code per holder; drafted, printed and proved before it opens anything. */
export interface HolderCode {
  name: string
  code: Buffer
}

/** What the Leitung decides. */
export interface ArrangementTerms {
  /** ISO time after which the codes open nothing any more. */
  validUntil: string
  longestDays: number
}

/** Random codes for these holders. @throws VaultError `invalid` for an empty name, `conflict` for two of one name */
export function draftCodes(names: readonly string[]): HolderCode[] {
  const drafted: HolderCode[] = []
  for (const given of names) drafted.push({ name: checkedName(given, drafted), code: randomBytes(KEY_BYTES) })
  return drafted
}

/** Makes the codes valid. An arrangement that was made before ends with that. Leitung only. */
export async function arrangeDeputy(session: VaultSession, holders: readonly HolderCode[], terms: ArrangementTerms, id: string): Promise<Arrangement> {
  const authority = requireAuthority(session)
  assertNoRenewal(session)
  const { list, content } = session.file
  const pair = newSlotKeyPair()
  const header = { vaultId: list.vaultId, id, publicKey: pair.publicKey }
  const inside = { privateKey: pair.privateKey, pin: pinOf(list.authority) }
  const pairs: HolderPair[] = holders.flatMap((first, index) =>
    holders.slice(index + 1).map((second) => {
      const derivation = newHkdfParameters()
      const wrapped = wrapSlot(header, inside, derivation, deriveFromTwo([first.code, second.code], derivation))
      return { codeIds: [halfId(first.code), halfId(second.code)] as [string, string], ...wrapped }
    }),
  )
  const arrangement: Arrangement = {
    id, publicKey: pair.publicKey, createdAt: new Date().toISOString(), ...terms,
    holders: holders.map(({ name, code }) => ({ name, codeId: halfId(code) })),
  }
  const sealed = [...withoutArrangement(list, content), ...sealedFor(session, { ...arrangement, keys: KEY_NAMES })]
  await writeList(session, authority, { ...list, arrangement }, { sealed, pairs })
  return arrangement
}

/** Ends the arrangement: its codes open nothing any more. Who was let in stays until they are removed. Leitung only. */
export async function revokeArrangement(session: VaultSession): Promise<void> {
  const authority = requireAuthority(session)
  assertNoRenewal(session)
  const { arrangement: _, ...list } = session.file.list
  await writeList(session, authority, list, { sealed: withoutArrangement(session.file.list, session.file.content), pairs: undefined })
}

/** Who was let in, and how long they may stay. */
export interface AdmittedDeputy {
  /** Id of the new person. */
  id: string
  name: string
  passphrase: string
  days: number
}

/**
 * Lets a deputy in, in a session that two holders have opened: a person of the role Vertretung with a passphrase of their own, for some
 * days. Whoever was let in before under that name is replaced, and so is everybody whose time is over.
 *
 * @throws VaultError `forbidden` in any other session, `invalid`, `conflict`
 */
export async function admitDeputy(session: VaultSession, deputy: AdmittedDeputy, now = Date.now()): Promise<VaultPerson> {
  const { list, content } = session.file
  const { arrangement, authority, name, people } = checkedDeputy(session, deputy, now)
  const made = await personSlot(session, deputy.id, deputy.passphrase)
  const admission = { arrangement: arrangement.id, at: new Date(now).toISOString(), until: endOf(deputy, now) }
  const admitted: VaultPerson = { id: deputy.id, name, role: 'vertretung', publicKey: made.publicKey, createdAt: admission.at, admission }
  const gone = new Set(list.people.filter((person) => !people.includes(person)).map(({ id }) => id))
  const slots = Object.fromEntries(Object.entries(content.slots).filter(([id]) => !gone.has(id)))
  const sealed = content.sealed.filter(({ slot }) => !gone.has(slot))
  await writeList(session, authority, { ...list, people: [...people, admitted] }, {
    slots: { ...slots, [deputy.id]: made.slot },
    sealed: [...sealed, ...sealedFor(session, personAsHolder(admitted))],
  })
  return admitted
}

/** ISO time at which a deputy's days are over. */
export function endOf({ days }: Pick<AdmittedDeputy, 'days'>, now: number): string {
  return new Date(now + days * 86_400_000).toISOString()
}

/**
 * What has to be right before anything is written: who is let in, by which arrangement, and who stays beside them.
 * @throws VaultError as {@link admitDeputy}
 */
export function checkedDeputy({ file: { list }, authority, slotId }: VaultSession, deputy: AdmittedDeputy, now = Date.now()) {
  const { arrangement } = list
  if (!arrangement || !authority || slotId !== arrangement.id) throw new VaultError('forbidden')
  if (list.renewal) throw new VaultError('busy', 'renewal-unfinished')
  if (deputy.days < 1 || deputy.days > arrangement.longestDays) throw new VaultError('invalid', 'too-many-days', { field: 'days' })
  checkedPassphrase(deputy.passphrase)
  const asked = deputy.name.normalize('NFC').trim()
  const people = list.people.filter(({ admission, name }) => !admission || (Date.parse(admission.until) > now && name !== asked))
  return { arrangement, authority, people, name: checkedName(deputy.name, people) }
}

/**
 * A list without deputies whose days are over and without an arrangement that has run out. The program lets neither in any more; new keys
 * must not be handed to them either, for a changed program would find them.
 */
export function withoutExpired({ list, content }: Pick<VaultFile, 'list' | 'content'>, now: number): Pick<VaultFile, 'list' | 'content'> {
  const over = list.people.filter(({ admission }) => admission && Date.parse(admission.until) <= now).map(({ id }) => id)
  const { arrangement, ...rest } = list
  const ended = arrangement !== undefined && Date.parse(arrangement.validUntil) <= now
  const gone = new Set(ended ? [...over, arrangement.id] : over)
  if (gone.size === 0) return { list, content }
  return {
    list: { ...(ended ? rest : list), people: list.people.filter(({ id }) => !gone.has(id)) },
    content: {
      ...content,
      slots: Object.fromEntries(Object.entries(content.slots).filter(([id]) => !gone.has(id))),
      sealed: content.sealed.filter(({ slot }) => !gone.has(slot)),
      pairs: ended ? undefined : content.pairs,
    },
  }
}

function withoutArrangement(list: VaultList, content: VaultContent): VaultContent['sealed'] {
  return list.arrangement ? without(content.sealed, list.arrangement.id) : content.sealed
}
