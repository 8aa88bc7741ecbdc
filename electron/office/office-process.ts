import type { RecordRef, Side } from '../../shared/records/model.ts'
import { OfficeError } from '../../shared/errors.ts'
import { FileGrants } from './file-grants.ts'
import type { Session } from './session.ts'

export type ChangeNews = { side: Side; records: RecordRef[]; many: boolean }

/** A commit that touches more records than this is announced without naming them. */
const namedRecords = 200

/** What the main process wants to be told. */
export interface MainProcess {
  stateChanged(unlocked: boolean): void
  vaultChosen(folder: string, demo: boolean): void
  /** Somebody at another computer asks for the desk, or does no more. */
  deskAsked?(asked: boolean): void
}

/** What lives as long as the session and has to finish before the databases close. */
export interface Companion {
  began(session: Session): void
  ending(): Promise<void>
}

/** State of the office process: which vault, whether it is unlocked, and who wants to hear of changes. */
export class OfficeProcess {
  /** Folder of the vault in use, null before the first choice. */
  vaultFolder: string | null = null
  /** True when the window shall show the demo office. */
  demo = false
  /** True when a vault was in the folder before: if it is gone now, that is no first run. */
  vaultExpected = false
  /** Random number of this installation; a lease left by it may be taken over once its process is gone. */
  machine: string | null = null
  /** Whether the vault lies on a network drive; found out where it isn't said. */
  network: boolean | undefined = undefined
  readonly grants = new FileGrants()
  readonly #listeners = new Set<(news: ChangeNews) => void>()
  readonly #main: MainProcess
  readonly #companions: Companion[] = []
  #session: Session | null = null
  #settle: (folder: string) => Promise<void> = async () => undefined
  #settling: Promise<void> | null = null
  #resting: { stop: AbortController; done: Promise<void> } | null = null

  constructor(main: MainProcess) {
    this.#main = main
  }

  get session(): Session | null {
    return this.#session
  }

  /** The session, or the error `locked`. */
  get unlocked(): Session {
    if (!this.#session) throw new OfficeError('locked')
    return this.#session
  }

  /** Takes over a freshly opened session; main hears that there is something to lock. */
  begin(session: Session): void {
    this.#session = session
    this.#main.stateChanged(true)
    for (const companion of this.#companions) companion.began(session)
  }

  /** Tells main that somebody asks for the desk. */
  deskAsked(asked: boolean): void {
    this.#main.deskAsked?.(asked)
  }

  /** From now on `companion` is told when a session begins, and awaited before one ends. */
  accompany(companion: Companion): void {
    this.#companions.push(companion)
  }

  /** Works on the files of the locked vault, as long as nobody wants to open it. */
  async whileLocked(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    await this.giveWay()
    const stop = new AbortController()
    const done = work(stop.signal).catch(() => undefined)
    this.#resting = { stop, done }
    await done
  }

  /** @param settle finishes what was decided about the files of the vault before anybody looks at them */
  settleBy(settle: (folder: string) => Promise<void>): void {
    this.#settle = settle
  }

  /** Finishes what was decided about the files of the vault, unless somebody works with them. */
  settled(): Promise<void> {
    const folder = this.vaultFolder
    if (folder === null || this.#session) return Promise.resolve()
    this.#settling ??= this.#settle(folder).finally(() => (this.#settling = null))
    return this.#settling
  }

  /** Ends work on the locked files; to be called by whoever is about to open the vault. */
  async giveWay(): Promise<void> {
    const resting = this.#resting
    this.#resting = null
    resting?.stop.abort()
    await resting?.done
  }

  /** Closes the databases. Key material leaves memory only with the process, which main ends next. */
  async end(): Promise<void> {
    const session = this.#session
    // What can't be finished must not keep the office from being locked.
    if (session) await Promise.allSettled(this.#companions.map((companion) => companion.ending()))
    this.#session = null
    await session?.close()
    this.#main.stateChanged(false)
  }

  /** Uses another folder from now on; main remembers it for the next start unless it is the demo office. */
  useVault(folder: string, demo: boolean): void {
    this.vaultFolder = folder
    this.demo = demo
    this.vaultExpected = true
    this.#main.vaultChosen(folder, demo)
  }

  /** Announces a commit. */
  readonly announce = (side: Side, records: readonly RecordRef[]): void => {
    const many = records.length > namedRecords
    for (const listener of this.#listeners) listener({ side, records: many ? [] : [...records], many })
  }

  /** Calls `listener` after each commit until the returned function is called. */
  listen(listener: (news: ChangeNews) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
