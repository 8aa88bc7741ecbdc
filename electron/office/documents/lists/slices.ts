/** After this time in one go other calls are answered. */
const sliceMilliseconds = 12

/** Parts long work into slices, between which the process answers other calls and hears a stop. */
export class Slices {
  readonly #signal: AbortSignal | undefined
  #began = performance.now()

  constructor(signal?: AbortSignal) {
    this.#signal = signal
  }

  /** Gives way if the slice is over, and tells whether it was. @throws the signal's reason */
  async next(): Promise<boolean> {
    if (performance.now() - this.#began < sliceMilliseconds) return false
    await new Promise((resolve) => setImmediate(resolve))
    this.#signal?.throwIfAborted()
    this.#began = performance.now()
    return true
  }
}
