import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { saveFile } from './save-file.ts'

vi.mock('node:crypto', async (original) => ({ ...(await original<object>()), randomBytes: () => ({ toString: () => 'part' }) }))

let folder: string
let target: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'save-'))
  target = join(folder, 'handbuch.pdf')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('replaces an older file in one step and leaves nothing beside it', async () => {
  writeFileSync(target, 'alt')
  expect(await saveFile({ path: target, name: 'handbuch.pdf' }, 'neu')).toEqual({ saved: true, name: 'handbuch.pdf' })
  expect([readFileSync(target, 'utf8'), readdirSync(folder)]).toEqual(['neu', ['handbuch.pdf']])
})

it('tells of a full disk, and the older file stays', async () => {
  writeFileSync(target, 'alt')
  symlinkSync('/dev/full', `${target}.part.part`)
  expect(await saveFile({ path: target, name: 'handbuch.pdf' }, 'neu')).toEqual({ saved: false, trouble: 'disk-full' })
  expect([readFileSync(target, 'utf8'), readdirSync(folder)]).toEqual(['alt', ['handbuch.pdf']])
})

it('tells of a folder that is away, and of a name that a folder has', async () => {
  expect(await saveFile({ path: join(folder, 'fort', 'x.pdf'), name: 'x.pdf' }, 'neu')).toEqual({ saved: false, trouble: 'unwritable' })
  mkdirSync(target)
  expect(await saveFile({ path: target, name: 'handbuch.pdf' }, 'neu')).toEqual({ saved: false, trouble: 'unwritable' })
  expect(readdirSync(folder)).toEqual(['handbuch.pdf'])
})
