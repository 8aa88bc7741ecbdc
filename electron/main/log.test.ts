import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it, vi } from 'vitest'

const profile = mkdtempSync(join(tmpdir(), 'integrationsbuero-log-'))
vi.mock('electron', () => ({ app: { commandLine: { getSwitchValue: () => profile } } }))
const { appendLog, harmlessLines } = await import('./log.ts')

afterAll(() => rmSync(profile, { recursive: true, force: true }))

const harmless = 'incident 0A1B2C: SqliteError SQLITE_ERROR'

it('keeps incident numbers and the end of the process', () => {
  expect(harmlessLines(`${harmless}\noffice process ended unexpectedly\n`)).toEqual([
    harmless,
    'office process ended unexpectedly',
  ])
})

it('keeps of a stack frame its function and file, but no folder: a folder can carry the name of a person', () => {
  expect(
    harmlessLines(
      [
        '    at Desk.write (C:\\Users\\Müller\\AppData\\Integrationsbüro\\office.js:12:7)',
        '    at async file:///home/kuba/app.asar/out/main/office.js:3:14',
        '    at new VaultService (/home/kuba.nowak/out/main/office.js:3:14)',
        '    at Object.run [as work] (node:internal/timers:614:7)',
        '    at node:internal/main/run_main_module:28:49',
      ].join('\r\n'),
    ),
  ).toEqual([
    '    at Desk.write (office.js:12:7)',
    '    at office.js:3:14',
    '    at new VaultService (office.js:3:14)',
    '    at Object.run [as work] (timers:614:7)',
    '    at run_main_module:28:49',
  ])
})

it.each([
  'Error: Kuba Nowak, geboren 1990, braucht Hilfe',
  "SqliteError: near \"Nowak\": syntax error in INSERT INTO client VALUES ('Kuba Nowak')",
  'incident 0A1B2C: Kuba Nowak, Musterstraße 5',
  'incident 0a1b2c: Error',
  'incident 0A1B2C: Łukasz',
  '  at Nowak zu Hause',
  '    at Kuba Nowak (Dresden)',
  '    at Frau Nowak (Termin 9:30:00)',
  'office process ended unexpectedly with Kuba Nowak',
  'Kuba Nowak office process ended',
])('drops %j', (line) => {
  expect(harmlessLines(line)).toEqual([])
})

it('lets no personal text through, whatever surrounds it', () => {
  const around = fc.stringMatching(/^[\w .:()/\\\n-]{0,40}$/)
  fc.assert(
    fc.property(around, around, (before, after) => {
      expect(harmlessLines(`${before}Łucja Özdemir geb. Müller${after}`).join('\n')).not.toMatch(/Łucja|Özdemir|Müller/)
    }),
  )
})

it('writes nothing but the harmless lines', () => {
  appendLog('Kuba Nowak')
  appendLog(`Kuba Nowak\n${harmless}\nKuba Nowak`)
  const lines = readFileSync(join(profile, 'logs', 'integrationsbuero.log'), 'utf8').trimEnd().split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z incident 0A1B2C: SqliteError SQLITE_ERROR$/)
})
