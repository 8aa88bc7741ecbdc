import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { copiesText } from '../../../shared/backup/words.ts'
import { backupsGoneBy, backupsIn } from './backups.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-copies-')) })
afterEach(() => rmSync(folder, { recursive: true }))

it('names what may still hold destroyed data, and the day by which the program has taken it away', () => {
  expect([backupsIn(folder), backupsGoneBy(folder)]).toEqual([[], null])
  expect(copiesText([], null)).toBe('Im Tresor liegt keine Sicherung.')
  const set = join(folder, 'backups', 'sicherung-2026-11-22-101500')
  mkdirSync(set, { recursive: true })
  mkdirSync(join(folder, 'ersetzt-2026-11-20-090000'))
  writeFileSync(join(folder, 'backups', 'stand.json'), '{}')
  writeFileSync(join(folder, 'backups', 'office-vor-umstellung-10-20.db'), 'x')
  for (const path of [set, join(folder, 'backups', 'office-vor-umstellung-10-20.db')]) utimesSync(path, new Date('2026-11-22T10:15:00'), new Date('2026-11-22T10:15:00'))
  expect(backupsIn(folder).map(({ name }) => name)).toEqual(['office-vor-umstellung-10-20.db', 'sicherung-2026-11-22-101500', 'ersetzt-2026-11-20-090000'])
  expect(backupsGoneBy(folder)).toBe('2027-11-01')
  expect(copiesText(backupsIn(folder), backupsGoneBy(folder))).toBe('Im Tresor liegen 2 Sicherungen, die die Daten noch verschlüsselt enthalten können; nach der Aufbewahrungsregel geht die letzte spätestens am 01.11.2027, am zweiten Ort ebenso, sobald er erreichbar ist. Dazu ein bei einer Wiederherstellung ersetzter Stand, was nur die IT entfernt.')
})
