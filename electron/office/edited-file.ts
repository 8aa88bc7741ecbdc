import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Beside the copy: the hash of the last state that the vault holds. It names nobody, and lets a copy be wiped before anybody unlocks. */
const noteName = 'stand.txt'

/** A copy of a document outside the vault that another program edits. Only the main process can make the place for one. */
export class EditedFile {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** Changes with every saving, also with one that puts another file in place; null while there is none. */
  stamp(): string | null {
    try {
      const found = statSync(this.#path)
      return found.isFile() ? [found.mtimeMs, found.size, found.ino].join(' ') : null
    } catch {
      return null
    }
  }

  /** {@link stamp}; waits a moment where a program is just putting the new file in place of the old one. */
  async settledStamp(): Promise<string | null> {
    for (let tries = 0; tries < 5 && this.stamp() === null; tries += 1) await setTimeout(100)
    return this.stamp()
  }

  /** What is saved now. @throws when the file is gone or another program keeps it to itself */
  read(): Promise<Buffer> {
    return readFile(this.#path)
  }

  /** Whether a program says that it has the copy open: by the lock file of Word (`~$…`) or LibreOffice (`.~lock.…#`) beside it. */
  isHeld(): boolean {
    const name = basename(this.#path)
    try {
      return readdirSync(dirname(this.#path)).some((each) => each.startsWith('~$') || each === `.~lock.${name}#`)
    } catch {
      return false
    }
  }

  /** What was saved beside the copy under another name; the files of programs themselves are left out. */
  async beside(): Promise<Buffer[]> {
    const folder = dirname(this.#path)
    if (!existsSync(folder)) return []
    const names = readdirSync(folder).filter((each) => /^[^~.].*\.(?:docx|odt|xlsx)$/iu.test(each) && each !== basename(this.#path))
    return Promise.all(names.map((name) => readFile(join(folder, name))))
  }

  /** Notes which state the vault holds. */
  noteTaken(hash: string): void {
    writeFileSync(join(dirname(this.#path), noteName), hash, { mode: 0o600 })
  }

  /** Whether the vault is known to hold what is saved now, or nothing is there to be held. */
  isTaken(): boolean {
    if (this.stamp() === null) return true
    try {
      return readFileSync(join(dirname(this.#path), noteName), 'utf8') === sha256(readFileSync(this.#path))
    } catch {
      return false
    }
  }
}

/** SHA-256 in hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
