import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { registryKey } from '../../shared/policy/keys.ts'

vi.mock('electron', () => ({ app: { isPackaged: false } }))
const { isShipped, policyFile, readPolicy } = await import('./policy.ts')

const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-policy-'))
const file = join(folder, 'policies.json')
beforeEach(() => rmSync(file, { recursive: true, force: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const none = () => ({ status: 1, stdout: Buffer.alloc(0), failed: false })
const read = (platform: NodeJS.Platform = 'linux', query: (args: readonly string[]) => { status: number; stdout: Buffer; failed: boolean } = none, guarded = false) => readPolicy({ platform, file, guarded, query })

it('a shipped program takes the file from its fixed place, whatever the user\'s environment and switches say', () => {
  const environment = { INTEGRATIONSBUERO_POLICIES: '/home/user/mine.json', ProgramData: 'C:\\Users\\user', PROGRAMDATA: 'C:\\Users\\user', ALLUSERSPROFILE: 'C:\\Users\\user', SystemDrive: 'U:', HOME: '/home/user', XDG_CONFIG_DIRS: '/home/user' }
  expect(policyFile('win32', true, environment)).toBe('C:\\ProgramData\\Integrationsbuero\\policies.json')
  expect(policyFile('linux', true, environment)).toBe('/etc/integrationsbuero/policies.json')
  // Only a program that runs from its sources can be given another one; there everybody can change the program itself.
  expect(policyFile('linux', false, environment)).toBe('/home/user/mine.json')
  expect(policyFile('linux', false, {})).toBe('/etc/integrationsbuero/policies.json')
})

it('a program in its archive is a shipped one, also when its executable was renamed so that Electron takes it for unpackaged', () => {
  expect(isShipped(false, 'C:\\Program Files\\Integrationsbuero\\resources\\app.asar\\out\\main')).toBe(true)
  expect(isShipped(false, '/opt/Integrationsbuero/resources/app.asar/out/main')).toBe(true)
  expect(isShipped(true, '/anywhere')).toBe(true)
  expect(isShipped(false, '/home/dev/integrationsbuero/out/main')).toBe(false)
})

it('reads a file in the encodings that editors write', () => {
  const text = '{"VaultPath": "/srv/Büro"}'
  for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])]) {
    writeFileSync(file, bytes)
    expect(read()).toMatchObject({ values: { VaultPath: '/srv/Büro' }, problems: [], file: { found: true } })
  }
  writeFileSync(file, iconv.encode(text, 'latin1'))
  expect(read()).toMatchObject({ sources: { VaultPath: 'strict' }, problems: [{ text: 'Die Datei ist nicht in UTF-8 gespeichert.' }] })
})

it('no file is no policy; one that can\'t be read is a strict one', () => {
  expect(read()).toMatchObject({ values: {}, problems: [], file: { found: false }, registry: null })
  mkdirSync(file)
  expect(read()).toMatchObject({ values: { AutoLockMinutes: 5 }, problems: [{ level: 'fault', text: 'Unter diesem Namen liegt keine Datei.' }] })
  rmSync(file, { recursive: true })
  writeFileSync(file, ' '.repeat(1024 * 1024 + 1))
  expect(read()).toMatchObject({ values: { DisableClipboard: true }, problems: [{ text: 'Die Datei ist zu groß.' }] })
  rmSync(file)
  symlinkSync(file, file)
  expect(read()).toMatchObject({ values: { DisableClipboard: true }, problems: [{ text: 'Die Datei lässt sich nicht lesen (ELOOP).' }] })
})

it('says when others than administrators can change the file', () => {
  writeFileSync(file, '{"AutoLockMinutes": 7}')
  chmodSync(file, 0o666)
  expect(read('linux', none, true)).toMatchObject({ values: { AutoLockMinutes: 7 }, problems: [{ level: 'warning', key: null }] })
})

it('asks the registry in the code page of its console', () => {
  const asked: string[][] = []
  const query = (args: readonly string[]) => {
    asked.push([...args])
    return { status: 0, failed: false, stdout: args.includes('OEMCP') ? Buffer.from('\r\nHKEY_LOCAL_MACHINE\\SYSTEM\r\n    OEMCP    REG_SZ    850\r\n') : iconv.encode(`\r\n${registryKey}\r\n    VaultPath    REG_SZ    D:\\Büro\r\n`, 'cp850') }
  }
  expect(read('win32', query)).toMatchObject({ values: { VaultPath: 'D:\\Büro' }, sources: { VaultPath: 'registry' }, registry: { key: registryKey, found: true } })
  expect(asked[0]).toEqual(['query', registryKey, '/s'])
})

it('a registry that can\'t be asked is a fault, one without the branch is not', () => {
  expect(read('win32', none)).toMatchObject({ values: {}, problems: [], registry: { found: false } })
  expect(read('win32', () => ({ status: null as never, stdout: Buffer.alloc(0), failed: true }))).toMatchObject({ values: { DisableClipboard: true }, problems: [{ level: 'fault', origin: 'registry' }] })
})

it('reads the file of retention periods, and goes on with the office\'s own where it can\'t', () => {
  const periods = join(folder, 'fristen.json')
  writeFileSync(file, JSON.stringify({ RetentionRules: periods }))
  expect(read()).toMatchObject({ values: {}, sources: {}, retention: [], problems: [{ level: 'fault', key: 'RetentionRules' }] })
  writeFileSync(periods, '[{"code": "case", "years": 5, "reason": "Aktenordnung, § 4"}]')
  expect(read()).toMatchObject({ values: { RetentionRules: periods }, retention: [{ code: 'case', years: 5 }], problems: [] })
  writeFileSync(periods, '[{"code": "erfunden", "years": 5, "reason": "Aktenordnung, § 4"}]')
  expect(read()).toMatchObject({ retention: [], problems: [{ level: 'fault', key: 'RetentionRules' }] })
})
