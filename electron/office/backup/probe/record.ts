import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { probeSchema, type Probe } from '../../../../shared/backup/probe/model.ts'
import { nodeFiles } from '../../vault/contract.ts'

/** Lies beside the sets, encrypted under the key of the office database: the counts are nobody else's business. */
const recordFile = 'probe.json'
const boxSchema = z.object({ nonce: z.base64(), data: z.base64(), tag: z.base64() })

/** The last test restoration; null when there was none or the key has been renewed since. */
export async function readProbe(folder: string, key: Uint8Array): Promise<Probe | null> {
  try {
    const box = boxSchema.parse(JSON.parse((await nodeFiles.read(join(folder, recordFile)))?.toString('utf8') ?? 'null'))
    const decipher = createDecipheriv('aes-256-gcm', recordKey(key), Buffer.from(box.nonce, 'base64')).setAuthTag(Buffer.from(box.tag, 'base64'))
    return probeSchema.parse(JSON.parse(Buffer.concat([decipher.update(Buffer.from(box.data, 'base64')), decipher.final()]).toString('utf8')))
  } catch {
    return null
  }
}

/** Keeps a test restoration in place of the one before. @throws the file system's errors */
export async function writeProbe(folder: string, key: Uint8Array, probe: Probe): Promise<void> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', recordKey(key), nonce)
  const data = Buffer.concat([cipher.update(JSON.stringify(probe), 'utf8'), cipher.final()])
  const box = { nonce: nonce.toString('base64'), data: data.toString('base64'), tag: cipher.getAuthTag().toString('base64') }
  const part = join(folder, `${recordFile}.part`)
  await nodeFiles.writeSynced(part, Buffer.from(JSON.stringify(box)))
  await nodeFiles.replace(part, join(folder, recordFile))
}

function recordKey(key: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'integrationsbuero restore test', 32))
}
