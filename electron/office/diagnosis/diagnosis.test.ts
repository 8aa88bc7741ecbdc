import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { copyOffice, flipByte, makeOffice, passphrases, removeOffices, startProcess, type MadeOffice } from '../../../tests/reliability/damaged-office.ts'
import { effectivePolicy, nothingGiven, readPolicyText } from '../../../shared/policy/read.ts'
import { noPolicy } from '../../../shared/policy/state.ts'
import { backupsOf } from '../backup/service.ts'
import { maskPath } from './mask.ts'
import { diagnose, type DiagnosisOrder } from './service.ts'

let made: MadeOffice
let vault: string
beforeAll(async () => { made = await makeOffice() }, 60_000)
afterAll(() => removeOffices(made))
beforeEach(() => { vault = copyOffice(made) })

const owner = { name: 'mmuster', home: '/home/mmuster' }
const order = (more: Partial<DiagnosisOrder> = {}): DiagnosisOrder => ({ program: '0.1.0', vault, secondPlace: null, log: join(dirname(vault), 'log'), policy: noPolicy, ...more })

/** Names that stand in the office or around it: of its people, of the town, of contacts and cases, of whoever uses the computer. */
const planted = /Dana|Leitner|Assad|Stein|Musterstadt|Amt \d|Nowak|Kuba|mmuster|Zirbelkiefer/i

it('of an office full of names, with names planted in every place that it looks at, tells none', async () => {
  const base = join(dirname(vault), 'home', 'mmuster')
  const place = join(base, 'Stick von Mmuster')
  mkdirSync(place, { recursive: true })
  const { process, vault: service } = startProcess(vault)
  const backups = backupsOf(process, service)
  await service.unlock(made.ids.leitung, passphrases.leitung)
  await backups.chooseSecondPlace(place)
  await backups.run()
  // Open: the lease says on which computer and by whose slot.
  writeFileSync(join(vault, 'Kuba Nowak.docx'), 'x')
  writeFileSync(join(vault, 'Zirbelkiefer.part'), 'x')
  writeFileSync(join(dirname(vault), 'log'), [
    '2026-11-22T10:00:00.000Z incident 0A1B2C: SqliteError SQLITE_ERROR',
    '2026-11-22T10:00:00.000Z Kuba Nowak, geboren 1990', 'Kuba Nowak', '2026-11-22T10:00:00.000Z incident 0A1B2C: Kuba Nowak, Dresden',
    '2026-11-22T10:00:01.000Z     at Desk.write (C:\\Users\\mmuster\\office.js:12:7)',
  ].join('\n'))
  const policy = {
    ...noPolicy, ...effectivePolicy({ file: readPolicyText(JSON.stringify({ 'Kuba Nowak': 1, VaultPath: '/home/mmuster/Tresor', BackupKeepDays: 'Kuba Nowak', LibreOfficePath: '/srv/mmuster/soffice' })), registry: nothingGiven, platform: 'posix' }),
  }
  const text = await diagnose(order({ secondPlace: place, policy }), { name: 'mmuster', home: base })
  await process.end()
  expect(text).not.toMatch(planted)
  // It says something all the same.
  expect(text).toMatch(/^office\.db +\d+ Byte, /m)
  expect(text).toMatch(/^Andere Einträge +2$/m)
  expect(text).toMatch(/^Belegung +geöffnet seit .+ Uhr, letztes Lebenszeichen vor \d+ s$/m)
  expect(text).toMatch(/^vault\.json +gültig unterschrieben$/m)
  expect(text).toMatch(/^Neueste Sicherung +jede Datei stimmt mit ihrer Prüfsumme überein$/m)
  expect(text).toMatch(/^Am zweiten Ort +1 Sicherungen, /m)
  expect(text).toMatch(/^VaultPath +\/home\/<Benutzer>\/Tresor \(Datei\)$/m)
  expect(text).toMatch(/^Fehler +BackupKeepDays$/m)
  expect(text).toMatch(/^Unbekannte Schlüssel +1$/m)
  expect(text).toContain('2026-11-22T10:00:00.000Z incident 0A1B2C: SqliteError SQLITE_ERROR\n2026-11-22T10:00:01.000Z     at Desk.write (office.js:12:7)\n')
})

describe('of a vault in trouble, when it is needed', () => {
  it('names what is damaged', async () => {
    flipByte(join(vault, 'vault.json'), 200)
    writeFileSync(join(vault, 'office.db'), 'SQLite format 3\0')
    rmSync(join(vault, 'counselling.db'))
    const text = await diagnose(order(), owner)
    expect(text).toMatch(/^vault\.json +beschädigt, die Kopie ist gültig$/m)
    expect(text).toMatch(/^office\.db +beschädigt: 16 Byte sind keine ganzen Seiten$/m)
    expect(text).toMatch(/^counselling\.db +fehlt$/m)
    flipByte(join(vault, 'vault.json.mirror'), 200)
    expect(await diagnose(order(), owner)).toMatch(/^vault\.json +damaged$/m)
  })

  it('works without vault, log and second place', async () => {
    const text = await diagnose(order({ vault: join(vault, 'fehlt'), secondPlace: join(vault, 'auch') }), owner)
    expect(text).toMatch(/^Zustand +nicht lesbar: ENOENT$/m)
    expect(text).toMatch(/^Freier Platz dort +nicht feststellbar: ENOENT$/m)
    expect(text).toMatch(/## Protokoll \(letzte 100 Zeilen\)\nleer\n$/)
  })
})

it.each([
  ['/home/mmuster/Tresor', '<Benutzerordner>/Tresor'],
  ['/home/mmuster', '<Benutzerordner>'],
  ['/home/mmuster2/x', '/home/<Benutzer>/x'],
  ['/home/kuba.nowak/x', '/home/<Benutzer>/x'],
  ['C:\\Users\\Kuba Nowak\\Tresor', 'C:\\Users\\<Benutzer>\\Tresor'],
  ['\\\\server\\home\\MMuster\\Tresor', '\\\\server\\home\\<Benutzer>\\Tresor'],
  ['\\\\server\\profile$\\mmuster.stadt\\Tresor', '\\\\server\\profile$\\<Benutzer>\\Tresor'],
  ['/srv/integration/Tresor', '/srv/integration/Tresor'],
  ['\\\\PC-Nowak\\Tresor', '\\\\<Rechner>\\Tresor'],
  ['\\\\pc-nowak.stadt.local\\Tresor', '\\\\<Rechner>\\Tresor'],
])('the path %s is told as %s', (path, masked) => expect(maskPath(path, { ...owner, host: 'pc-nowak' })).toBe(masked))

it('hides each part of a name that the account is made of', () => {
  expect(maskPath('/srv/Nowak, Kuba/Büro/ab/Tresor', { name: 'kuba.nowak.ab', home: '/home/kuba.nowak' })).toBe('/srv/<Benutzer>/Büro/ab/Tresor')
})
