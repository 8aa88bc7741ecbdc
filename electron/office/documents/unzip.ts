import { constants, crc32, inflateRawSync } from 'node:zlib'

/** Why a packed file isn't unpacked. `dense`: it unpacks to many times its size, as files do that are made to fill the memory. */
export type ZipReason = 'damaged' | 'encrypted' | 'too-many' | 'too-large' | 'dense'

/** A packed file that can't or must not be unpacked. */
export class ZipTrouble extends Error {
  override readonly name = 'ZipTrouble'
  readonly reason: ZipReason

  constructor(reason: ZipReason) {
    super(reason)
    this.reason = reason
  }
}

/** What a packed file may hold at most; sizes in bytes. */
export interface ZipLimits {
  entries: number
  unpacked: number
  /** How many times its packed size an entry of more than a megabyte may be. */
  density?: number
  /** Whether every entry must have the checksum that the directory says. */
  checked?: boolean
}

const largeEntry = 1024 * 1024

/**
 * Walks through the directory of a packed file and unpacks every entry with a limit of size, so that an entry that lies
 * about its size is found before a parser believes it. Gives the entries in their order; what isn't kept is empty.
 * @throws ZipTrouble
 */
export function unzip(bytes: Uint8Array, limits: ZipLimits, keep: (name: string) => boolean): Map<string, Buffer> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > file.length) throw new ZipTrouble('damaged')
  const count = file.readUInt16LE(end + 10)
  if (count > limits.entries) throw new ZipTrouble('too-many')
  const entries = new Map<string, Buffer>()
  let unpacked = 0
  let position = file.readUInt32LE(end + 16)
  for (let number = 0; number < count; number += 1) {
    if (position + 46 > file.length || file.readUInt32LE(position) !== 0x02014b50) throw new ZipTrouble('damaged')
    const size = file.readUInt32LE(position + 24)
    unpacked += size
    if (unpacked > limits.unpacked) throw new ZipTrouble('too-large')
    const nameEnd = position + 46 + file.readUInt16LE(position + 28)
    const name = file.toString('utf8', position + 46, nameEnd)
    const content = unpack(file, position, size, limits.density)
    if (limits.checked === true && crc32(content) !== file.readUInt32LE(position + 16)) throw new ZipTrouble('damaged')
    entries.set(name, keep(name) ? content : Buffer.alloc(0))
    position = nameEnd + file.readUInt16LE(position + 30) + file.readUInt16LE(position + 32)
  }
  return entries
}

function unpack(file: Buffer, entry: number, size: number, density: number | undefined): Buffer {
  if ((file.readUInt16LE(entry + 8) & 1) === 1) throw new ZipTrouble('encrypted')
  const method = file.readUInt16LE(entry + 10)
  const packedSize = file.readUInt32LE(entry + 20)
  const header = file.readUInt32LE(entry + 42)
  if (header + 30 > file.length || file.readUInt32LE(header) !== 0x04034b50) throw new ZipTrouble('damaged')
  const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28)
  const packed = file.subarray(start, start + packedSize)
  if (method === 0) return packed
  if (method !== 8) throw new ZipTrouble('damaged')
  if (density !== undefined && size > largeEntry && size > density * packedSize) throw new ZipTrouble('dense')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size), finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    throw new ZipTrouble((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged')
  }
}
