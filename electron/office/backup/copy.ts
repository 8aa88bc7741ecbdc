import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { BackupFailure } from './failure.ts'

/** So many bytes are read and written at once; between two portions the process answers other calls. */
const portion = 1024 * 1024

/** Where the bytes of a copy come from. */
export interface ByteSource {
  /** Fills the buffer from a place on. @returns bytes read, 0 at the end */
  read(buffer: Uint8Array, position: number): Promise<number>
}

/** How a long copy is followed and ended. */
export interface CopyOptions {
  signal?: AbortSignal | undefined
  /** Told how many bytes more were done. */
  onBytes?: ((bytes: number) => void) | undefined
}

/** What was copied. */
export interface CopiedFile {
  bytes: number
  sha256: string
}

/**
 * Writes a new file from a source and has it reach the disk.
 * @throws the file system's error; `AbortError` when the signal ended it
 */
export async function copyHashed(source: ByteSource, target: string, { signal, onBytes }: CopyOptions = {}): Promise<CopiedFile> {
  const hash = createHash('sha256')
  const file = await open(target, 'wx', 0o600)
  try {
    // Two buffers by turns: while one is being written the other is read.
    const buffers = [Buffer.allocUnsafe(portion), Buffer.allocUnsafe(portion)] as const
    let position = 0
    let writing: Promise<void> = Promise.resolve()
    for (let turn = 0; ; turn ^= 1) {
      signal?.throwIfAborted()
      const buffer = buffers[turn as 0 | 1]
      const count = await source.read(buffer, position)
      await writing
      if (count === 0) break
      const bytes = buffer.subarray(0, count)
      writing = writeAll(file, bytes, position)
      // Looked at by the next turn; without this a failure in between would count as unhandled.
      writing.catch(() => undefined)
      hash.update(bytes)
      position += count
      onBytes?.(count)
    }
    await file.sync()
    return { bytes: position, sha256: hash.digest('hex') }
  } finally {
    await file.close()
  }
}

async function writeAll(file: Awaited<ReturnType<typeof open>>, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten
}

/** Copies a file that nobody changes meanwhile. @throws BackupFailure `gave-way` when somebody did */
export async function copyFileHashed(path: string, target: string, options: CopyOptions = {}): Promise<CopiedFile> {
  const file = await open(path, 'r')
  try {
    const before = await file.stat({ bigint: true })
    const copied = await copyHashed({ read: async (buffer, position) => (await file.read(buffer, 0, buffer.length, position)).bytesRead }, target, options)
    const after = await file.stat({ bigint: true })
    if (after.size !== before.size || after.mtimeNs !== before.mtimeNs || BigInt(copied.bytes) !== before.size) throw new BackupFailure('gave-way')
    return copied
  } finally {
    await file.close()
  }
}

/** Reads a file from the disk. */
export async function hashFile(path: string, { signal, onBytes }: CopyOptions = {}): Promise<CopiedFile> {
  const hash = createHash('sha256')
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(portion)
    let bytes = 0
    for (;;) {
      signal?.throwIfAborted()
      const { bytesRead } = await file.read(buffer, 0, portion, bytes)
      if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') }
      hash.update(buffer.subarray(0, bytesRead))
      bytes += bytesRead
      onBytes?.(bytesRead)
    }
  } finally {
    await file.close()
  }
}
