import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeLease } from '../../electron/office/vault/lease.ts'
import { newestTurn } from '../../electron/office/vault/lease-file.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'

/**
 * Never two writers: processes of three computers, whose clocks differ by more than ten minutes, fight for one vault and are killed
 * while they do. `npm run soak` has them take it 500 times, and kills 200 times while a lease is taken, renewed or given back.
 */
const fights = Number(process.env.FIGHTS ?? 50)
const kills = Number(process.env.KILLS ?? 8)

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-lease-'))
  folders.push(folder)
  writeFileSync(join(folder, 'vault.json'), '{}')
  return folder
}

interface Fighter {
  name: string
  child: ChildProcess
  ended: Promise<void>
}

describe(`${fights} fights for one lease`, () => {
  const computers = [['pc-1', 0], ['pc-1', 0], ['pc-2', 660], ['pc-3', -720]] as const
  const complaints: string[] = []
  const killed = new Set<string>()
  let lines: string[] = []
  let folder: string

  function fighter(seat: number, number: number): Fighter {
    const [computer, skew] = computers[seat] ?? computers[0]
    const name = `${seat}-${number}`
    const child = spawn(process.execPath, [join(import.meta.dirname, 'lease-fighter.ts'), folder, computer, String(skew), name], { stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')))
    return { name, child, ended: new Promise((resolve) => child.once('close', () => resolve())) }
  }

  const begun = (): number => (existsSync(join(folder, 'witness')) ? readFileSync(join(folder, 'witness'), 'utf8').split('\n').filter((line) => line.startsWith('+')).length : 0)

  beforeAll(async () => {
    folder = newFolder()
    const fighting = computers.map((_, seat) => fighter(seat, 0))
    let next = 4
    for (let number = 1, taken = 0; (taken = begun()) < fights; ) {
      if (taken >= next) {
        // A kill every few fights, whoever it hits; that computer starts anew.
        next = taken + 6
        const seat = number % computers.length
        const victim = fighting[seat]
        victim?.child.kill('SIGKILL')
        await victim?.ended
        killed.add(victim?.name ?? '')
        fighting[seat] = fighter(seat, number++)
      }
      await pause(15)
    }
    writeFileSync(join(folder, 'stop'), '')
    await Promise.all(fighting.map(({ ended }) => ended))
    lines = readFileSync(join(folder, 'witness'), 'utf8').split('\n').filter(Boolean)
  }, 1_800_000)

  it('were won by all computers, and some who had won were killed', () => {
    expect(complaints.filter((line) => !line.includes('ExperimentalWarning') && line.trim() !== '')).toEqual([])
    expect(lines.filter((line) => line.startsWith('+')).length).toBeGreaterThanOrEqual(fights)
    expect(new Set(lines.map((line) => line[1])).size).toBe(computers.length)
    expect(killed.size).toBeGreaterThan(fights / 12)
  })

  it('never had two writers', () => {
    const overlaps: string[] = []
    let writer: string | null = null
    const over = new Set<string>()
    lines.forEach((line, index) => {
      const [mark, name] = [line[0], line.slice(1)]
      // Whoever was followed must never be heard of again, and only the dead may be followed.
      if (over.has(name)) overlaps.push(`${index}: ${line} after it was followed`)
      if (mark === '+') {
        if (writer !== null && !killed.has(writer)) overlaps.push(`${index}: ${line} while ${writer} was writing`)
        if (writer !== null) over.add(writer)
        writer = name
      } else if (writer !== name) overlaps.push(`${index}: ${line} while ${writer} was writing`)
      if (mark === '-') writer = null
    })
    expect(overlaps).toEqual([])
  })

  it('left few files and nobody’s name', () => {
    const names = readdirSync(folder).filter((name) => name.startsWith('lease-'))
    expect(names.length).toBeLessThan(60)
  })
})

describe(`${kills} kills while a lease is taken, renewed or given back`, () => {
  it('leave what the next start on the same computer takes at once, in one attempt', async () => {
    const folder = newFolder()
    const store = vaultStore(folder)
    const left = new Map<string, number>()
    for (let run = 0; run < kills; run++) {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'lease-changer.ts'), folder, 'rechner'], { stdio: ['ignore', 'pipe', 'pipe'] })
      let complaints = ''
      child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')))
      await new Promise<void>((resolve) => (child.stdout.once('data', () => resolve()), child.once('close', () => resolve())))
      await pause((run * 7.3) % 40)
      expect(child.exitCode, complaints).toBeNull()
      child.kill('SIGKILL')
      await new Promise<void>((resolve) => (child.once('close', () => resolve()), child.signalCode !== null && resolve()))
      const found = await newestTurn(store)
      const state = found?.lease === null ? 'free' : found?.lease ? 'held' : 'unreadable'
      left.set(state, (left.get(state) ?? 0) + 1)
      const lease = await takeLease(store, 'slot-2', { machine: 'rechner' })
      lease.guard()
      expect((await newestTurn(store))?.lease?.slot).toBe('slot-2')
      await lease.release()
    }
    expect([left.get('unreadable') ?? 0, (left.get('held') ?? 0) > 0]).toEqual([0, true])
    expect(readdirSync(folder).length).toBeLessThan(120)
  }, 1_800_000)
})

describe('a holder that stood still', () => {
  it('writes no more when it goes on after somebody has followed', async () => {
    const folder = newFolder()
    const witness = join(folder, 'witness')
    const child = spawn(process.execPath, [join(import.meta.dirname, 'lease-sleeper.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
    child.kill('SIGSTOP')
    const before = readFileSync(witness, 'utf8')
    await pause(600)
    const lease = await takeLease(vaultStore(folder), 'slot-2', { machine: 'anderer', isSilent: () => true })
    child.kill('SIGCONT')
    expect(await ended).toBe(3)
    expect(readFileSync(witness, 'utf8')).toBe(before)
    lease.guard()
  })
})
