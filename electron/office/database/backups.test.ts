import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { copiesText } from '../../../shared/backup/words.ts'
import { backupsGoneBy, backupsIn, restorationsIn } from './backups.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-copies-')) })
afterEach(() => rmSync(folder, { recursive: true }))

it('names what may still hold destroyed data, and the day by which the program has taken it away', () => {
  expect([backupsIn(folder), backupsGoneBy(folder)]).toEqual([[], null])
  expect(copiesText([], null)).toBe('Im Tresor liegt keine Sicherung.')
  const set = join(folder, 'backups', 'sicherung-2026-11-22-101500')
  mkdirSync(set, { recursive: true })
  for (const name of ['ersetzt-2026-11-20-090000', 'ersetzt-2026-11-19-080000']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'ersetzt-2026-11-20-090000', 'office.db'), 'x')
  writeFileSync(join(folder, 'backups', 'stand.json'), '{}')
  writeFileSync(join(folder, 'backups', 'office-vor-umstellung-10-20.db'), 'x')
  for (const path of [set, join(folder, 'backups', 'office-vor-umstellung-10-20.db')]) utimesSync(path, new Date('2026-11-22T10:15:00'), new Date('2026-11-22T10:15:00'))
  expect(backupsIn(folder).map(({ name }) => name)).toEqual(['office-vor-umstellung-10-20.db', 'sicherung-2026-11-22-101500', 'ersetzt-2026-11-20-090000'])
  // On a new computer there was nothing to be moved aside.
  expect(restorationsIn(folder)).toEqual(['ersetzt-2026-11-19-080000', 'ersetzt-2026-11-20-090000'])
  expect(backupsGoneBy(folder)).toBe('2027-11-01')
  expect(copiesText(backupsIn(folder), backupsGoneBy(folder))).toBe('Im Tresor liegen 2 Sicherungen, die die Daten noch verschlüsselt enthalten können; nach der Aufbewahrungsregel geht die letzte spätestens am 01.11.2027, am zweiten Ort ebenso, sobald er erreichbar ist. Dazu ein Stand, der bei einer Wiederherstellung am 20.11.2026 ersetzt wurde: Er geht erst, wenn ihn jemand unter Einstellungen, Sicherungen endgültig entfernt.')
})
