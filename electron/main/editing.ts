import { randomUUID } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isOwnFolder, isRunning, wipeFolder } from '../wiping.ts'

const prefix = 'integrationsbuero-bearbeitung-'
const folderName = /^integrationsbuero-bearbeitung-(\d+)-([0-9a-f]{8}-[0-9a-f-]{27})$/u
const copyName = /^Dokument\.[a-z]{3,4}$/u

/** A copy that lies outside the vault, and the token by which the office process knows it. */
export interface EditedCopy {
  token: string
  path: string
}

/**
 * Folders in which copies lie while a program such as Word edits them: one for each copy, so that the program's lock and temporary files
 * lie there too and go with it; private to the person (0700), with neutral names. Unlike what is only looked at, a copy is wiped only
 * after the office process has said that its last saved state is in the vault. Main makes names and paths; what is written there it
 * never sees.
 */
export class EditingFolders {
  readonly #base: string
  readonly #folders = new Map<string, EditedCopy & { folder: string; released: boolean }>()

  /** @param base the system's folder for temporary files */
  constructor(base: string) {
    this.#base = base
  }

  /** A place for one copy. */
  prepare(extension: string): EditedCopy {
    const token = randomUUID()
    const folder = join(this.#base, `${prefix}${process.pid}-${token}`)
    mkdirSync(folder, { mode: 0o700 })
    const path = join(folder, `Dokument.${extension}`)
    this.#folders.set(token, { token, path, folder, released: false })
    return { token, path }
  }

  /** The path of a copy that is being edited. */
  pathOf(token: string): string | undefined {
    const found = this.#folders.get(token)
    return found?.released === false ? found.path : undefined
  }

  /** The vault holds all that was saved in this copy: it is wiped. What a program holds open (Windows) is tried again. */
  release(token: string): void {
    const found = this.#folders.get(token)
    if (!found) return
    found.released = true
    this.wipeReleased()
  }

  /**
   * Wipes every copy that is no longer needed.
   * @param unused also places that nothing was written to: when no office process is left that could
   * @returns how many are still held open by another program
   */
  wipeReleased({ unused = false } = {}): number {
    let held = 0
    for (const { token, folder, released } of this.#folders.values()) {
      if (!released && !(unused && isEmpty(folder))) continue
      if (wipeFolder(folder)) this.#folders.delete(token)
      else held += 1
    }
    return held
  }

  /**
   * Copies that nobody has in hand: left by programs that ended without taking them back, or by an office process that did. The office
   * process that starts is told of them and says which are not needed any more.
   */
  left(): EditedCopy[] {
    for (const name of readdirSync(this.#base)) {
      const [, pid, token] = folderName.exec(name) ?? []
      if (pid === undefined || token === undefined || this.#folders.has(token) || (Number(pid) !== process.pid && isRunning(Number(pid)))) continue
      const folder = join(this.#base, name)
      if (!isOwnFolder(folder)) continue
      const path = copyIn(folder)
      if (path) this.#folders.set(token, { token, path, folder, released: false })
      // Nothing was ever written, or it is wiped already.
      else wipeFolder(folder)
    }
    return [...this.#folders.values()].filter(({ released }) => !released).map(({ token, path }) => ({ token, path }))
  }
}

function isEmpty(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length === 0
}

function copyIn(folder: string): string | undefined {
  const name = readdirSync(folder).find((each) => copyName.test(each))
  const path = name && join(folder, name)
  return path && lstatSync(path).isFile() ? path : undefined
}
