import { createECDH } from 'node:crypto'
import { associatedData, decodeBytes, decryptBox, deriveKey, encodeBytes, encryptBox, type Box } from './crypto.ts'

/**
 * Handing a data key to somebody who is not there: encrypted to the public key of their slot (ephemeral ECDH on P-384,
 * HKDF-SHA256, AES-256-GCM, as ECIES in BSI TR-02102-1 section 2.3.2). It says nothing about who sealed; that the
 * public key belongs to the person and that the key inside is the right one follows from the signed list (authority.ts).
 */
export interface SealedBox extends Box {
  /** One-time public key of the sender. */
  ephemeral: string
}

/** Key pair of a slot; the private half is only stored wrapped by the person's passphrase. */
export interface SlotKeyPair {
  publicKey: string
  privateKey: Buffer
}

const CURVE = 'secp384r1'
/** A private P-384 key; shorter ones are padded, because OpenSSL drops leading zeros. */
export const PRIVATE_KEY_BYTES = 48

/** A new key pair on P-384. */
export function newSlotKeyPair(): SlotKeyPair {
  const ecdh = createECDH(CURVE)
  const publicKey = encodeBytes(ecdh.generateKeys())
  return { publicKey, privateKey: pad(ecdh.getPrivateKey()) }
}

/** The public key that belongs to a private one. */
export function publicKeyOf(privateKey: Uint8Array): string {
  const ecdh = createECDH(CURVE)
  ecdh.setPrivateKey(Buffer.from(privateKey))
  return encodeBytes(ecdh.getPublicKey())
}

/** Encrypts `plain` to the owner of `publicKey`; `header` must be the same when it is opened. */
export function seal(publicKey: string, plain: Uint8Array, header: Buffer): SealedBox {
  const ecdh = createECDH(CURVE)
  const ephemeral = encodeBytes(ecdh.generateKeys())
  const shared = ecdh.computeSecret(decodeBytes(publicKey))
  return { ephemeral, ...encryptBox(sealKey(shared, ephemeral, publicKey), plain, sealHeader(header, ephemeral, publicKey)) }
}

/** Opens a sealed box, or `undefined` when it was made for another slot or changed. */
export function unseal(privateKey: Uint8Array, box: SealedBox, header: Buffer): Buffer | undefined {
  const ecdh = createECDH(CURVE)
  ecdh.setPrivateKey(Buffer.from(privateKey))
  const publicKey = encodeBytes(ecdh.getPublicKey())
  let shared: Buffer
  try {
    shared = ecdh.computeSecret(decodeBytes(box.ephemeral))
  } catch {
    return undefined // not a point on the curve
  }
  return decryptBox(sealKey(shared, box.ephemeral, publicKey), box, sealHeader(header, box.ephemeral, publicKey))
}

function sealKey(shared: Buffer, ephemeral: string, publicKey: string): Buffer {
  return deriveKey(pad(shared), 'seal', Buffer.concat([decodeBytes(ephemeral), decodeBytes(publicKey)]))
}

function sealHeader(header: Buffer, ephemeral: string, publicKey: string): Buffer {
  return associatedData('seal', ephemeral, publicKey, header.toString('base64'))
}

function pad(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.alloc(Math.max(0, PRIVATE_KEY_BYTES - bytes.length)), bytes])
}
