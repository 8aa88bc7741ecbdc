import { expect, type ElectronApplication } from '@playwright/test'

/** Process id of the office process, null while there is none. */
export function officePid(app: ElectronApplication): Promise<number | null> {
  return app.evaluate(({ app: electron }) => {
    const found = electron.getAppMetrics().find(({ type, name, serviceName }) => type === 'Utility' && [name, serviceName].includes('Büroprozess'))
    return found?.pid ?? null
  })
}

/** Whether a process is still there. One that has ended and is waited for by nobody counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Waits until a process is gone. */
export async function expectEnded(pid: number): Promise<void> {
  await expect.poll(() => isAlive(pid), { message: `process ${pid} is still there` }).toBe(false)
}

/** Makes the machine look as if nobody had touched it for so many seconds; {@link pretendIdle} with 1 brings somebody back. */
export async function pretendIdle(app: ElectronApplication, seconds: number): Promise<void> {
  await app.evaluate(({ powerMonitor }, idle) => {
    powerMonitor.getSystemIdleTime = () => idle
  }, seconds)
}

/** Has the system report an event that nobody can bring about in a test. */
export async function emitPowerEvent(app: ElectronApplication, event: 'suspend' | 'lock-screen' | 'shutdown'): Promise<void> {
  await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
}
