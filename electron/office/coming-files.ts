import { randomUUID } from 'node:crypto'
import { OfficeError } from '../../shared/errors.ts'

/** A file on its way into the vault; it lives in the memory of the office process only. */
interface Coming<Target> {
  target: Target
  name: string
  size: number
  pieces: Buffer[]
  received: number
}

/** What has come in whole. */
export interface ComeFile<Target> {
  target: Target
  name: string
  bytes: Buffer
}

/**
 * Files that the window hands over piece by piece. A desk has one at a time: one that was begun before and not finished is given up.
 * @template Target where the file goes
 */
export class ComingFiles<Target> {
  readonly #coming = new WeakMap<object, Coming<Target> & { token: string }>()

  /** Begins with a file. */
  begin(owner: object, { target, name, size }: { target: Target; name: string; size: number }): { token: string } {
    const token = randomUUID()
    this.#coming.set(owner, { token, target, name, size, pieces: [], received: 0 })
    return { token }
  }

  /** The next piece of the file. @throws OfficeError `not-found`, `invalid` when more comes than was announced */
  append(owner: object, token: string, piece: Buffer): void {
    const file = this.#file(owner, token)
    file.received += piece.length
    if (file.received > file.size) throw new OfficeError('invalid', { detail: 'Es kamen mehr Daten als angekündigt. Bitte wählen Sie die Datei noch einmal.' })
    file.pieces.push(piece)
  }

  /** Gives the whole file and forgets it. @throws OfficeError `not-found`, `invalid` when pieces are missing */
  finish(owner: object, token: string): ComeFile<Target> {
    const { target, name, size, pieces, received } = this.#file(owner, token)
    this.#coming.delete(owner)
    if (received !== size) throw new OfficeError('invalid', { detail: 'Die Datei wurde nicht vollständig gelesen. Bitte wählen Sie sie noch einmal.' })
    return { target, name, bytes: Buffer.concat(pieces) }
  }

  #file(owner: object, token: string): Coming<Target> {
    const file = this.#coming.get(owner)
    if (file?.token !== token) throw new OfficeError('not-found', { detail: 'Die Datei ist nicht mehr geladen. Bitte wählen Sie sie noch einmal.' })
    return file
  }
}
