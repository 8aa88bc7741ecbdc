import { describe, expect, it } from 'vitest'
import { saveKinds } from '../save-kinds.ts'
import { policyKeys, policyNames, type PolicyName } from './keys.ts'
import { faultNotice } from './notice.ts'
import { effectivePolicy, nothingGiven, readPeriods, readPolicyText, type Given } from './read.ts'
import { policyLines, valueText } from './words.ts'

const file = (value: unknown): Given => readPolicyText(typeof value === 'string' ? value : JSON.stringify(value))
const read = (given: unknown, registry: Given = nothingGiven, platform: 'windows' | 'posix' = 'windows') => effectivePolicy({ file: file(given), registry, platform })
const inRegistry = (values: object): Given => ({ found: true, values: new Map(Object.entries(values)) })

it('takes every key with its example', () => {
  const examples = Object.fromEntries(policyNames.map((name) => [name, policyKeys[name].example]))
  const { values, sources, problems } = read(examples)
  expect(values).toEqual(examples)
  expect(problems).toEqual([])
  expect(new Set(Object.values(sources))).toEqual(new Set(['file']))
})

it('the registry wins over the file', () => {
  expect(read({ AutoLockMinutes: 30, BackupKeepDays: 9 }, inRegistry({ AutoLockMinutes: 3 }))).toEqual({
    values: { AutoLockMinutes: 3, BackupKeepDays: 9 }, sources: { AutoLockMinutes: 'registry', BackupKeepDays: 'file' }, problems: [],
  })
  // A value of the registry that can't be relied on isn't replaced by a looser one of the file.
  expect(read({ AutoLockMinutes: 30 }, inRegistry({ AutoLockMinutes: 'oft' }))).toMatchObject({ values: { AutoLockMinutes: 5 }, sources: { AutoLockMinutes: 'strict' } })
})

it('unknown keys warn and do nothing; a wrong case is recognised', () => {
  const { values, sources, problems } = read({ autolockminutes: 60, Farbe: 'rot', __proto__: 1, constructor: { x: 1 } })
  expect([values, sources]).toEqual([{}, {}])
  expect(problems.map(({ level, text }) => [level, text])).toEqual([
    ['warning', 'Unbekannter Schlüssel „autolockminutes“: Er bewirkt nichts. Gemeint ist wohl „AutoLockMinutes“.'],
    ['warning', 'Unbekannter Schlüssel „Farbe“: Er bewirkt nichts.'],
    ['warning', 'Unbekannter Schlüssel „constructor“: Er bewirkt nichts.'],
  ])
  expect(faultNotice({ problems })).toBeNull()
})

describe('what can\'t be relied on', () => {
  const wrong: [PolicyName, unknown][] = [
    ['AutoLockMinutes', 0], ['AutoLockMinutes', 61], ['AutoLockMinutes', 5.5], ['AutoLockMinutes', '5'], ['AutoLockMinutes', null], ['LockOnScreenLock', 'nein'], ['LockOnScreenLock', 0],
    ['DisableExport', 'csv'], ['DisableExport', ['exe']], ['DisableExport', { csv: true }], ['DisableClipboard', 'false'], ['MinPassphraseLength', 11], ['MinPassphraseStrength', 5],
    ['SmallCellK', 2], ['BackupKeepMonths', 0], ['AllowWordAutomation', 1], ['LogLevel', 'debug'], ['LogLevel', ['off']],
  ]
  it.each(wrong)('%s = %j gives the stricter value and says so', (name, value) => {
    const { values, sources, problems } = read({ [name]: value })
    const { fallback } = policyKeys[name]
    expect(values[name]).toEqual(typeof fallback === 'object' ? fallback.value : undefined)
    expect(sources[name]).toBe('strict')
    expect(problems).toMatchObject([{ level: 'fault', key: name, text: expect.stringMatching(new RegExp(`^${name} muss .+\\. Solange gilt: .+\\.$`)) }])
    expect(JSON.stringify(problems)).not.toContain('debug')
  })

  it.each(['relativ/ordner', 'Tresor', '%USERPROFILE%\\Tresor', 'C:\\Users\\%USERNAME%\\x', '', 'C:', '\\\\server', 'D:\\a\nb', '/mnt/tresor', 7, null])('VaultPath %j is refused; the place stays as it was and can\'t be changed', (path) => {
    expect(read({ VaultPath: path })).toMatchObject({ values: {}, sources: { VaultPath: 'strict' }, problems: [{ level: 'fault', key: 'VaultPath' }] })
  })

  it('where nothing stricter is known, the value is left out', () => {
    expect(read({ FederalState: 'XX', LibreOfficePath: 'soffice' })).toMatchObject({ values: {}, sources: {} })
    expect(read({ VaultPath: 'D:\\x' }, nothingGiven, 'posix')).toMatchObject({ values: {}, sources: { VaultPath: 'strict' } })
  })

  it.each([['{', /kein gültiges JSON/], ['', /kein gültiges JSON/], ['[]', /JSON-Objekt/], ['null', /JSON-Objekt/], ['"x"', /JSON-Objekt/], ['{"AutoLockMinutes": 10,}', /Zeile 1, Spalte \d+/]])('a broken file (%j) makes everything strict', (text, words) => {
    const { values, sources, problems } = read(text)
    expect(values).toMatchObject({ AutoLockMinutes: 5, DisableExport: [...saveKinds], DisableClipboard: true, BackupKeepDays: 366, BackupKeepMonths: 120, SmallCellK: 5, AllowWordAutomation: false, MinPassphraseLength: 16 })
    expect(sources).toMatchObject({ VaultPath: 'strict', BackupPath: 'strict' })
    expect(values.VaultPath).toBeUndefined()
    expect(problems).toMatchObject([{ level: 'fault', key: null, text: expect.stringMatching(words) }])
    expect(faultNotice({ problems })).toMatchObject({ holds: expect.stringContaining('sperrt sich nach 5 Minuten') })
  })

  it('what the registry says holds beside a broken file', () => {
    expect(read('{', inRegistry({ AutoLockMinutes: 20 }))).toMatchObject({ values: { AutoLockMinutes: 20, DisableClipboard: true }, sources: { AutoLockMinutes: 'registry', DisableClipboard: 'strict' } })
  })

  it('an error quotes nothing of the file', () => {
    const { problems } = read('{"VaultPath": "C:\\\\Mara Muster", Mara Muster')
    expect(JSON.stringify(problems)).not.toContain('Mara')
  })
})

it('reads periods only where every code is known', () => {
  const period = { code: 'case', years: 5, reason: 'Aktenordnung, § 4' }
  expect(readPeriods(JSON.stringify([period]), ['case'])).toEqual([period])
  for (const bad of ['[', '{}', JSON.stringify([{ ...period, code: 'other' }]), JSON.stringify([{ ...period, years: -1 }]), JSON.stringify([{ ...period, reason: '' }]), JSON.stringify([{ ...period, more: 1 }])]) expect(readPeriods(bad, ['case'])).toBeNull()
})

it('says values in words', () => {
  expect([valueText('LockOnScreenLock', false), valueText('DisableExport', ['csv', 'pdf']), valueText('FederalState', 'BB'), valueText('AutoLockMinutes', 5)]).toEqual(['nein', 'csv, pdf', 'BB (Brandenburg)', '5'])
  expect(policyLines({ values: {}, sources: { VaultPath: 'strict' } }).slice(0, 2)).toMatchObject([{ value: expect.stringContaining('zuletzt verwendete'), source: 'strict' }, { value: 'nein', source: 'usual' }])
})
