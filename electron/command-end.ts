/** What a thread with a command and the main thread that waits for it have in common: whether it has ended, and with which code. */
export const newCommandEnd = (): Int32Array => new Int32Array(new SharedArrayBuffer(8))

/** Called by the thread: tells the code and stays until the main thread's exit ends it. A thread that is just ending by itself meanwhile takes the process down. */
export function endCommand(end: Int32Array, code: number): void {
  Atomics.store(end, 1, code)
  Atomics.store(end, 0, 1)
  Atomics.notify(end, 0)
  Atomics.wait(end, 0, 1)
}

/** Called by the main thread: waits for the thread. @returns its code, or null when it took longer than given */
export function awaitCommand(end: Int32Array, milliseconds: number): number | null {
  return Atomics.wait(end, 0, 0, milliseconds) === 'timed-out' ? null : Atomics.load(end, 1)
}
