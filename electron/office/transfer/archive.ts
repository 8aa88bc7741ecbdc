import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { Reader, ZipReader, ZipWriter, configure } from '@zip.js/zip.js'
import type { Side } from '../../../shared/records/model.ts'
import { writePart, itemsOf, manifestName, type PartManifest, type PartSource } from './part.ts'
import { readmeOfArchive } from './readme.ts'
import { partNames } from './tables.ts'
import { TarReader, type ReadFile } from './tar.ts'

// This runs in a thread of its own already.
configure({ useWebWorkers: false })

/** AES with 256 bits in the words of the library. */
const strength = 3
const aes = { encryptionStrength: strength, zipCrypto: false } as const

/** How an export goes on. */
export type Progress = (step: 'writing' | 'verifying', done: number, total: number) => void

/** What was written and read back. */
export interface MadeArchive {
  bytes: number
  sha256: string
  parts: { side: Side; tables: number; rows: number; files: number }[]
}

/** An archive that doesn't say what was written. */
export class UnreadableArchive extends Error {
  override readonly name = 'UnreadableArchive'
}

/** What is told while an archive is made. */
export interface ArchiveHooks {
  onProgress?: Progress
  /** Called between writing and reading back. */
  onWritten?: () => void
  /** Called before each piece; what it throws ends the work. */
  between?: () => void
}

const nothing = (): void => undefined

/**
 * Writes the parts into a new ZIP file, encrypted by WinZip AE-2 with AES-256, syncs it, reads it back and compares all of it with its
 * manifests. The names within say nothing; what a part holds stands in one encrypted entry.
 * @throws UnreadableArchive when what was read back isn't what was written; file errors
 */
export async function makeArchive(path: string, passphrase: string, sources: readonly PartSource[], { onProgress = nothing, onWritten = nothing, between = nothing }: ArchiveHooks = {}): Promise<MadeArchive> {
  const total = sources.reduce((sum, { connection }) => sum + itemsOf(connection), 0)
  const file = await open(path, 'wx', 0o600)
  let manifests: PartManifest[]
  try {
    manifests = await write(file, passphrase, sources, (done) => onProgress('writing', done, total), between)
    await file.sync()
  } finally {
    await file.close()
  }
  onWritten()
  const read = await open(path, 'r')
  try {
    const expected = manifests.reduce((sum, { files }) => sum + files.length, 0)
    await verify(read, passphrase, manifests, (done) => onProgress('verifying', done, expected), between)
    return {
      ...(await fingerprint(read, between)),
      parts: manifests.map(({ part, tables, files }) => ({ side: part, tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0), files: files.length })),
    }
  } finally {
    await read.close()
  }
}

async function write(file: FileHandle, passphrase: string, sources: readonly PartSource[], onDone: (done: number) => void, between: () => void): Promise<PartManifest[]> {
  const zip = new ZipWriter(new WritableStream<Uint8Array>({ write: async (piece) => void (await writeAll(file, piece)) }), { ...aes, keepOrder: true, zip64: true, extendedTimestamp: false })
  const readme = new TextEncoder().encode(`\uFEFF${readmeOfArchive(sources.map(({ side }) => side), sources[0]?.exportedAt ?? '')}`)
  await zip.add('LIESMICH.txt', new Blob([readme]).stream())
  const manifests: PartManifest[] = []
  let done = 0
  for (const source of sources) {
    const pieces = writePart(source, (items) => onDone((done += items)))
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        between()
        const next = pieces.next()
        if (!next.done) return controller.enqueue(next.value)
        manifests.push(next.value)
        controller.close()
      },
    })
    await zip.add(`${partNames[source.side]}.tar`, stream, { password: passphrase })
  }
  await zip.close()
  return manifests
}

async function writeAll(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.length; ) at += (await file.write(piece, at)).bytesWritten
}

async function verify(file: FileHandle, passphrase: string, manifests: readonly PartManifest[], onDone: (done: number) => void, between: () => void): Promise<void> {
  const zip = new ZipReader(new HandleReader(file))
  const entries = new Map((await zip.getEntries()).map((entry) => [entry.filename, entry]))
  let done = 0
  for (const manifest of manifests) {
    const entry = entries.get(`${partNames[manifest.part]}.tar`)
    if (!entry || entry.directory || !entry.encrypted) throw new UnreadableArchive('a part is missing')
    const seen: ReadFile[] = []
    const tar = new TarReader((found) => {
      seen.push(found)
      onDone((done += 1))
    }, (name) => name === manifestName)
    await entry.getData(new WritableStream<Uint8Array>({ write: (piece) => (between(), tar.take(piece)) }), { password: passphrase, checkSignature: true }).catch((error: unknown) => {
      throw new UnreadableArchive('a part cannot be decrypted', { cause: error })
    })
    const read = seen.pop()
    if (!tar.ended || read?.content?.toString('utf8') !== `${JSON.stringify(manifest, null, 2)}\n`) throw new UnreadableArchive('a manifest is another one')
    const same = seen.length === manifest.files.length && seen.every(({ name, bytes, sha256 }, index) => {
      const meant = manifest.files[index]
      return meant?.name === name && meant.bytes === bytes && meant.sha256 === sha256
    })
    if (!same) throw new UnreadableArchive('a file is another one')
  }
  await zip.close()
}

async function fingerprint(file: FileHandle, between: () => void): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1024 * 1024)
  let bytes = 0
  for (;;) {
    between()
    const { bytesRead } = await file.read(piece, 0, piece.length, bytes)
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') }
    hash.update(piece.subarray(0, bytesRead))
    bytes += bytesRead
  }
}

/** Reads an open file at any place. */
class HandleReader extends Reader<FileHandle> {
  readonly #file: FileHandle

  constructor(file: FileHandle) {
    super(file)
    this.#file = file
  }

  override async init(): Promise<void> {
    this.size = (await this.#file.stat()).size
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const piece = Buffer.alloc(Math.min(length, this.size - index))
    let filled = 0
    while (filled < piece.length) {
      const { bytesRead } = await this.#file.read(piece, filled, piece.length - filled, index + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return piece.subarray(0, filled)
  }
}
