import type { EditedCopyState, EditTarget } from '../../../../shared/correspondence/round-trip/contract.ts'
import { recogniseKind } from '../../../../shared/attachments/kinds.ts'
import { editedKinds, type EditedKind } from '../../../../shared/correspondence/round-trip/kinds.ts'
import { sha256, type EditedFile } from '../../edited-file.ts'
import type { Companion, OfficeProcess } from '../../office-process.ts'
import type { Session } from '../../session.ts'
import type { CopyShelf } from './copy-shelf.ts'
import { officeCopies } from './versions.ts'
import { troubleOf } from './whole-file.ts'

/** How often a copy is looked at. A state is taken when it was the same twice: whoever saves has finished by then. */
const lookMilliseconds = 1_000
/** So many looks in a row at a state that can't be read mean that it isn't just being written. */
const patientLooks = 15

const damaged = 'Der zuletzt gespeicherte Stand lässt sich noch nicht lesen. Bitte speichern Sie im anderen Programm noch einmal.'
const gone = 'Die Kopie ist nicht mehr da. Was vorher gespeichert wurde, ist übernommen.'
const unreachable = 'Der gespeicherte Stand ist gerade nicht zugänglich. Er wird übernommen, sobald das andere Programm ihn freigibt.'

interface OpenCopy {
  token: string
  file: EditedFile
  target: EditTarget
  seriesId: string
  kind: EditedKind
  shelf: CopyShelf
  since: string
  /** Hash of the state that the vault holds. */
  hash: string
  /** Stamp of the state that the vault holds, and of the one seen at the last look. */
  heldStamp: string | null
  seenStamp: string | null
  looks: number
  taken: number
  lastTakenAt: string | null
  trouble: string
}

/** A copy to be watched. */
export type NewCopy = Pick<OpenCopy, 'token' | 'file' | 'target' | 'seriesId' | 'kind' | 'shelf' | 'hash'>

/**
 * Copies of documents that other programs edit: they are watched, and each saved state becomes a version in the vault. Before the office is
 * locked the last state is taken back; what an ended process left is taken back by the next person to unlock.
 */
export class EditedCopies implements Companion {
  readonly #open = new Map<string, OpenCopy>()
  readonly #left = new Map<string, EditedFile>()
  #clock: NodeJS.Timeout | null = null
  #looking = false
  #work: Promise<unknown> = Promise.resolve()
  #taken: (token: string) => void = () => {}
  readonly #shelves: ((session: Session) => CopyShelf | null)[] = [(session) => officeCopies(session.office)]

  /** @param shelfOf a further side of the vault that has copies of its own; null for who has no key to it */
  alsoFor(shelfOf: (session: Session) => CopyShelf | null): void {
    this.#shelves.push(shelfOf)
  }

  /** @param listener hears of each copy that holds nothing the vault doesn't: it may be wiped */
  whenTaken(listener: (token: string) => void): void {
    this.#taken = listener
  }

  /** A copy that was left when its process ended. */
  left(token: string, file: EditedFile): void {
    if (file.isTaken()) this.#taken(token)
    else this.#left.set(token, file)
  }

  /** Watches a copy from now on. */
  watch(copy: NewCopy): void {
    const stamp = copy.file.stamp()
    this.#open.set(copy.token, { ...copy, since: new Date().toISOString(), heldStamp: stamp, seenStamp: stamp, looks: 0, taken: 0, lastTakenAt: null, trouble: '' })
    copy.file.noteTaken(copy.hash)
    this.#clock ??= setInterval(() => void this.look(), lookMilliseconds).unref()
  }

  /** The copy that is being edited of a record. */
  stateOf(target: EditTarget): EditedCopyState | null {
    const copy = [...this.#open.values()].find((each) => each.target.type === target.type && each.target.id === target.id)
    if (!copy) return null
    const { token, since, lastTakenAt, taken, trouble, file } = copy
    return { token, since, lastTakenAt, taken, trouble, held: file.isHeld() }
  }

  /** Looks at every copy once. */
  async look(): Promise<void> {
    if (this.#looking) return
    this.#looking = true
    await this.#inTurn(async () => {
      for (const copy of this.#open.values()) await this.#lookAt(copy, false)
    }).finally(() => { this.#looking = false })
  }

  /** Takes the last saved state back and has the copy wiped. @returns whether it stays because nothing could be taken */
  end(token: string): Promise<{ kept: boolean }> {
    return this.#inTurn(async () => {
      const copy = this.#open.get(token)
      return { kept: copy ? !(await this.#finish(copy)) : false }
    })
  }

  began(session: Session): void {
    void this.#inTurn(async () => {
      for (const shelf of this.#shelves.flatMap((shelfOf) => shelfOf(session) ?? [])) {
        for (const [token, file] of this.#left) if (await this.#takeLeft(shelf, token, file)) this.#left.delete(token)
        await shelf.forget([...this.#left.keys()])
      }
    })
  }

  async ending(): Promise<void> {
    if (this.#clock) clearInterval(this.#clock)
    this.#clock = null
    await this.#inTurn(async () => {
      for (const copy of this.#open.values()) await this.#finish(copy)
      this.#open.clear()
    })
  }

  async #finish(copy: OpenCopy): Promise<boolean> {
    if (!(await this.#lookAt(copy, true)) || !(await this.#takeBeside(copy))) return false
    this.#open.delete(copy.token)
    this.#taken(copy.token)
    return true
  }

  /** What somebody saved beside the copy under another name would be wiped with it. @returns whether the vault holds it */
  async #takeBeside(copy: OpenCopy): Promise<boolean> {
    try {
      for (const bytes of await copy.file.beside()) {
        const found = recogniseKind(bytes)
        const kind = editedKinds.find((each) => each === found) ?? copy.kind
        await copy.shelf.take({ ...copy, kind }, bytes, troubleOf(bytes, kind))
      }
      return true
    } catch {
      copy.trouble = unreachable
      return false
    }
  }

  /** @returns whether the vault holds what is saved now */
  async #lookAt(copy: OpenCopy, last: boolean): Promise<boolean> {
    const stamp = last ? await copy.file.settledStamp() : copy.file.stamp()
    copy.looks = stamp === copy.seenStamp ? copy.looks + 1 : 0
    copy.seenStamp = stamp
    if (stamp === null) {
      // While a program puts the new file in place of the old one there is none for a moment.
      if (copy.looks > 2) copy.trouble = gone
      return true
    }
    if (stamp === copy.heldStamp) return true
    if (!last && copy.looks === 0) return false
    try {
      return await this.#take(copy, stamp, last)
    } catch {
      copy.trouble = unreachable
      return false
    }
  }

  async #take(copy: OpenCopy, stamp: string, last: boolean): Promise<boolean> {
    const bytes = await copy.file.read()
    // Written to while it was read.
    if (copy.file.stamp() !== stamp && !last) return false
    const hash = sha256(bytes)
    if (hash !== copy.hash) {
      const trouble = troubleOf(bytes, copy.kind)
      if (trouble !== '' && !last && copy.looks < patientLooks) {
        copy.trouble = damaged
        return false
      }
      await copy.shelf.take(copy, bytes, trouble)
      copy.taken += 1
      copy.lastTakenAt = new Date().toISOString()
      copy.trouble = trouble && `${trouble} Der Stand ist trotzdem als Fassung aufgehoben.`
      copy.hash = hash
      copy.file.noteTaken(hash)
    } else {
      copy.trouble = ''
    }
    copy.heldStamp = stamp
    return true
  }

  /** @returns whether it is done with; a copy of another vault, or of a side without a key, waits */
  async #takeLeft(shelf: CopyShelf, token: string, file: EditedFile): Promise<boolean> {
    try {
      const known = await shelf.read(token)
      if (!known) return false
      const bytes = await file.read()
      if (sha256(bytes) !== known.hash) await shelf.take(known, bytes, troubleOf(bytes, known.kind))
      this.#taken(token)
      return true
    } catch {
      return false
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work)
    this.#work = done.catch(() => {})
    return done
  }
}

const known = new WeakMap<OfficeProcess, EditedCopies>()

/** The copies of an office process. */
export function copiesOf(process: OfficeProcess): EditedCopies {
  const found = known.get(process)
  if (found) return found
  const copies = new EditedCopies()
  known.set(process, copies)
  process.accompany(copies)
  return copies
}
