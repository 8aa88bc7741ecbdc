import { constants, inflateRawSync } from 'node:zlib'
import { UnreadableFile } from './unreadable.ts'

/** A workbook of 50 MB unpacks to much less; whatever is larger was made to fill the memory. */
const maxUnpacked = 600 * 1024 * 1024
const maxEntries = 5000
/** Entries of which the text is of use. */
const kept = new Set(['mimetype', 'content.xml', 'META-INF/manifest.xml'])
const tooLarge = 'Die gepackte Datei würde entpackt zu groß. Sie wurde nicht gelesen. Bitte die Tabelle in Excel öffnen, kürzen und neu speichern.'
const damaged = 'Die gepackte Datei ist beschädigt. Bitte öffnen Sie sie in Excel oder LibreOffice und speichern sie neu.'

/** Names of the files in a packed file, after making sure that unpacking it is harmless. */
export interface CheckedZip {
  names: string[]
  /** Text of `mimetype`, `content.xml` or `META-INF/manifest.xml`; empty if it isn't there. */
  text(name: string): string
}

/**
 * Walks through the directory of a packed file and unpacks every entry with a limit of size, so that an entry that lies
 * about its size is found before a parser believes it.
 * @throws UnreadableFile for damaged files and for those that would unpack to too much
 */
export function checkZip(bytes: Uint8Array): CheckedZip {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > file.length) throw new UnreadableFile(damaged)
  const count = file.readUInt16LE(end + 10)
  if (count > maxEntries) throw new UnreadableFile(tooLarge)
  const entries = new Map<string, Buffer>()
  let unpacked = 0
  let position = file.readUInt32LE(end + 16)
  for (let number = 0; number < count; number += 1) {
    if (position + 46 > file.length || file.readUInt32LE(position) !== 0x02014b50) throw new UnreadableFile(damaged)
    const size = file.readUInt32LE(position + 24)
    unpacked += size
    if (unpacked > maxUnpacked) throw new UnreadableFile(tooLarge)
    const nameEnd = position + 46 + file.readUInt16LE(position + 28)
    const name = file.toString('utf8', position + 46, nameEnd)
    const content = unpack(file, position, size)
    entries.set(name, kept.has(name) ? content : Buffer.alloc(0))
    position = nameEnd + file.readUInt16LE(position + 30) + file.readUInt16LE(position + 32)
  }
  return { names: [...entries.keys()], text: (name) => entries.get(name)?.toString('utf8') ?? '' }
}

function unpack(file: Buffer, entry: number, size: number): Buffer {
  const method = file.readUInt16LE(entry + 10)
  const packedSize = file.readUInt32LE(entry + 20)
  const header = file.readUInt32LE(entry + 42)
  if (header + 30 > file.length || file.readUInt32LE(header) !== 0x04034b50) throw new UnreadableFile(damaged)
  const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28)
  const packed = file.subarray(start, start + packedSize)
  if (method === 0) return packed
  if (method !== 8) throw new UnreadableFile(damaged)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size), finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    throw new UnreadableFile((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : damaged)
  }
}
