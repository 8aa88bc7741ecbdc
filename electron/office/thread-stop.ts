/**
 * Asks a thread that works on a database to stop, instead of ending it: the binding takes the whole process along when a thread is ended while it is
 * in one of its calls (`probe.test.ts`, `transfer.test.ts`).
 */
export type ThreadStop = Int32Array<SharedArrayBuffer>

/** For the thread's data. */
export const newThreadStop = (): ThreadStop => new Int32Array(new SharedArrayBuffer(4))

export function askToStop(stop: ThreadStop): void {
  Atomics.store(stop, 0, 1)
}

/** Looked at by the thread between two steps of its work. @throws ThreadStopped when it was asked to stop */
export function unlessStopped(stop: ThreadStop): void {
  if (Atomics.load(stop, 0) === 1) throw new ThreadStopped()
}

/** The thread gave its work up as it was asked to. */
export class ThreadStopped extends Error {}
