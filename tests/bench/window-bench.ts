import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import { deriveFromPassphrase, newArgon2Parameters } from '../../electron/office/vault/crypto.ts'
import { endAll, launchOffice, newFolders, type RunningOffice } from '../e2e/support/launch.ts'
import { expectOverview, lock } from '../e2e/support/steps.ts'
import { passphrase } from './large-office.ts'
import { printLines, spread, type Line } from './report.ts'

/** What a person waits for, against a bare window of the same runtime. The two are started by turns. */

const bareApplication = join(import.meta.dirname, 'bare')
/** Until memory has settled after the first picture. */
const settleMilliseconds = 2_000

interface Start {
  office: RunningOffice
  milliseconds: number
}

async function start(options: Parameters<typeof launchOffice>[0], heading: string): Promise<Start> {
  const begin = performance.now()
  const office = await launchOffice(options)
  await office.window.getByRole('heading', { name: heading }).waitFor()
  return { office, milliseconds: performance.now() - begin }
}

/** Starts both by turns and measures time to the first picture and memory. */
async function measureStarts(vault: string, rounds: number): Promise<Line[]> {
  const values = { ours: [] as number[], bare: [] as number[], ourMemory: [] as number[], bareMemory: [] as number[] }
  const ourFolders = newFolders()
  const bareFolders = newFolders()
  for (let round = 0; round <= rounds; round++) {
    const ours = await start({ folders: ourFolders, vault }, 'Büro entsperren')
    const ourMemory = await settledMemory(ours.office.app)
    await ours.office.close()
    const bare = await start({ folders: bareFolders, application: bareApplication, vault: false }, 'Leeres Fenster')
    const bareMemory = await settledMemory(bare.office.app)
    await bare.office.close()
    // The first round fills the caches of both.
    if (round === 0) continue
    values.ours.push(ours.milliseconds)
    values.bare.push(bare.milliseconds)
    values.ourMemory.push(ourMemory)
    values.bareMemory.push(bareMemory)
  }
  return [
    { what: 'start to the lock screen', unit: 'ms', ours: spread(values.ours), bare: spread(values.bare), aim: 'at most 1.2 x' },
    { what: 'memory at the lock screen', unit: 'MB', ours: spread(values.ourMemory), bare: spread(values.bareMemory), aim: 'at most 100 MB more' },
  ]
}

/** Unlocks again and again in one window; the key derivation is measured beside it and taken off. */
async function measureUnlocking(vault: string, rounds: number): Promise<Line[]> {
  const { office } = await start({ vault }, 'Büro entsperren')
  const whole: number[] = []
  const derivation: number[] = []
  for (let round = 0; round <= rounds; round++) {
    await office.window.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    const milliseconds = await office.window.evaluate(clickUntilHeading, ['Entsperren', 'Übersicht'] as const)
    await expectOverview(office.window)
    if (round > 0) whole.push(milliseconds)
    const begin = performance.now()
    await deriveFromPassphrase(passphrase, newArgon2Parameters())
    if (round > 0) derivation.push(performance.now() - begin)
    if (round < rounds) await lock(office.window)
  }
  const { median } = spread(derivation)
  const calls = await measureCalls(office.window, 500)
  const memory = await settledMemory(office.app)
  await office.close()
  return [
    { what: `unlock to overview, without ${median.toFixed(0)} ms of key derivation`, unit: 'ms', ours: spread(whole.map((value) => value - median)), aim: 'under 400 ms' },
    { what: 'one call through the port', unit: 'ms', ours: spread(calls), aim: '' },
    { what: 'memory with the office open', unit: 'MB', ours: spread([memory]), aim: '' },
  ]
}

/** Runs in the page: presses a button and waits for the frame in which a heading stands. */
export async function clickUntilHeading([button, heading]: readonly [string, string]): Promise<number> {
  const begin = performance.now()
  const named = [...document.querySelectorAll('button')].find((element) => element.textContent?.trim() === button)
  named?.click()
  await new Promise<void>((resolve) => {
    const look = (): void => {
      const shown = [...document.querySelectorAll('h1')].some((element) => element.textContent?.trim() === heading)
      requestAnimationFrame(shown ? () => resolve() : look)
    }
    look()
  })
  return performance.now() - begin
}

/** Round trips window, office process and back, of the smallest call that the window makes by itself. */
async function measureCalls(window: Page, count: number): Promise<number[]> {
  await window.evaluate(() => {
    const { postMessage } = MessagePort.prototype
    const seen = globalThis as { port?: MessagePort; call?: string }
    MessagePort.prototype.postMessage = function record(this: MessagePort, ...parameters: unknown[]) {
      const [message] = parameters
      if (typeof message === 'string' && (!seen.call || message.length < seen.call.length)) {
        seen.port = this
        seen.call = message
      }
      Reflect.apply(postMessage, this, parameters)
    }
  })
  // Opening the trash asks the office process for it.
  await window.getByRole('link', { name: /^Papierkorb/ }).click()
  await window.getByRole('heading', { name: 'Papierkorb' }).first().waitFor()
  return window.evaluate(async (times) => {
    const { port, call } = globalThis as { port?: MessagePort; call?: string }
    if (!port || !call) throw new Error('The window made no call.')
    const durations: number[] = []
    for (let number = 0; number < times; number++) {
      const id = `bench-${number}`
      const begin = performance.now()
      const answered = new Promise<void>((resolve) => {
        const listener = ({ data }: MessageEvent): void => {
          if (typeof data !== 'string' || !data.includes(`"${id}"`)) return
          port.removeEventListener('message', listener)
          resolve()
        }
        port.addEventListener('message', listener)
      })
      port.postMessage(JSON.stringify({ ...JSON.parse(call), i: id }))
      await answered
      durations.push(performance.now() - begin)
    }
    return durations
  }, count)
}

/** Memory of all processes of an application in MB: the share that is theirs alone (PSS) on Linux, else working sets. */
async function settledMemory(app: ElectronApplication): Promise<number> {
  await pause(settleMilliseconds)
  return memoryOf(app)
}

/** @returns MB of all processes of the application */
export async function memoryOf(app: ElectronApplication): Promise<number> {
  const processes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ pid, memory }) => ({ pid, kilobytes: memory.workingSetSize })),
  )
  const kilobytes = processes.map(({ pid, kilobytes: workingSet }) => proportionalSet(pid) ?? workingSet)
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024
}

/** Kilobytes of memory that are the share of a process; nothing where the system doesn't tell. */
export function proportionalSet(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  const line = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
  return line ? Number(line[1]) : undefined
}

/** Measures everything that needs windows. */
export async function measureWindows(vault: string, rounds: number): Promise<void> {
  try {
    printLines('Windows, against a bare Electron window of the same runtime', [
      ...(await measureStarts(vault, rounds)),
      ...(await measureUnlocking(vault, rounds)),
    ])
  } finally {
    await endAll()
  }
}
