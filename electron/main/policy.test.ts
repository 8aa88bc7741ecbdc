import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { registryKey } from '../../shared/policy/keys.ts'

vi.mock('electron', () => ({ app: { isPackaged: false } }))
const { isShipped, policyFile, readPolicy } = await import('./policy.ts')
const { isOpenOnPosix, isOpenOnWindows } = await import('./policy-guard.ts')

const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-policy-'))
const file = join(folder, 'policies.json')
beforeEach(() => rmSync(file, { recursive: true, force: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const none = () => ({ status: 1, stdout: Buffer.alloc(0), failed: false })
const read = (platform: NodeJS.Platform = 'linux', query: (args: readonly string[]) => { status: number; stdout: Buffer; failed: boolean } = none, isOpen: (path: string) => boolean | null = () => false) => readPolicy({ platform, file, isOpen, query })

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

describe('a file that others than administrators can change', () => {
  const strict = { values: { AutoLockMinutes: 5, DisableClipboard: true }, problems: [{ level: 'fault', key: null, origin: 'file' }] }

  it('is none: whoever may write to it, or to its folder, could have it say anything', () => {
    const text = '{"AutoLockMinutes": 60, "LibreOfficePath": "/home/user/evil"}'
    const kept = join(folder, 'etc')
    const own = join(kept, 'policies.json')
    const readOwn = () => readPolicy({ platform: 'linux', file: own, isOpen: isOpenOnPosix, query: none })
    mkdirSync(kept, { mode: 0o755 })
    writeFileSync(own, text, { mode: 0o644 })
    // Whoever isn't root has made a file of their own with that.
    if (process.getuid?.() !== 0) return expect(readOwn()).toMatchObject(strict)
    expect(readOwn()).toMatchObject({ values: { AutoLockMinutes: 60 }, problems: [] })
    chmodSync(own, 0o666)
    expect(readOwn()).toMatchObject(strict)
    expect(readOwn().values).not.toHaveProperty('LibreOfficePath')
    chmodSync(own, 0o644)
    chmodSync(kept, 0o777)
    expect(readOwn()).toMatchObject(strict)
    chmodSync(kept, 0o755)
    chownSync(own, 1000, 1000)
    expect(readOwn()).toMatchObject(strict)
  })

  const user = 'S-1-5-21-1004336348-1177238915-682003330-1104'
  const system = '(A;ID;FA;;;SY)(A;ID;FA;;;BA)'
  /** As an administrator makes it below `C:\ProgramData`, where everybody may make files. */
  const folderOfIt = `O:BAG:DUD:AI${system}(A;OICIIOID;GA;;;CO)(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)`
  const fileOfIt = `O:BAG:DUD:AI${system}(A;ID;0x1200a9;;;BU)`
  it.each<[what: string, open: boolean, file: string, folder: string]>([
    ['made by an administrator', false, fileOfIt, folderOfIt],
    ['laid there by the software distribution, which runs as the system', false, `O:SYG:SYD:AI${system}(A;ID;0x1200a9;;;BU)S:AI(AU;ID;FA;;;WD)`, 'O:S-1-5-18G:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'],
    ['planted by a user, in a folder of their own', true, `O:${user}G:DUD:AI${system}(A;ID;FA;;;${user})(A;ID;0x1200a9;;;BU)`, `O:${user}G:DUD:AI${system}(A;ID;FA;;;${user})`],
    ['planted by a user who took every right away, to look like IT', true, `O:${user}G:DUD:PAI(A;;FA;;;SY)(A;;FA;;;BA)(A;;FR;;;BU)`, folderOfIt],
    ['made by an administrator in a folder that a user had made before', true, fileOfIt, `O:${user}G:DUD:AI${system}(A;OICIID;0x1200a9;;;BU)`],
    ['writable for everybody', true, `O:BAG:DUD:AI${system}(A;;0x1301bf;;;BU)`, folderOfIt],
    ['deletable by one user', true, `O:BAG:DUD:AI${system}(A;;SD;;;${user})`, folderOfIt],
    ['in a folder whose files everybody may delete', true, fileOfIt, `O:BAG:DUD:AI${system}(A;OICI;0x1301ff;;;AU)`],
    ['without any entry, which means everything for everybody', true, 'O:BAG:DUD:NO_ACCESS_CONTROL', folderOfIt],
    ['of which nothing can be understood', true, 'O:', folderOfIt],
  ])('on Windows: %s', (_what, open, ofFile, ofFolder) => {
    expect(isOpenOnWindows({ file: ofFile, folder: ofFolder })).toBe(open)
    writeFileSync(file, '{"AutoLockMinutes": 60, "LibreOfficePath": "C:\\\\Users\\\\user\\\\evil.exe"}')
    const state = read('win32', none, () => isOpenOnWindows({ file: ofFile, folder: ofFolder }))
    expect(state).toMatchObject(open ? strict : { values: { AutoLockMinutes: 60 }, problems: [] })
    expect('LibreOfficePath' in state.values).toBe(!open)
  })

  it('is told of where Windows doesn\'t say', () => {
    writeFileSync(file, '{"AutoLockMinutes": 7}')
    expect(read('win32', none, () => null)).toMatchObject({ values: { AutoLockMinutes: 7 }, problems: [{ level: 'warning', key: null }] })
  })
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
