import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { hashRaw, type Algorithm } from '@node-rs/argon2'
import { normalizePassphrase } from '../../../shared/vault/passphrase.ts'
import { VaultError } from './vault-error.ts'

/** Length in bytes of every symmetric key here: data keys, key encryption keys, the recovery key. */
export const KEY_BYTES = 32
const SALT_BYTES = 16
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Argon2id parameters as they stand in a slot; `m` in KiB. */
export interface Argon2Parameters {
  name: 'argon2id'
  m: number
  t: number
  p: number
  salt: string
}

/** The recovery key is random already, so one HKDF step is enough. */
export interface HkdfParameters {
  name: 'hkdf-sha256'
  salt: string
}

export type DerivationParameters = Argon2Parameters | HkdfParameters

/** What AES-256-GCM produced; all Base64. */
export interface Box {
  nonce: string
  data: string
  tag: string
}

/** RFC 9106 section 4, second recommended option; BSI TR-02102-1 recommends Argon2id without figures of its own. */
const CURRENT = { m: 64 * 1024, t: 3, p: 4 } as const
/** Above this a file would only be made to exhaust the memory of whoever opens it. */
const CEILING = { m: 4 * 1024 * 1024, t: 64, p: 64 } as const

/** `Algorithm.Argon2id`; the binding exports a const enum, which cannot be imported as a value. */
const ARGON2ID = 2 as Algorithm

/** Fresh parameters with a random salt for a person's passphrase. */
export function newArgon2Parameters(): Argon2Parameters {
  return { name: 'argon2id', ...CURRENT, salt: encodeBytes(randomBytes(SALT_BYTES)) }
}

/** Fresh parameters for a recovery slot. */
export function newHkdfParameters(): HkdfParameters {
  return { name: 'hkdf-sha256', salt: encodeBytes(randomBytes(SALT_BYTES)) }
}

/**
 * Refuses parameters below today's floor or absurdly high, so that nobody can have a passphrase tried against a cheap
 * derivation by editing the file.
 *
 * @throws VaultError `corrupt` / `weak-derivation`
 */
export function assertDerivationFloor(parameters: DerivationParameters): void {
  const saltTooShort = decodeBytes(parameters.salt).length < SALT_BYTES
  const outside =
    parameters.name === 'argon2id' &&
    (['m', 't', 'p'] as const).some((name) => parameters[name] < CURRENT[name] || parameters[name] > CEILING[name])
  if (saltTooShort || outside) throw new VaultError('corrupt', 'weak-derivation')
}

/** Key encryption key of a passphrase (about 0.1 s, 64 MiB). Runs on a thread of the pool, not on the event loop. */
export async function deriveFromPassphrase(passphrase: string, parameters: DerivationParameters): Promise<Buffer> {
  assertDerivationFloor(parameters)
  if (parameters.name !== 'argon2id') throw new VaultError('corrupt', 'weak-derivation')
  return hashRaw(Buffer.from(normalizePassphrase(passphrase), 'utf8'), {
    algorithm: ARGON2ID,
    memoryCost: parameters.m,
    timeCost: parameters.t,
    parallelism: parameters.p,
    salt: decodeBytes(parameters.salt),
    outputLen: KEY_BYTES,
  })
}

/** Key encryption key of the recovery key. */
export function deriveFromRecoveryKey(recoveryKey: Uint8Array, parameters: DerivationParameters): Buffer {
  assertDerivationFloor(parameters)
  return deriveKey(recoveryKey, 'recovery-slot', decodeBytes(parameters.salt))
}

/**
 * Key encryption key of two holders' codes, in any order. Both codes are 256 random bits and the input of one HKDF step, so that one
 * of them says nothing about the key.
 */
export function deriveFromTwo(codes: readonly [Uint8Array, Uint8Array], parameters: DerivationParameters): Buffer {
  assertDerivationFloor(parameters)
  const both = Buffer.concat([...codes].sort(Buffer.compare))
  return deriveKey(both, 'two-holders', decodeBytes(parameters.salt))
}

/** Public name of a holder's code: tells whose it is, and nothing about it, because it is random and long. */
export function halfId(code: Uint8Array): string {
  return encodeBytes(deriveKey(code, 'holder-code-id', undefined, 16))
}

/** HKDF-SHA256 (RFC 5869) with a purpose as `info`; 32 bytes unless said otherwise. */
export function deriveKey(secret: Uint8Array, purpose: string, salt: Uint8Array = Buffer.alloc(0), length = KEY_BYTES): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, `integrationsbuero/1/${purpose}`, length))
}

/** Public name of a data key: proves after unwrapping that it is the right one, tells nothing about it. */
export function keyId(key: Uint8Array): string {
  return encodeBytes(deriveKey(key, 'key-id', undefined, 16))
}

/** A random data key. */
export function newKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** Associated data: the parts in this order as JSON, so that no part can run into its neighbour. */
export function associatedData(...parts: (string | number | object)[]): Buffer {
  return Buffer.from(JSON.stringify(parts), 'utf8')
}

/** AES-256-GCM with a random 96-bit nonce and a 128-bit tag. */
export function encryptBox(key: Uint8Array, plain: Uint8Array, header: Buffer): Box {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(header)
  const data = Buffer.concat([cipher.update(plain), cipher.final()])
  return { nonce: encodeBytes(nonce), data: encodeBytes(data), tag: encodeBytes(cipher.getAuthTag()) }
}

/** Opens a box, or gives `undefined` when key, header or content do not belong together. */
export function decryptBox(key: Uint8Array, box: Box, header: Buffer): Buffer | undefined {
  const nonce = decodeBytes(box.nonce)
  const tag = decodeBytes(box.tag)
  if (nonce.length !== NONCE_BYTES || tag.length !== TAG_BYTES) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(header).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(decodeBytes(box.data)), decipher.final()])
  } catch {
    return undefined
  }
}

/** Bytes as they stand in vault.json. */
export function encodeBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** Back from vault.json. */
export function decodeBytes(text: string): Buffer {
  return Buffer.from(text, 'base64')
}
