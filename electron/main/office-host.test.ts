import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FromOffice, ToOffice } from '../../shared/process-messages.ts'
import { noPolicy } from '../../shared/policy/state.ts'

/** Stands for Electron's utility process: remembers what it was told and ends when the test says so. */
class FakeProcess extends EventEmitter {
  readonly told: ToOffice[] = []
  stderr = new EventEmitter()
  killed = false
  /** What it does when it is asked to close; nothing, if it hangs. */
  onClose: () => void = () => this.say({ type: 'closed' })

  postMessage(message: ToOffice): void {
    this.told.push(message)
    if (message.type === 'close') this.onClose()
  }

  say(message: FromOffice): void {
    this.emit('message', message)
  }

  kill(): void {
    this.killed = true
    this.emit('exit', 0)
  }
}

const processes: FakeProcess[] = []
const port1 = { end: 'office' }
const port2 = { end: 'window' }
vi.mock('electron', () => ({
  app: {},
  utilityProcess: {
    fork: () => {
      processes.push(new FakeProcess())
      return processes.at(-1)
    },
  },
  MessageChannelMain: class {
    port1 = port1
    port2 = port2
  },
}))
const { OfficeHost } = await import('./office-host.ts')

const vault = { folder: '/vault', demo: false, expected: true }
let office: InstanceType<typeof OfficeHost>
let news: string[]
const latest = (): FakeProcess => processes.at(-1)!

beforeEach(() => {
  processes.length = 0
  news = []
  office = new OfficeHost()
  for (const name of ['crashed', 'failed'] as const) office.on(name, () => news.push(name))
  office.on('state', (unlocked) => news.push(unlocked ? 'unlocked' : 'locked'))
  office.on('vault', (folder) => news.push(`vault ${folder}`))
  office.start(vault)
})

it('tells each process which vault to use, also the one that was chosen meanwhile', async () => {
  // What IT has settled comes before anything that it could be about.
  expect(latest().told).toEqual([{ type: 'policy', policy: noPolicy }, { type: 'vault', ...vault, secondPlace: null, machine: null }])
  latest().say({ type: 'vault', folder: '/other', demo: false })
  await office.stop()
  office.start()
  expect(latest().told.slice(1)).toEqual([{ type: 'vault', folder: '/other', demo: false, expected: true, secondPlace: null, machine: null }])
  expect(news).toEqual(['vault /other'])
})

it('waits for a backup of the closed files that is under way, and ends the process that was started for one', async () => {
  expect(office.backingUp).toBe(false)
  await office.untilBackedUp()
  office.backUp()
  expect([office.backingUp, latest().told.at(-1)]).toEqual([true, { type: 'back-up' }])
  const waiting = office.untilBackedUp()
  latest().say({ type: 'backed-up' })
  await waiting
  expect(office.backingUp).toBe(false)

  const before = processes.length
  const ending = office.backUpAndEnd()
  expect(processes).toHaveLength(before + 1)
  latest().say({ type: 'backed-up' })
  await ending
  expect(news).toEqual([])

  // Whoever starts the application anew meanwhile ends the wait.
  const another = office.backUpAndEnd()
  office.kill()
  await another
})

it('hands the two ends of a channel to process and window', () => {
  const posted: unknown[] = []
  office.connect({ postMessage: (...args: unknown[]) => posted.push(args) } as never)
  expect(latest().told.at(-1)).toEqual({ type: 'port' })
  expect(posted).toEqual([['office-port', null, [port2]]])
})

describe('stopping', () => {
  it('closes the databases, ends the process, and is no crash', async () => {
    latest().say({ type: 'state', unlocked: true })
    expect(office.unlocked).toBe(true)
    await office.stop()
    expect(latest().told.at(-1)).toEqual({ type: 'close' })
    expect(latest().killed).toBe(true)
    expect(office.unlocked).toBe(false)
    expect(news).toEqual(['unlocked'])
  })

  it('ends a process that hangs', async () => {
    vi.useFakeTimers()
    latest().onClose = () => {}
    const stopped = office.stop()
    await vi.advanceTimersByTimeAsync(3_000)
    await stopped
    vi.useRealTimers()
    expect(latest().killed).toBe(true)
    expect(news).toEqual([])
  })

  it('can be had at once, and is no crash either', () => {
    office.kill()
    expect(latest().killed).toBe(true)
    expect(latest().told.map(({ type }) => type)).not.toContain('close')
    expect(news).toEqual([])
  })

  it('does nothing when no process runs', async () => {
    await office.stop()
    await office.stop()
    expect(processes).toHaveLength(1)
  })
})

describe('a process that ends by itself', () => {
  it('locks, and is told as a crash', () => {
    latest().say({ type: 'ready' })
    latest().say({ type: 'state', unlocked: true })
    latest().emit('exit', 11)
    expect(office.unlocked).toBe(false)
    expect(news).toEqual(['unlocked', 'crashed'])
  })

  it('is a fault of the installation when it never comes up: no endless row of starts', () => {
    office.on('crashed', () => office.start())
    for (let times = 0; times < 3; times += 1) latest().emit('exit', 1)
    expect(news).toEqual(['crashed', 'crashed', 'failed'])
    expect(processes).toHaveLength(3)
  })

  it('may crash as often as it likes as long as it works in between', () => {
    office.on('crashed', () => office.start())
    for (let times = 0; times < 10; times += 1) {
      latest().say({ type: 'ready' })
      latest().emit('exit', 1)
    }
    expect(news).toEqual(Array(10).fill('crashed'))
  })
})
