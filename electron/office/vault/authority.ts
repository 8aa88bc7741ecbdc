import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { associatedData, decodeBytes, decryptBox, deriveKey, encodeBytes, encryptBox, type Box } from './crypto.ts'

/**
 * The signing key that authenticates the list of people. Its private half is encrypted by a key derived from the
 * counselling key: whoever holds that key can change the list, an assistant cannot. Its public half is pinned inside
 * every wrapped slot, so that everybody, assistants too, can verify. Why a signature and not a MAC: docs/vault.md.
 */
export interface Authority {
  publicKey: string
  /** PKCS #8, DER. */
  privateKey: Buffer
}

/** Proof that an earlier authority named its successor. */
export interface Succession {
  publicKey: string
  /** Signature of `publicKey`'s owner over the next one in the list (or the present authority). */
  signature: string
}

/** Length of the pin that a slot keeps. */
export const PIN_BYTES = 48
const DIGEST = 'sha384'

/** A new ECDSA key pair on P-384. */
export function newAuthority(): Authority {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  return {
    publicKey: encodeBytes(pair.publicKey.export({ type: 'spki', format: 'der' })),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }),
  }
}

/** Encrypts the private half for those who hold the counselling key. */
export function wrapAuthority(authority: Authority, vaultId: string, counsellingKey: Uint8Array): Box {
  return encryptBox(wrappingKey(counsellingKey), authority.privateKey, wrapHeader(vaultId, authority.publicKey))
}

/** Opens the private half, or `undefined` when it does not belong to this counselling key. */
export function unwrapAuthority(
  box: Box,
  publicKey: string,
  vaultId: string,
  counsellingKey: Uint8Array,
): Authority | undefined {
  const privateKey = decryptBox(wrappingKey(counsellingKey), box, wrapHeader(vaultId, publicKey))
  return privateKey && { publicKey, privateKey }
}

/** Signature over bytes, Base64. */
export function signBytes(authority: Authority, bytes: Uint8Array): string {
  const key = createPrivateKey({ key: authority.privateKey, format: 'der', type: 'pkcs8' })
  return encodeBytes(sign(DIGEST, bytes, key))
}

/** Whether a signature by the owner of `publicKey` is good. */
export function verifyBytes(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  try {
    const key = createPublicKey({ key: decodeBytes(publicKey), format: 'der', type: 'spki' })
    return verify(DIGEST, bytes, key, decodeBytes(signature))
  } catch {
    return false // not a key at all
  }
}

/** The old authority names the new one. */
export function signSuccession(old: Authority, next: string, vaultId: string): Succession {
  return { publicKey: old.publicKey, signature: signBytes(old, successionBytes(vaultId, next)) }
}

/** What a slot keeps of the authority it trusts. */
export function pinOf(publicKey: string): Buffer {
  return createHash(DIGEST).update(decodeBytes(publicKey)).digest()
}

/**
 * Whether a pin leads to the present authority: either it is the pinned one, or each since the pinned one has signed its
 * successor.
 */
export function pinLeadsTo(pin: Uint8Array, present: string, succession: Succession[], vaultId: string): boolean {
  if (pinOf(present).equals(pin)) return true
  const start = succession.findIndex((entry) => pinOf(entry.publicKey).equals(pin))
  if (start < 0) return false
  return succession.slice(start).every((entry, offset, chain) => {
    const next = chain[offset + 1]?.publicKey ?? present
    return verifyBytes(entry.publicKey, successionBytes(vaultId, next), entry.signature)
  })
}

function successionBytes(vaultId: string, next: string): Buffer {
  return associatedData('succession', vaultId, next)
}

function wrappingKey(counsellingKey: Uint8Array): Buffer {
  return deriveKey(counsellingKey, 'authority')
}

function wrapHeader(vaultId: string, publicKey: string): Buffer {
  return associatedData('authority', vaultId, publicKey)
}
