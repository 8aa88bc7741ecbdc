import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyEvent } from '../../../../../shared/events/model.ts'
import type { ParticipantImportOptions } from '../../../../../shared/events/participants/import/model.ts'
import { openTestSession, type TestSession } from '../../../../../tests/support/session.ts'
import { xlsx } from '../../../documents/xlsx.ts'
import { FileGrants } from '../../../file-grants.ts'
import { undo } from '../../../records/service.ts'
import { createEvent } from '../../service.ts'
import { getRoster } from '../service.ts'
import { suggestFields } from './headings.ts'
import { readRegistration } from './read-row.ts'
import { appendRegistrations, beginRegistrations, readRegistrations, runRegistrations, saveRejectedRegistrations } from './service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())
const desk = () => test.session.office
const event = async (capacity: number | null = null) => (await createEvent(desk(), { fields: { ...emptyEvent, title: 'Fest', startsOn: '2027-03-01', capacity }, checklistId: null, land: 'SN' })).id
const asked = (eventId: string, bytes: Uint8Array, options: ParticipantImportOptions = {}) => {
  const { token } = beginRegistrations(desk(), 'anmeldungen.csv', bytes.length)
  appendRegistrations(desk(), token, Buffer.from(bytes))
  return { eventId, token, options }
}
const csv = (...lines: string[]) => iconv.encode(lines.join('\r\n'), 'windows-1252')
const head = 'Zeitstempel;Vor- und Nachname;Verein/Organisation;E-Mail-Adresse;Anzahl Personen;Essen;Fotos erlaubt'

describe('columns', () => {
  it('are known by headings and by the questions of forms', () => {
    expect(suggestFields(['Antwort-ID', 'Zeitstempel', 'Vorname', 'Name', 'Benötigen Sie Kinderbetreuung während der Veranstaltung?', 'Mit wie vielen Personen kommen Sie?', 'Ich habe die Datenschutzhinweise gelesen', 'Dürfen wir Fotos machen?', 'Lieblingsfarbe']))
      .toEqual(['ignore', 'registeredOn', 'givenNames', 'familyName', 'childcare', 'persons', 'ignore', 'photo', 'ignore'])
  })
})

describe('a row', () => {
  const read = (cells: Partial<Record<Parameters<typeof readRegistration>[1][number], string>>) =>
    readRegistration(Object.values(cells), Object.keys(cells) as Parameters<typeof readRegistration>[1], '2027-01-01')

  it('is read with all that people write into forms', () => {
    expect(read({ givenNames: 'Ana', familyName: 'Țuțea', persons: '2 Erwachsene, 1 Kind', diet: '1x vegan, halal', allergies: 'Erdbeeren', access: 'ja', interpretation: 'auf Dari', childcare: '1 Kind (4)', languages: 'Rumänisch, Quenya', photo: 'Ich stimme zu', ageGroup: '34', registeredOn: '03.01.2027 14:22' })).toMatchObject({
      registeredOn: '2027-01-03',
      fields: {
        name: 'Ana Țuțea', persons: 3, photo: 'yes', ageGroup: '27-64', languages: ['ro', 'Quenya'],
        needs: [{ code: 'vegan' }, { code: 'halal' }, { code: 'allergy-other', detail: 'Erdbeeren' }, { code: 'step-free' }, { code: 'interpretation', detail: 'Dari' }, { code: 'childcare', count: 1, detail: '4' }],
      },
    })
  })

  it('loses nothing of what it does not understand, and says so', () => {
    const { fields, hints } = read({ name: 'Kim', persons: 'viele', diet: 'am liebsten Kuchen', photo: 'vielleicht', email: 'kim(at)example.org', note: '-' })
    expect(fields).toMatchObject({ persons: 1, photo: 'unasked', email: 'kim@example.org', note: 'Personen: viele\nFoto: vielleicht', needs: [{ code: 'other', detail: 'am liebsten Kuchen' }] })
    expect(hints).toHaveLength(3)
    expect(read({ name: '', email: 'x@example.org' })).toMatchObject({ fields: null, reason: 'Es ist kein Name angegeben.' })
    expect(read({ organisation: 'Chor', persons: '12' }).fields).toMatchObject({ name: 'Chor', organisation: '', persons: 12 })
  })
})

describe('a list', () => {
  it('gives places by the day of registration, the rest wait; undo takes all of it back', async () => {
    const id = await event(3)
    const list = asked(id, csv(head, '05.01.2027 10:00;Wim Weiß;;wim@example.org;1;;', '03.01.2027 09:00;Önder Çelik;Chor;oender@example.org;2;vegetarisch;ja', '04.01.2027;Vera;;;2;;nein'))
    const overview = await readRegistrations(desk(), list)
    expect(overview.text?.encoding).toBe('windows-1252')
    expect(overview).toMatchObject({ counts: { new: 2, waiting: 1 }, persons: { placed: 3, waiting: 2 } })
    const { change, added, waiting } = await runRegistrations(desk(), list)
    expect([added, waiting]).toEqual([2, 1])
    expect((await getRoster(desk(), id)).participants.map(({ name, state, registeredAt }) => `${name} ${state} ${registeredAt.slice(0, 10)}`)).toEqual(['Önder Çelik registered 2027-01-03', 'Vera waiting 2027-01-04', 'Wim Weiß registered 2027-01-05'])
    await undo(test.session, 'office', change ?? '')
    expect((await getRoster(desk(), id)).participants).toEqual([])
  })

  it('recognises who is there when it comes again, changed or not, and leaves those who cancelled as they are', async () => {
    const id = await event()
    const lines = ['1.1.2027;Kim Nguyen;;kim@example.org;1;;', '1.1.2027;Ana Roth;Chor;;2;;']
    await runRegistrations(desk(), asked(id, csv(head, ...lines)))
    const second = asked(id, csv(head, lines[0] ?? '', '1.1.2027;Ana Roth;Chor;;3;vegan;', '2.1.2027;Nguyen, Kim;;anders@example.org;1;;'))
    expect(await readRegistrations(desk(), second)).toMatchObject({ counts: { known: 2, new: 1 }, differing: 1 })
    const changing = { ...second, options: { known: 'update' } as const }
    expect((await readRegistrations(desk(), changing)).counts).toMatchObject({ known: 1, update: 1, new: 1 })
    expect(await runRegistrations(desk(), changing)).toMatchObject({ added: 1, updated: 1 })
    const { participants } = await getRoster(desk(), id)
    expect(participants.find(({ name }) => name === 'Ana Roth')).toMatchObject({ persons: 3, needs: [{ code: 'vegan' }] })
    expect(participants).toHaveLength(3)
    expect((await readRegistrations(desk(), asked(id, csv(head, ...lines)))).importedBefore).not.toBeNull()
  })

  it('gives back what it did not take, with the reason', async () => {
    const id = await event()
    const list = asked(id, csv(head, ';;;;;;', '1.1.2027;;;x@example.org;1;;', '1.1.2027;Kim;;kim@example.org;1;;', '1.1.2027;Kim;;kim@example.org;2;;', '1.1.2027;a;b;c;1;;;zu;viel'))
    expect((await readRegistrations(desk(), list)).counts).toMatchObject({ new: 1, repeated: 1, rejected: 2, empty: 1 })
    const grants = new FileGrants()
    const path = join(test.vault.folder, 'zurueck.csv')
    grants.allow('g', path, 'write')
    await saveRejectedRegistrations(desk(), grants, { ...list, grant: 'g' })
    const back = readFileSync(path, 'utf8')
    expect(back).toContain('Es ist kein Name angegeben.')
    expect(back).toContain('Steht schon in Zeile 4.')
    expect(back).toContain('zu;viel')
    expect((await readRegistrations(desk(), { ...list, options: { repeated: 'take' } })).counts).toMatchObject({ new: 2, repeated: 0 })
  })

  it('is read from a workbook, remembers what columns meant, and refuses an address book', async () => {
    const id = await event()
    const bytes = await xlsx({ name: 'Anmeldungen', headings: ['Wer', 'Telefon', 'Bitte ankreuzen'], rows: [['Kim', '0171 1234567', 'vegan']] })
    const list = asked(id, bytes, { mapping: ['name', 'phone', 'diet'] })
    await runRegistrations(desk(), list)
    const again = await readRegistrations(desk(), { ...list, options: {} })
    expect(again.columns.map(({ field }) => field)).toEqual(['name', 'phone', 'diet'])
    expect(again.remembered?.name).toBe('anmeldungen.csv')
    await expect(readRegistrations(desk(), asked(id, Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kim\r\nEND:VCARD\r\n')))).rejects.toMatchObject({ code: 'invalid' })
  })
})
