import { createHash, randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, parse } from 'node:path'
import { OfficeError } from '../../shared/errors.ts'
import type { ToOffice } from '../../shared/process-messages.ts'
import type { SaveKind } from '../../shared/save-kinds.ts'
import { EditedFile } from './edited-file.ts'
import { formatsOf } from './file-format.ts'
import { policy } from './policy.ts'

type GrantMode = Extract<ToOffice, { type: 'grant' }>['mode']

/** Formats in which whole lists leave an office. IT that forbids one forbids to look at it in another program, too: from there it could be saved. */
const dataFormats: ReadonlySet<string> = new Set(['csv', 'xlsx', 'vcf', 'ics', 'json'])

/**
 * Files outside the vault that the person has chosen in a dialog. The window only ever sees the token; a path can come
 * from the main process alone.
 */
export class FileGrants {
  readonly #paths = new Map<string, { path: string; mode: GrantMode }>()

  /** Called for a message of the main process after the dialog. */
  allow(token: string, path: string, mode: GrantMode): void {
    this.#paths.set(token, { path, mode })
  }

  /** Whether something that is written by this token leaves the vault for a place of the person's choice. */
  leadsOut(token: string): boolean {
    const mode = this.#paths.get(token)?.mode
    return mode === 'write' || mode === 'folder'
  }

  /** Reads the chosen file. Each grant serves once. @throws OfficeError `forbidden` for a token that wasn't granted */
  async read(token: string): Promise<Buffer> {
    return readFile(this.#take(token, 'read'))
  }

  /**
   * Writes the chosen file, or the one that another program shall show, whole or not at all. Each grant serves once.
   * @throws OfficeError `forbidden`, `disk-full`, `read-only`, `policy`
   */
  write(token: string, bytes: Uint8Array): void {
    const mode = this.#paths.get(token)?.mode === 'view' ? 'view' : 'write'
    const path = this.#take(token, mode)
    expectAllowed(path, bytes, mode === 'view')
    writeWhole(path, bytes)
  }

  /**
   * Writes files into the chosen folder, all of them or none. A file that is there already stays: the new one gets a number
   * behind its name. Each grant serves once.
   * @param files plain file names with their contents
   * @throws OfficeError `forbidden`, `disk-full`, `read-only`, `policy`; then none of the files is left
   */
  writeInto(token: string, files: readonly { name: string; bytes: Uint8Array }[]): void {
    const folder = this.#take(token, 'folder')
    for (const { name, bytes } of files) expectAllowed(name, bytes)
    const written: string[] = []
    try {
      for (const { name, bytes } of files) {
        const path = freePath(folder, basename(name))
        writeWhole(path, bytes)
        written.push(path)
      }
    } catch (error) {
      for (const path of written) rmSync(path, { force: true })
      throw error
    }
  }

  /** Gives the path of the chosen file, for an archive that is too large to be written at once. Each grant serves once. @throws OfficeError `forbidden`, `policy` */
  target(token: string, format: 'zip'): string {
    const path = this.#take(token, 'write')
    if (policy().values.DisableExport?.includes(format)) throw forbiddenFormat(format)
    return path
  }

  /** Gives the path of the chosen folder, to read from. Each grant serves once. @throws OfficeError `forbidden` */
  folderPath(token: string): string {
    return this.#take(token, 'folder')
  }

  /** Gives the chosen folder for files that come one after the other. Each grant serves once. @throws OfficeError `forbidden` */
  folder(token: string): TargetFolder {
    return new TargetFolder(this.#take(token, 'folder'))
  }

  /**
   * Writes a copy that another program shall edit, and gives the way to look at it from then on. Each grant serves once.
   * @throws OfficeError `forbidden`, `disk-full`, `read-only`
   */
  edit(token: string, bytes: Uint8Array): EditedFile {
    const path = this.#take(token, 'edit')
    writeWhole(path, bytes)
    return new EditedFile(path)
  }

  #take(token: string, mode: GrantMode): string {
    const grant = this.#paths.get(token)
    if (!grant || (grant.mode !== mode && !(mode === 'write' && grant.mode === 'view'))) throw new OfficeError('forbidden', { detail: 'Diese Datei wurde nicht ausgewählt.' })
    this.#paths.delete(token)
    return grant.path
  }
}

/** A folder outside the vault that the person has chosen to write files to. */
export class TargetFolder {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** The name under which a file can be written: a file that is there already stays, and the new one gets a number behind its name. */
  freeName(name: string, taken: ReadonlySet<string>): string {
    return basename(freePath(this.#path, basename(name), taken))
  }

  /** Whether a file of this name with this SHA-256 lies there. */
  holds(name: string, hash: string): boolean {
    const path = join(this.#path, basename(name))
    return existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === hash
  }

  /** Writes a file whole or not at all. @throws OfficeError `disk-full`, `read-only`, `policy` */
  write(name: string, bytes: Uint8Array): void {
    expectAllowed(name, bytes)
    writeWhole(join(this.#path, basename(name)), bytes)
  }
}

/** Whatever a service was asked for, and whatever the file is called: what IT has forbidden isn't written. */
function expectAllowed(name: string, bytes: Uint8Array, viewed = false): void {
  const forbidden = policy().values.DisableExport ?? []
  if (forbidden.length === 0) return
  const found = formatsOf(name, bytes).find((format) => forbidden.includes(format) && (!viewed || dataFormats.has(format)))
  if (found !== undefined) throw forbiddenFormat(found)
}

function forbiddenFormat(format: SaveKind): OfficeError {
  return new OfficeError('policy', { detail: `Dateien im Format .${format} darf das Büro nach Vorgabe Ihrer IT nicht speichern. Es wurde nichts gespeichert.` })
}

function freePath(folder: string, name: string, taken: ReadonlySet<string> = new Set()): string {
  const { name: stem, ext } = parse(name)
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${ext}`)
    if (!existsSync(path) && !taken.has(basename(path))) return path
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const unfinished = `${path}.${randomUUID().slice(0, 8)}.tmp`
  try {
    const file = openSync(unfinished, 'wx')
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw asFileError(error)
  }
}

/** A file that is open in Word can't be replaced on Windows; that is not the vault's fault and has its own words. */
function asFileError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new OfficeError('disk-full', { detail: 'Auf dem gewählten Laufwerk ist kein Platz mehr für die Datei.' })
  }
  if (['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOENT'].includes(code)) {
    return new OfficeError('read-only', {
      detail: 'Die Datei konnte am gewählten Ort nicht gespeichert werden. Ist sie noch in einem anderen Programm geöffnet?',
    })
  }
  return error
}
