import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { EditingFolders } from './editing.ts'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'integrationsbuero-test-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

it('gives each copy a private folder with a neutral name, and wipes it with all that lies beside it once it is released', () => {
  const editing = new EditingFolders(base)
  const { token, path } = editing.prepare('docx')
  writeFileSync(path, 'vertraulich')
  writeFileSync(join(dirname(path), '~$kument.docx'), 'Sperrdatei')
  writeFileSync(join(dirname(path), '~WRL0002.tmp'), 'älterer Stand')
  expect(basename(path)).toBe('Dokument.docx')
  if (process.platform !== 'win32') expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
  expect(editing.pathOf(token)).toBe(path)
  // Locking wipes nothing that isn't in the vault yet.
  expect(editing.wipeReleased({ unused: true })).toBe(0)
  expect(existsSync(path)).toBe(true)
  editing.release(token)
  expect(readdirSync(base)).toEqual([])
  expect(editing.pathOf(token)).toBeUndefined()
})

it('wipes a place that nothing was written to only when nobody can write there any more', () => {
  const editing = new EditingFolders(base)
  editing.prepare('docx')
  editing.wipeReleased()
  expect(readdirSync(base)).toHaveLength(1)
  editing.wipeReleased({ unused: true })
  expect(readdirSync(base)).toEqual([])
})

it('finds what ended programs left, and leaves that of others alone', () => {
  const token = '00000000-0000-4000-8000-00000000000'
  const folders = [`99999999-${token}1`, `99999999-${token}2`, `${process.ppid}-${token}3`].map((name) => join(base, `integrationsbuero-bearbeitung-${name}`))
  for (const folder of folders) mkdirSync(folder)
  writeFileSync(join(folders[0]!, 'Dokument.docx'), 'vertraulich')
  writeFileSync(join(folders[2]!, 'Dokument.docx'), 'vertraulich')
  const editing = new EditingFolders(base)
  expect(editing.left()).toEqual([{ token: `${token}1`, path: join(folders[0]!, 'Dokument.docx') }])
  expect(folders.map((folder) => existsSync(folder))).toEqual([true, false, true])
  editing.release(`${token}1`)
  expect(existsSync(folders[0]!)).toBe(false)
})
