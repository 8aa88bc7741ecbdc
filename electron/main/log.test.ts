import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { noPolicy, type PolicyState } from '../../shared/policy/state.ts'

const profile = mkdtempSync(join(tmpdir(), 'integrationsbuero-log-'))
let policy: PolicyState = noPolicy
vi.mock('electron', () => ({ app: { commandLine: { getSwitchValue: () => profile } } }))
vi.mock('./policy.ts', () => ({ machinePolicy: () => policy }))
const { appendLog, noteCourse, notePolicy } = await import('./log.ts')

const file = join(profile, 'logs', 'integrationsbuero.log')
const harmless = 'incident 0A1B2C: SqliteError SQLITE_ERROR'
const lines = (): string[] => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => line.slice(25)) : [])
beforeEach(() => {
  rmSync(file, { force: true })
  policy = noPolicy
})
afterAll(() => rmSync(profile, { recursive: true, force: true }))

it('writes nothing but the harmless lines', () => {
  appendLog('Kuba Nowak')
  appendLog(`Kuba Nowak\n${harmless}\nKuba Nowak`)
  expect(lines()).toEqual([harmless])
  expect(readFileSync(file, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z incident/)
})

it('LogLevel decides: nothing, faults only, or the course as well', () => {
  policy = { ...noPolicy, values: { LogLevel: 'off' } }
  appendLog(harmless)
  noteCourse('application ended')
  expect(lines()).toEqual([])
  policy = noPolicy
  appendLog(harmless)
  noteCourse('application ended')
  expect(lines()).toEqual([harmless])
  policy = { ...noPolicy, values: { LogLevel: 'details' } }
  noteCourse('application ended')
  noteCourse('Kuba Nowak')
  expect(lines()).toEqual([harmless, 'application ended'])
})

it('a policy with a fault or an unknown key stands in the log, one without only in detail', () => {
  notePolicy()
  expect(lines()).toEqual([])
  policy = { ...noPolicy, sources: { AutoLockMinutes: 'strict' }, problems: [{ level: 'fault', origin: 'file', key: 'AutoLockMinutes', text: '' }, { level: 'warning', origin: 'file', key: 'Kuba Nowak', text: '' }] }
  notePolicy()
  expect(lines()).toEqual(['policy read: 1 settled, 1 faults, 1 warnings'])
})
