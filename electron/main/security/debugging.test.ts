import { beforeEach, describe, expect, it, vi } from 'vitest'

const electron = vi.hoisted(() => ({ isPackaged: true, given: new Set<string>() }))
const program = vi.hoisted((): { bytes: Buffer; reads: number } => ({ bytes: Buffer.alloc(0), reads: 0 }))

vi.mock('electron', () => ({
  app: {
    get isPackaged() {
      return electron.isPackaged
    },
    commandLine: {
      hasSwitch: (name: string) => electron.given.has(name),
      removeSwitch: (name: string) => electron.given.delete(name),
    },
  },
}))
vi.mock('node:fs', () => ({
  readFileSync: () => {
    program.reads++
    return program.bytes
  },
}))

const { allowsInspecting, refuseDebugging } = await import('./debugging.ts')

/** A program with these fuses, among other bytes. */
function programWith(fuses: string, version = 1): Buffer {
  return Buffer.concat([Buffer.from('ELF and more'), Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([version, fuses.length]), Buffer.from(fuses), Buffer.from('and more')])
}

beforeEach(() => {
  electron.isPackaged = true
  electron.given = new Set(['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins', 'vault'])
  program.bytes = programWith('00001100')
  program.reads = 0
})

describe('reading along in a packaged application', () => {
  it('is refused: the switches of Chromium go, others stay', () => {
    refuseDebugging()
    expect([...electron.given]).toEqual(['vault'])
  })

  it('is left to the flavour whose fuse allows it, and to development', () => {
    program.bytes = programWith('00011100')
    refuseDebugging()
    expect(electron.given.size).toBe(4)
    program.bytes = programWith('00001100')
    electron.isPackaged = false
    refuseDebugging()
    expect(electron.given.size).toBe(4)
  })

  it('costs a start without such a switch nothing', () => {
    electron.given = new Set(['vault'])
    refuseDebugging()
    expect(program.reads).toBe(0)
  })
})

it('a program without readable fuses counts as one that allows nothing', () => {
  expect(allowsInspecting(programWith('0001'))).toBe(true)
  expect(allowsInspecting(programWith('0000'))).toBe(false)
  expect(allowsInspecting(programWith('0001', 2))).toBe(false)
  expect(allowsInspecting(Buffer.from('no fuses at all 1111111'))).toBe(false)
})
