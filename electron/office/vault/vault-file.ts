import { createHash } from 'node:crypto'
import { z } from 'zod'
import { LAND_CODES } from '../../../shared/vault/laender.ts'
import { KEY_NAMES, ROLES } from '../../../shared/vault/roles.ts'
import { signBytes, verifyBytes, type Authority } from './authority.ts'
import { assertDerivationFloor, decodeBytes, encodeBytes } from './crypto.ts'
import { VaultError } from './vault-error.ts'

/** The newest version of vault.json that this program knows; a higher one is opened by nobody but a newer program. */
export const VAULT_FORMAT = 2

/** What a file says that has nothing a program of the first version would not understand. */
const FIRST_FORMAT = 1

const bytes = z.base64()
const id = z.uuid()
const time = z.iso.datetime()
const box = z.strictObject({ nonce: bytes, data: bytes, tag: bytes })

const derivation = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('argon2id'), m: z.int(), t: z.int(), p: z.int(), salt: bytes }),
  z.strictObject({ name: z.literal('hkdf-sha256'), salt: bytes }),
])

const person = z.strictObject({
  id,
  name: z.string().min(1),
  role: z.enum(ROLES),
  publicKey: bytes,
  createdAt: time,
  /** Somebody who was let in by two holders while the Leitung was away, and until when. */
  admission: z.strictObject({ arrangement: id, at: time, until: time }).optional(),
})

/** „Vertretungsfall": any two of the holders open the vault together, to let a deputy in for a while (`deputies.ts`). */
const arrangement = z.strictObject({
  id,
  publicKey: bytes,
  createdAt: time,
  validUntil: time,
  /** For how many days a deputy may be let in at most. */
  longestDays: z.int().min(1).max(366),
  /** Who keeps a code, and its public name (`halfId`). */
  holders: z.array(z.strictObject({ name: z.string().min(1), codeId: bytes })).min(2).max(4),
})

/** What the authority signs: everything that an outsider or an assistant must not change. Readable without a key. */
const listSchema = z.strictObject({
  vaultId: id,
  createdAt: time,
  officeName: z.string().min(1),
  land: z.enum(LAND_CODES),
  /** False until both databases were created; from then on a missing one is an error. */
  established: z.boolean(),
  /** When somebody proved by typing that the recovery key lies on paper. */
  recoveryConfirmedAt: time.optional(),
  authority: bytes,
  succession: z.array(z.strictObject({ publicKey: bytes, signature: bytes })),
  /** Key ids (`keyId`) of the data keys. */
  keys: z.strictObject({ office: bytes, counselling: bytes }),
  /** Present while keys are being renewed: ids of the new keys and the authority to come. */
  renewal: z
    .strictObject({ office: bytes.optional(), counselling: bytes.optional(), authority: bytes.optional() })
    .optional(),
  people: z.array(person).min(1),
  recovery: z.strictObject({ id, publicKey: bytes, createdAt: time }),
  arrangement: arrangement.optional(),
})

const contentSchema = z.strictObject({
  /** Base64 of the JSON that was signed, byte for byte. */
  list: bytes,
  signature: bytes,
  /** Private halves of the authority, each encrypted under a counselling key. */
  authorities: z.array(box.extend({ publicKey: bytes, keyId: bytes })),
  /** Wrapped private keys by slot id; the owner of a slot rewrites their own. */
  slots: z.record(z.string(), z.strictObject({ derivation, wrap: box })),
  /** Data keys, encrypted to the public key of a slot. */
  sealed: z.array(box.extend({ slot: id, key: z.enum(KEY_NAMES), keyId: bytes, ephemeral: bytes })),
  /** The arrangement's private key, once for each two of its holders. */
  pairs: z.array(z.strictObject({ codeIds: z.tuple([bytes, bytes]), derivation, wrap: box })).optional(),
})

const envelopeSchema = z.object({ format: z.int().positive(), checksum: z.string(), vault: z.unknown() })

export type VaultList = z.infer<typeof listSchema>
export type VaultPerson = z.infer<typeof person>
export type VaultContent = z.infer<typeof contentSchema>
export type VaultSlot = VaultContent['slots'][string]
export type SealedKey = VaultContent['sealed'][number]
export type Arrangement = z.infer<typeof arrangement>
export type HolderPair = NonNullable<VaultContent['pairs']>[number]

/** A parsed vault.json. */
export interface VaultFile {
  content: VaultContent
  list: VaultList
  /** SHA-256 of this generation; names it. */
  checksum: string
}

/** Signs a list and puts it into the content. */
export function withList(content: Omit<VaultContent, 'list' | 'signature'>, list: VaultList, authority: Authority): VaultContent {
  const signed = Buffer.from(JSON.stringify(listSchema.parse(list)), 'utf8')
  return { ...content, list: encodeBytes(signed), signature: signBytes(authority, signed) }
}

/** The file's text with a checksum that tells damage from tampering. */
export function encodeVaultFile(content: VaultContent): { text: string; checksum: string } {
  const vault = contentSchema.parse(content)
  const format = formatOf(vault)
  const checksum = checksumOf(format, vault)
  return { text: `${JSON.stringify({ format, checksum, vault }, null, 2)}\n`, checksum }
}

/** The oldest version that can say it all: an office that never arranged a deputy can go back to an earlier program. */
function formatOf(content: VaultContent): number {
  const list = parse(listSchema, jsonOf(decodeBytes(content.list)))
  const newer = list.arrangement ?? content.pairs ?? list.people.find(({ admission }) => admission)
  return newer ? VAULT_FORMAT : FIRST_FORMAT
}

/**
 * Reads a file's bytes, in this order: damage, version, structure, signature, strength of the derivation.
 *
 * @throws VaultError `corrupt` (`damaged`, `tampered`, `weak-derivation`) or `newer-version`
 */
export function decodeVaultFile(raw: Uint8Array): VaultFile {
  const envelope = parse(envelopeSchema, jsonOf(raw))
  // The checksum is over the parsed value, so that a changed line ending or indentation is no damage.
  if (checksumOf(envelope.format, envelope.vault) !== envelope.checksum) throw new VaultError('corrupt', 'damaged')
  if (envelope.format > VAULT_FORMAT) throw new VaultError('newer-version')
  const content = parse(contentSchema, envelope.vault)
  const signed = decodeBytes(content.list)
  const list = parse(listSchema, jsonOf(signed))
  if (!verifyBytes(list.authority, signed, content.signature)) throw new VaultError('corrupt', 'tampered')
  for (const slot of [...Object.values(content.slots), ...(content.pairs ?? [])]) assertDerivationFloor(slot.derivation)
  return { content, list, checksum: envelope.checksum }
}

function checksumOf(format: number, vault: unknown): string {
  return createHash('sha256').update(`${format}\n${JSON.stringify(vault)}`).digest('hex')
}

function jsonOf(raw: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw))
  } catch (error) {
    throw new VaultError('corrupt', 'damaged', {}, error)
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (!result.success) throw new VaultError('corrupt', 'damaged')
  return result.data
}
