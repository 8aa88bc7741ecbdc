import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** Calls of the file system that the tests make fail, by name. */
const faults = new Map<string, () => never>()
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>()
  const faulty = (name: 'openSync' | 'writeSync' | 'fsyncSync' | 'renameSync') =>
    (...args: unknown[]): unknown => {
      faults.get(name)?.()
      return (real[name] as (...all: unknown[]) => unknown)(...args)
    }
  return {
    ...real,
    openSync: faulty('openSync'),
    writeSync: faulty('writeSync'),
    fsyncSync: faulty('fsyncSync'),
    renameSync: faulty('renameSync'),
  }
})
const { FileGrants } = await import('./file-grants.ts')

const before = Buffer.from('the letter as it was')
const after = Buffer.from('the letter as it shall be')
let folder: string
let file: string
let grants: InstanceType<typeof FileGrants>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-grants-'))
  file = join(folder, 'Schreiben.docx')
  writeFileSync(file, before)
  grants = new FileGrants()
})
afterEach(() => {
  faults.clear()
  rmSync(folder, { recursive: true, force: true })
})

function fail(name: string, code: string): void {
  faults.set(name, () => {
    throw Object.assign(new Error(code), { code })
  })
}

const forbidden = expect.objectContaining({ code: 'forbidden' })

describe('a grant', () => {
  it('writes the file that was chosen, once', () => {
    grants.allow('token', file, 'write')
    grants.write('token', after)
    expect(readFileSync(file)).toEqual(after)
    expect(() => grants.write('token', before)).toThrow(forbidden)
    expect(readFileSync(file)).toEqual(after)
    expect(readdirSync(folder)).toEqual(['Schreiben.docx'])
  })

  it('reads the file that was chosen, once', async () => {
    grants.allow('token', file, 'read')
    expect(await grants.read('token')).toEqual(before)
    await expect(grants.read('token')).rejects.toEqual(forbidden)
  })

  it('is good for its own way only, and a try of the other way does not use it up', async () => {
    grants.allow('read', file, 'read')
    grants.allow('write', file, 'write')
    expect(() => grants.write('read', after)).toThrow(forbidden)
    await expect(grants.read('write')).rejects.toEqual(forbidden)
    expect(readFileSync(file)).toEqual(before)
    expect(await grants.read('read')).toEqual(before)
  })

  it.each(['', 'other', '../token', '/etc/hostname', 'toString', '__proto__'])('exists for no other token: %j', async (token) => {
    grants.allow('token', file, 'read')
    await expect(grants.read(token)).rejects.toEqual(forbidden)
    expect(() => grants.write(token, after)).toThrow(forbidden)
  })

  it('is no longer good after a write that failed: the person chooses again', () => {
    fail('writeSync', 'ENOSPC')
    grants.allow('token', file, 'write')
    expect(() => grants.write('token', after)).toThrow()
    faults.clear()
    expect(() => grants.write('token', after)).toThrow(forbidden)
  })
})

describe('a write that fails', () => {
  it.each([
    ['openSync', 'EACCES', 'read-only'],
    ['openSync', 'EROFS', 'read-only'],
    ['writeSync', 'ENOSPC', 'disk-full'],
    ['writeSync', 'EDQUOT', 'disk-full'],
    ['fsyncSync', 'ENOSPC', 'disk-full'],
    ['renameSync', 'EPERM', 'read-only'],
    ['renameSync', 'EBUSY', 'read-only'],
    ['renameSync', 'ENOENT', 'read-only'],
  ])('in %s by %s says %s, leaves the old file whole and nothing half beside it', (call, code, expected) => {
    fail(call, code)
    grants.allow('token', file, 'write')
    expect(() => grants.write('token', after)).toThrow(expect.objectContaining({ code: expected }))
    expect(readFileSync(file)).toEqual(before)
    expect(readdirSync(folder)).toEqual(['Schreiben.docx'])
  })

  it('leaves no file where there was none', () => {
    fail('fsyncSync', 'ENOSPC')
    grants.allow('token', join(folder, 'new.docx'), 'write')
    expect(() => grants.write('token', after)).toThrow(expect.objectContaining({ code: 'disk-full' }))
    expect(existsSync(join(folder, 'new.docx'))).toBe(false)
    expect(readdirSync(folder)).toEqual(['Schreiben.docx'])
  })

  it('does the same for real: a folder stands where the file should be', () => {
    const blocked = join(folder, 'folder.docx')
    mkdirSync(blocked)
    grants.allow('token', blocked, 'write')
    expect(() => grants.write('token', after)).toThrow()
    expect(readdirSync(folder).sort()).toEqual(['Schreiben.docx', 'folder.docx'])
  })

  it('leaves unknown errors as they are, for the log', () => {
    fail('openSync', 'EMFILE')
    grants.allow('token', file, 'write')
    expect(() => grants.write('token', after)).toThrow(expect.objectContaining({ code: 'EMFILE' }))
  })
})

it('writes on until every byte is written', () => {
  const large = Buffer.alloc(3 * 1024 * 1024, 'x')
  grants.allow('token', file, 'write')
  grants.write('token', large)
  expect(readFileSync(file).equals(large)).toBe(true)
})

describe('a chosen folder', () => {
  const files = [{ name: 'Schreiben.docx', bytes: after }, { name: 'Zweites.docx', bytes: before }]

  it('takes all files, leaves what is there, and lets no name lead out of it', () => {
    grants.allow('token', folder, 'folder')
    grants.writeInto('token', [...files, { name: '../../fort.docx', bytes: after }])
    expect(readdirSync(folder).sort()).toEqual(['Schreiben (2).docx', 'Schreiben.docx', 'Zweites.docx', 'fort.docx'])
    expect(readFileSync(file)).toEqual(before)
    expect(readFileSync(join(folder, 'Schreiben (2).docx'))).toEqual(after)
    expect(() => grants.writeInto('token', files)).toThrow(forbidden)
  })

  it('takes none of them when one fails', () => {
    let count = 0
    faults.set('renameSync', () => {
      count += 1
      if (count === 2) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      return undefined as never
    })
    grants.allow('token', folder, 'folder')
    expect(() => grants.writeInto('token', files)).toThrow(expect.objectContaining({ code: 'disk-full' }))
    expect(readdirSync(folder)).toEqual(['Schreiben.docx'])
  })

  it('is no file, and a file is no folder', () => {
    grants.allow('token', folder, 'folder')
    expect(() => grants.write('token', after)).toThrow(forbidden)
    grants.allow('other', file, 'write')
    expect(() => grants.writeInto('other', files)).toThrow(forbidden)
  })
})
