import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir, uptime } from 'node:os'
import { dirname, basename, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ViewingFolder } from './viewing.ts'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'integrationsbuero-test-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

it('gives private places with neutral names, and wipes them all', () => {
  const viewing = new ViewingFolder(base)
  const papers = [viewing.prepare('pdf'), viewing.prepare('docx')]
  expect(papers.map(({ path }) => basename(path))).toEqual(['Unterlage-1.pdf', 'Unterlage-2.docx'])
  for (const { token, path } of papers) {
    writeFileSync(path, 'vertraulich')
    expect(viewing.pathOf(token)).toBe(path)
    if (process.platform !== 'win32') expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
  }
  // A program may put its own files beside it.
  writeFileSync(join(dirname(papers[0]?.path ?? ''), '~$terlage-2.docx'), 'Sperrdatei')
  viewing.wipe()
  expect(readdirSync(base)).toEqual([])
  for (const { token } of papers) expect(viewing.pathOf(token)).toBeUndefined()
  expect(existsSync(viewing.prepare('pdf').path)).toBe(false)
})

it('wipes what an ended program left, and leaves others alone', () => {
  const left = join(base, 'integrationsbuero-ansicht-99999999-abc')
  const running = join(base, `integrationsbuero-ansicht-${process.ppid}-abc`)
  const foreign = join(base, 'andere')
  for (const folder of [left, running, foreign]) {
    mkdirSync(folder)
    writeFileSync(join(folder, 'Unterlage-1.pdf'), 'vertraulich')
  }
  // Since then the computer was started anew, and another program has its number.
  const longAgo = join(base, `integrationsbuero-ansicht-${process.ppid}-def`)
  mkdirSync(longAgo)
  writeFileSync(join(longAgo, 'Unterlage-1.pdf'), 'vertraulich')
  const before = new Date(Date.now() - (uptime() + 60) * 1000)
  utimesSync(longAgo, before, before)
  new ViewingFolder(base).wipeLeftovers()
  expect(existsSync(longAgo)).toBe(false)
  expect([existsSync(left), existsSync(running), existsSync(foreign)]).toEqual([false, true, true])
})
