import { setTimeout as pause } from 'node:timers/promises'
import { HEARTBEAT_SECONDS, type HeldLease } from './lease.ts'
import { VaultError } from './vault-error.ts'

/** While the folder is away it is looked for more often, so that work goes on soon. */
const AWAY_SECONDS = 3
const AGAIN_MILLISECONDS = 400

/** What comes of signs of life. */
export interface KeeperNews {
  /** The folder could be reached again. */
  returned(): Promise<void>
  lost(): void
}

/** Gives signs of life until it is ended. */
export class LeaseKeeper {
  readonly #lease: HeldLease
  readonly #news: KeeperNews
  #timer: NodeJS.Timeout | null = null
  #ended = false
  #awaySince: string | null = null

  constructor(lease: HeldLease, news: KeeperNews) {
    this.#lease = lease
    this.#news = news
    lease.whenLost(() => this.#lost())
    this.#next()
  }

  /** Since when the folder can't be reached, null while it can. */
  get awaySince(): string | null {
    return this.#awaySince
  }

  /** Gives a sign of life now, because something failed that may be for the folder. */
  async look(): Promise<void> {
    if (this.#ended) return
    try {
      await this.#beatPatiently()
      const wasAway = this.#awaySince !== null
      this.#awaySince = null
      if (wasAway) await this.#news.returned()
    } catch (error) {
      // Whoever writes to a full disk is told so.
      if (error instanceof VaultError && (error.reason === 'lease-lost' || error.code === 'disk-full')) return
      this.#awaySince ??= new Date().toISOString()
    }
  }

  end(): void {
    this.#ended = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  /** A virus scanner may hold the file for a moment. */
  async #beatPatiently(): Promise<void> {
    try {
      await this.#lease.beat()
    } catch (error) {
      if (error instanceof VaultError && (error.reason === 'lease-lost' || error.code === 'unreachable')) throw error
      await pause(AGAIN_MILLISECONDS)
      await this.#lease.beat()
    }
  }

  #next(): void {
    if (this.#ended) return
    this.#timer = setTimeout(() => void this.look().finally(() => this.#next()), (this.#awaySince === null ? HEARTBEAT_SECONDS : AWAY_SECONDS) * 1000)
    this.#timer.unref()
  }

  #lost(): void {
    if (this.#ended) return
    this.end()
    this.#news.lost()
  }
}
