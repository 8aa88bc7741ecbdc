import { SILENT_SECONDS } from './lease.ts'
import type { FoundTurn } from './lease-file.ts'

/**
 * Watches whether a holder gives signs of life. Clocks of two computers may differ by any amount, so none is compared with the other:
 * what counts is for how long, on the own clock, what the holder wrote has not changed.
 */
export class LeaseWatch {
  readonly #steady: () => number
  readonly #silentSeconds: number
  #seen: { turn: number; raw: string; at: number } | null = null

  constructor(steady: () => number = () => performance.now(), silentSeconds = SILENT_SECONDS) {
    this.#steady = steady
    this.#silentSeconds = silentSeconds
  }

  /** Takes note of what stands there now. @returns whole seconds until it may be taken over, 0 when that is now */
  observe(found: FoundTurn): number {
    const now = this.#steady()
    if (this.#seen?.turn !== found.turn || this.#seen.raw !== found.raw) this.#seen = { turn: found.turn, raw: found.raw, at: now }
    return Math.max(0, Math.ceil(this.#silentSeconds - (now - this.#seen.at) / 1000))
  }
}
