import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readUiSettings, writeUiSettings, type UiSettings } from './ui-settings.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-ui-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const untouched: UiSettings = { bounds: null, maximized: false, zoom: 1, colorScheme: 'auto', vaultFolder: null, secondPlaces: {}, machine: expect.stringMatching(/^[0-9a-f-]{36}$/) as string }
const chosen: UiSettings = {
  bounds: { x: -1200, y: 10, width: 1280, height: 800 },
  maximized: true,
  zoom: 1.25,
  colorScheme: 'dark',
  vaultFolder: join('D:', 'Büro', 'Tresor'),
  secondPlaces: { [join('D:', 'Büro', 'Tresor')]: 'E:\\' },
  machine: '01998e7c-6f2a-4c5e-8a56-123456789abc',
}

it('gives the defaults where nothing was ever written', () => {
  expect(readUiSettings(join(folder, 'missing'))).toEqual(untouched)
})

it('gives back what was written, into a folder that it makes, and leaves no unfinished file', () => {
  const profile = join(folder, 'new', 'profile')
  writeUiSettings(profile, chosen)
  expect(readUiSettings(profile)).toEqual(chosen)
  expect(readdirSync(profile)).toEqual(['ui.json'])
})

it.each(['', '{', 'null', '[]', '"text"', '\u0000\u0001'])('falls back to the defaults for a damaged file %j', (content) => {
  writeFileSync(join(folder, 'ui.json'), content)
  expect(readUiSettings(folder)).toEqual(untouched)
})

it.each([
  { zoom: 0 },
  { zoom: 40 },
  { zoom: '1' },
  { bounds: { x: 0, y: 0, width: 'wide', height: 1 } },
  { bounds: { x: 0.5, y: 0, width: 100, height: 100 } },
  { bounds: [] },
  { colorScheme: 'javascript:' },
  { maximized: 'yes' },
  { vaultFolder: { path: '/' } },
])('falls back for the one value that makes no sense: %j', (wrong) => {
  writeFileSync(join(folder, 'ui.json'), JSON.stringify({ ...chosen, ...wrong }))
  const [key] = Object.keys(wrong) as (keyof UiSettings)[]
  expect(readUiSettings(folder)).toEqual({ ...chosen, [key!]: untouched[key!] })
})

it('does not stop the work when the profile can not be written', () => {
  const blocked = join(folder, 'ui.json')
  mkdirSync(blocked)
  expect(() => writeUiSettings(folder, chosen)).not.toThrow()
  expect(() => writeUiSettings(join(folder, 'file', 'below'), chosen)).not.toThrow()
})

it('keeps the old file when the new one could not be finished', () => {
  writeUiSettings(folder, chosen)
  mkdirSync(join(folder, 'ui.json.tmp'))
  writeUiSettings(folder, untouched)
  expect(JSON.parse(readFileSync(join(folder, 'ui.json'), 'utf8'))).toEqual(chosen)
})
