import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { exitCodes } from '../shared/backup/exit-codes.ts'

let printed = ''
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof fs>()),
  writeSync: (_file: number, bytes: Buffer, at = 0) => {
    printed += bytes.toString('utf8', at)
    return bytes.length - at
  },
}))
const { deliverText } = await import('./deliver-text.ts')
beforeEach(() => { printed = '' })

const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-deliver-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('saves where it is told to, and never in place of a file that is there', () => {
  const out = join(folder, 'diagnose.txt')
  expect(deliverText('', null)).toBe(exitCodes.done)
  expect(deliverText('Text', out)).toBe(exitCodes.done)
  expect(readFileSync(out, 'utf8')).toBe('Text')
  // Shown, too: nobody saves what they haven't seen.
  expect(printed).toBe(`Text\nGespeichert: ${out}\n`)
  writeFileSync(out, 'anderes')
  expect(deliverText('Text', out)).toBe(exitCodes.notReachable)
  expect(readFileSync(out, 'utf8')).toBe('anderes')
  expect(deliverText('Text', join(folder, 'fehlt', 'x.txt'))).toBe(exitCodes.notReachable)
})
