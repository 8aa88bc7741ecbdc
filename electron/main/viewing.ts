import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isOwnFolder, mayBeInUse, wipeFolder } from '../wiping.ts'

const prefix = 'integrationsbuero-ansicht-'

/**
 * The folder in which papers lie while another program shows them: private to the person (0700), with neutral names, and wiped when
 * the office is locked, when it ends, and, if neither came about, at the next start. Main makes names and paths; what is written
 * there it never sees.
 */
export class ViewingFolder {
  readonly #base: string
  #folder: string | null = null
  readonly #paths = new Map<string, string>()

  /** @param base the system's folder for temporary files */
  constructor(base: string) {
    this.#base = base
  }

  /** A place for one paper, and a token by which the office process may write there once. */
  prepare(extension: string): { token: string; path: string } {
    this.#folder ??= mkdtempSync(join(this.#base, `${prefix}${process.pid}-`))
    const token = randomUUID()
    const path = join(this.#folder, `Unterlage-${this.#paths.size + 1}.${extension}`)
    this.#paths.set(token, path)
    return { token, path }
  }

  /** The path of a paper that was prepared since the last wiping. */
  pathOf(token: string): string | undefined {
    return this.#paths.get(token)
  }

  /** Overwrites and removes everything. A file that another program holds open (Windows) is tried again the next time. */
  wipe(): void {
    this.#paths.clear()
    if (this.#folder !== null && wipeFolder(this.#folder)) this.#folder = null
  }

  /** Wipes what programs left behind that ended without doing so. */
  wipeLeftovers(): void {
    for (const name of readdirSync(this.#base)) {
      const pid = Number(/^integrationsbuero-ansicht-(\d+)-/u.exec(name)?.[1])
      const folder = join(this.#base, name)
      if (Number.isNaN(pid) || (pid !== process.pid && mayBeInUse(folder, pid))) continue
      if (folder !== this.#folder && isOwnFolder(folder)) wipeFolder(folder)
    }
  }
}
