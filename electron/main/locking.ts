import { clearOwnClipboard } from './clipboard.ts'
import type { OfficeHost } from './office-host.ts'

/** How long the window may take to bring unsaved text to safety before the office locks all the same. */
const flushMilliseconds = 2_000

/** What locking acts on. */
export interface LockParts {
  office: OfficeHost
  /** Asks the page to bring unsaved text to safety; it answers by {@link Locking.textIsSafe}. */
  askToSave(): void
  /** Wipes papers that other programs were shown. */
  wipeViewing(): void
  /** Takes the window off the screen while the last backup is made. */
  hide(): void
  /** Loads the page anew, so that nothing of the last person stays in it. */
  loadPage(): void
}

/** Locks the office: unsaved text is saved, databases are closed, the office process ends, the page is loaded anew, the closed files are backed up. */
export class Locking {
  readonly #parts: LockParts
  #running: Promise<void> | null = null
  #safe: (() => void) | null = null

  constructor(parts: LockParts) {
    this.#parts = parts
  }

  /** @param options.restart false when the application is about to end */
  lock({ restart = true } = {}): Promise<void> {
    this.#running ??= this.#lockOnce(restart).finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** The page's answer: what was typed is stored. */
  textIsSafe(): void {
    this.#safe?.()
  }

  async #lockOnce(restart: boolean): Promise<void> {
    const { office, askToSave, hide, loadPage, wipeViewing } = this.#parts
    if (!office.unlocked) return
    const saved = new Promise<void>((resolve) => {
      this.#safe = resolve
    })
    askToSave()
    await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, flushMilliseconds))])
    this.#safe = null
    await office.stop()
    wipeViewing()
    await clearOwnClipboard()
    if (!restart) {
      hide()
      await office.backUpAndEnd()
      return
    }
    office.start()
    loadPage()
    // Unlocking doesn't wait for it: the copy gives way.
    office.backUp()
  }
}
