import fc from 'fast-check'
import { expect, it } from 'vitest'
import { harmlessLines } from './log-lines.ts'

const harmless = 'incident 0A1B2C: SqliteError SQLITE_ERROR'

it('keeps incident numbers and the end of the process', () => {
  expect(harmlessLines(`${harmless}\noffice process ended unexpectedly\n`)).toEqual([
    harmless,
    'office process ended unexpectedly',
  ])
})

it.each(['application started 0.1.0', 'application ended', 'office unlocked', 'policy read: 3 settled, 1 faults, 0 warnings', 'command show-policy ended with 7'])('keeps %j of the course', (line) => {
  expect(harmlessLines(line)).toEqual([line])
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
  'application started Kuba',
  'policy read: Kuba Nowak',
  'command Nowak ended with 7',
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
