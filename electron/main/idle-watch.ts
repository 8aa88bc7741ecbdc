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
/** So long nobody must have used an office that somebody else asks for, and so long the request must stand, until it locks. */
const askedSeconds = 60
/** Shorter pauses are those of somebody who reads or thinks. */
const askedWarningSeconds = 20

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
  #askedSince: number | null = null

  constructor(source: IdleSource, actions: IdleActions) {
    this.#source = source
    this.#actions = actions
    this.#lastInput = source.now()
  }

  /** @param minutes 1 to 60 */
  setLimit(minutes: number): void {
    this.#limitSeconds = Math.min(60, Math.max(1, minutes)) * 60
  }

  /** Somebody at another computer asks for the office: whoever has left it gives way soon. */
  asked(asked: boolean): void {
    this.#askedSince = asked ? (this.#askedSince ?? this.#source.now()) : null
    if (this.#warned) this.check()
  }

  /** Input in the window. */
  used(): void {
    this.#lastInput = this.#source.now()
    if (this.#warned) this.check()
  }

  /** To be called every few seconds while the office is unlocked. */
  check(): void {
    const left = this.#secondsLeft()
    if (left <= 0) {
      this.#warned = false
      this.#actions.lock()
    } else if (left <= warningSeconds) {
      this.#warned = true
      this.#actions.warn(Math.ceil(left))
    } else if (this.#warned) {
      this.#warned = false
      this.#actions.warn(0)
    }
  }

  #secondsLeft(): number {
    const idle = this.#idleSeconds()
    const usual = this.#limitSeconds - idle
    if (this.#askedSince === null || idle < askedWarningSeconds) return usual
    const asked = (this.#source.now() - this.#askedSince) / 1000
    return Math.min(usual, Math.max(askedSeconds - idle, askedSeconds - asked))
  }

  #idleSeconds(): number {
    const system = this.#source.systemIdleSeconds()
    if (system > 0) this.#systemCounts = true
    const window = (this.#source.now() - this.#lastInput) / 1000
    return this.#systemCounts ? system : window
  }
}
