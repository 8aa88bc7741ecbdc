import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { backupFormat, countsSchema, formatOf, headSchema, manifestSchema, type Counts, type CountsBox, type LogHead, type Manifest } from '../../../shared/backup/model.ts'

/** Name of the file that makes a folder a set. It is written last. */
export const manifestFile = 'manifest.json'

const envelopeSchema = z.object({ format: z.int().positive(), checksum: z.string(), manifest: z.unknown() })

/** What came of reading a manifest. */
export type ReadManifest = { state: 'whole'; manifest: Manifest } | { state: 'damaged' } | { state: 'newer' }

/** The file's text. Every byte of it is determined, so that each changed one is found. */
export function encodeManifest(manifest: Manifest): string {
  const checked = manifestSchema.parse(manifest)
  const format = formatOf(checked)
  return `${JSON.stringify({ format, checksum: checksumOf(format, checked), manifest: checked }, null, 2)}\n`
}

/** Reads a manifest; anything that this program would not have written is damage. */
export function decodeManifest(text: string): ReadManifest {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { state: 'damaged' }
  }
  const envelope = envelopeSchema.safeParse(value)
  if (!envelope.success || checksumOf(envelope.data.format, envelope.data.manifest) !== envelope.data.checksum) return { state: 'damaged' }
  if (envelope.data.format > backupFormat) return { state: 'newer' }
  const manifest = manifestSchema.safeParse(envelope.data.manifest)
  if (!manifest.success || encodeManifest(manifest.data) !== text) return { state: 'damaged' }
  return { state: 'whole', manifest: manifest.data }
}

/** Encrypts the counts of a side, bound to everything else that the manifest says of the files. */
export function sealCounts(key: Uint8Array, manifest: Manifest, counts: Counts): CountsBox {
  return sealed(boxKey(key, 'counts'), manifest, counts)
}

/** Decrypts the counts; null when the key is another one or the manifest was changed by somebody without it. */
export function openCounts(key: Uint8Array, manifest: Manifest, box: CountsBox): Counts | null {
  return opened(boxKey(key, 'counts'), manifest, box, countsSchema)
}

/** Encrypts where a side's log ends, bound in the same way. */
export function sealHead(key: Uint8Array, manifest: Manifest, head: LogHead): CountsBox {
  return sealed(boxKey(key, 'log'), manifest, head)
}

/** Decrypts where a side's log ended; null as {@link openCounts}. */
export function openHead(key: Uint8Array, manifest: Manifest, box: CountsBox): LogHead | null {
  return opened(boxKey(key, 'log'), manifest, box, headSchema)
}

function sealed(key: Buffer, manifest: Manifest, value: unknown): CountsBox {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(binding(manifest))
  const data = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return { nonce: nonce.toString('base64'), data: data.toString('base64'), tag: cipher.getAuthTag().toString('base64') }
}

function opened<Value>(key: Buffer, manifest: Manifest, box: CountsBox, schema: z.ZodType<Value>): Value | null {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(box.nonce, 'base64')).setAAD(binding(manifest)).setAuthTag(Buffer.from(box.tag, 'base64'))
  try {
    return schema.parse(JSON.parse(Buffer.concat([decipher.update(Buffer.from(box.data, 'base64')), decipher.final()]).toString('utf8')))
  } catch {
    return null
  }
}

function boxKey(key: Uint8Array, what: 'counts' | 'log'): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `integrationsbuero backup ${what}`, 32))
}

function binding({ vaultId, startedAt, createdAt, day, generation, files, salts }: Manifest): Buffer {
  return Buffer.from(JSON.stringify([vaultId, startedAt, createdAt, day, generation, files, ...(salts ? [salts] : [])]))
}

function checksumOf(format: number, manifest: unknown): string {
  return createHash('sha256').update(`${format}\n${JSON.stringify(manifest)}`).digest('hex')
}
