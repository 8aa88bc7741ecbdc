import { createHash, randomUUID } from 'node:crypto'
import { maxImportBytes } from '../../../../shared/directory/import/formats.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { OfficeDesk } from '../../session.ts'
import type { Source } from './source.ts'

/** A file between choosing and importing. It lives in the memory of the office process only and ends with it. */
export class StagedFile<Plan> {
  readonly token = randomUUID()
  readonly name: string
  readonly size: number
  /** The file as it was read, with the options that decided how. */
  source: { key: string, value: Source } | null = null
  plan: Plan | null = null
  /** Memory that the reading thread shares, so that no piece is put together or copied here in one go. */
  readonly #content: Uint8Array<SharedArrayBuffer>
  readonly #hash = createHash('sha256')
  #checksum: string | null = null
  #received = 0
  #plans = 0

  constructor(name: string, size: number) {
    this.name = name
    this.size = size
    this.#content = new Uint8Array(new SharedArrayBuffer(size))
  }

  /** @throws OfficeError `invalid` when more comes than was announced */
  append(piece: Buffer): void {
    if (this.#received + piece.length > this.size) throw new OfficeError('invalid', { detail: 'Es kamen mehr Daten als angekündigt. Bitte wählen Sie die Datei noch einmal.' })
    this.#content.set(piece, this.#received)
    this.#received += piece.length
    this.#hash.update(piece)
  }

  /** The whole file. @throws OfficeError `invalid` when a part is missing */
  get bytes(): Uint8Array {
    if (this.#received !== this.size) throw new OfficeError('invalid', { detail: 'Die Datei wurde nicht vollständig gelesen. Bitte wählen Sie sie noch einmal.' })
    return this.#content
  }

  /** SHA-256 of the whole file. */
  get checksum(): string {
    this.#checksum ??= this.#hash.digest('base64url')
    return this.#checksum
  }

  nextPlan(): number {
    this.#plans += 1
    return this.#plans
  }
}

/** More than two windows don't import at once. */
const kept = 2

/** The newest staged files of one kind of list, of each unlocked office. */
export class Stage<Plan> {
  readonly #files = new WeakMap<OfficeDesk['database'], StagedFile<Plan>[]>()

  /** Puts a file on the stage. @throws OfficeError `invalid` for a file that is too large */
  put(desk: OfficeDesk, name: string, size: number): StagedFile<Plan> {
    if (size > maxImportBytes) throw new OfficeError('invalid', { detail: 'Die Datei ist größer als 50 MB. Bitte teilen Sie die Liste auf.' })
    if (size === 0) throw new OfficeError('invalid', { detail: 'Die Datei ist leer.' })
    const file = new StagedFile<Plan>(name, size)
    this.#files.set(desk.database, [file, ...this.#files.get(desk.database) ?? []].slice(0, kept))
    return file
  }

  /** The staged file of a token. @throws OfficeError `not-found` when it was given up */
  get(desk: OfficeDesk, token: string): StagedFile<Plan> {
    const found = this.#files.get(desk.database)?.find((file) => file.token === token)
    if (found === undefined) throw new OfficeError('not-found', { detail: 'Die Datei ist nicht mehr geladen. Bitte wählen Sie sie noch einmal.' })
    return found
  }

  /** Takes a file from the stage. */
  drop(desk: OfficeDesk, token: string): void {
    this.#files.set(desk.database, (this.#files.get(desk.database) ?? []).filter((file) => file.token !== token))
  }
}
