/** What the watch needs of the machine; replaced in tests. */
export interface IdleSource {
  /** Seconds without input on the whole machine, as the system says. */
  systemIdleSeconds(): number
  /** Milliseconds of a steady clock. */
  now(): number
}

export interface IdleActions {
  /** Locks in so many seconds unless somebody comes back; 0 takes the warning back. */
  warn(seconds: number): void
  lock(): void
}

const warningSeconds = 60

/**
 * Decides when an unused office locks: after `minutes` without input, with a warning a minute before.
 * Some desktops always report an idle time of zero; until the system has shown that it counts, the window's own
 * reports decide.
 */
export class IdleWatch {
  readonly #source: IdleSource
  readonly #actions: IdleActions
  #limitSeconds = 10 * 60
  #lastInput: number
  #systemCounts = false
  #warned = false

  constructor(source: IdleSource, actions: IdleActions) {
    this.#source = source
    this.#actions = actions
    this.#lastInput = source.now()
  }

  /** @param minutes 1 to 60 */
  setLimit(minutes: number): void {
    this.#limitSeconds = Math.min(60, Math.max(1, minutes)) * 60
  }

  /** Input in the window. */
  used(): void {
    this.#lastInput = this.#source.now()
    if (this.#warned) this.check()
  }

  /** To be called every few seconds while the office is unlocked. */
  check(): void {
    const idle = this.#idleSeconds()
    if (idle >= this.#limitSeconds) {
      this.#warned = false
      this.#actions.lock()
    } else if (idle >= this.#limitSeconds - warningSeconds) {
      this.#warned = true
      this.#actions.warn(Math.ceil(this.#limitSeconds - idle))
    } else if (this.#warned) {
      this.#warned = false
      this.#actions.warn(0)
    }
  }

  #idleSeconds(): number {
    const system = this.#source.systemIdleSeconds()
    if (system > 0) this.#systemCounts = true
    const window = (this.#source.now() - this.#lastInput) / 1000
    return this.#systemCounts ? system : window
  }
}
