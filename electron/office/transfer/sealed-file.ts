import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, configure } from '@zip.js/zip.js'

// Files of a few pages: no thread is worth its start.
configure({ useWebWorkers: false })

/** One file in an archive that is encrypted as an export is (AE-2, AES-256). */
export async function sealedZip(name: string, bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter())
  await zip.add(name, new Uint8ArrayReader(bytes), { password: passphrase, encryptionStrength: 3, zipCrypto: false })
  return zip.close()
}
