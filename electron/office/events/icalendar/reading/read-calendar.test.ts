import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { broken, entryWith, google, nextcloud, outlook, thunderbird } from '../samples.fixture.ts'
import { readCalendar, type ReadEntry } from './read-calendar.ts'
import { readInThread } from './reader.ts'

const year = { from: '2027-01-01', to: '2027-12-31' }
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, days = year) => readCalendar(bytes(text), days)
const when = ({ startsOn, startsAt, endsOn, endsAt }: ReadEntry) => [startsOn, startsAt, endsOn, endsAt].filter((part) => part !== null).join(' ')
const times = (text: string, days = year) => read(text, days).entries.map((entry) => `${entry.title}: ${when(entry)}`)
const reasons = (text: string) => read(text).faults.map(({ title, reason }) => `${title}: ${reason}`)

describe('calendars of the usual programs', () => {
  it('of Outlook keep their hours over the change of clocks; a moved time moves, a private one stays closed', () => {
    const { entries, faults, withGuests } = read(outlook)
    expect(entries.map((entry) => `${entry.title}: ${when(entry)}`)).toEqual([
      'Sprachtreff: 2027-03-20 17:00 18:30', 'Sprachtreff: 2027-03-27 17:00 18:30', 'Sprachtreff (später): 2027-04-10 19:00 20:30', 'Klausur: 2027-05-15 2027-05-16',
    ])
    expect(entries.map(({ recurrence }) => recurrence)).toEqual(['2027-03-20', '2027-03-27', '2027-04-10', ''])
    expect(faults).toEqual([expect.objectContaining({ title: 'Privater Termin', reason: expect.stringContaining('privat') })])
    expect(withGuests).toBe(1)
    expect(JSON.stringify({ entries, faults })).not.toMatch(/Klient|mara\.muster|Arzt/u)
  })

  it('of Google: UTC in summer and winter, an end of the rule in UTC, whole days', () => {
    const { entries } = read(google)
    expect(entries.map((entry) => `${entry.title}: ${when(entry)}`)).toEqual([
      'Sommerfest des Frauentreffs: 2027-06-12 14:00 18:00', 'Ausgefallen: 2027-07-01 18:00 19:00', 'Interkulturelle Woche: 2027-09-25 2027-10-03',
      ...['2027-10-18', '2027-10-25', '2027-11-01', '2027-11-08', '2027-11-15'].map((day) => `Frauenfrühstück: ${day} 09:30 11:00`),
    ])
    expect(entries[0]).toMatchObject({ description: 'Bitte Kuchen mitbringen.\nWir freuen uns, Ihr Treff', location: 'Café Nachbar, Lindenplatz 3', link: 'https://treff.example/fest', status: 'confirmed', sequence: 2 })
    expect(entries.map(({ status }) => status).slice(1, 3)).toEqual(['cancelled', 'tentative'])
  })

  it('of Nextcloud: a rule without end only within the days, and moved from one time on', () => {
    expect(times(nextcloud, { from: '2027-01-01', to: '2027-02-04' })).toEqual([
      'Offener Laden mit Kaffee, Tee und Gesprächen in vielen Sprachen für alle Nachbarinnen und Nachbarn: 2027-01-06 16:00 17:30',
      'Offener Laden mit Kaffee, Tee und Gesprächen in vielen Sprachen für alle Nachbarinnen und Nachbarn: 2027-01-13 16:00 17:30',
      'Offener Laden, später: 2027-01-20 17:00 18:30', 'Offener Laden, später: 2027-01-27 17:00 18:30', 'Offener Laden, später: 2027-02-03 17:00 18:30',
    ])
    expect(read(nextcloud, { from: '2027-01-01', to: '2027-01-10' })).toMatchObject({ others: 1, calendars: [{ name: 'Nachbarschaftsladen', entries: 2 }] })
  })

  it('of Thunderbird: a prefixed zone, a floating time, another zone while only one side has summer', () => {
    expect(times(thunderbird)).toEqual(['Lesung mit Ștefan: 2027-03-04 19:30 21:00', 'Stammtisch: 2027-03-05 20:00 22:00', 'Onlinevortrag aus New York: 2027-03-15 18:00 19:00'])
    expect(read(thunderbird).entries[2]?.notes).toEqual(['Im Kalender 13:00 Uhr (America/New_York), hier 18:00 Uhr.'])
  })

  it('that are broken give what can be read, and a reason for the rest', () => {
    const { calendars, entries, faults } = read(broken)
    expect(calendars.map(({ name }) => name)).toEqual(['Erster', 'Zweiter'])
    expect(entries.map(({ title }) => title)).toEqual(['Umzug', 'Doppelt neu', 'Fremde Zeit'])
    expect(entries[0]?.description).toBe('Treffpunkt am Markt\nKontakt: am Stand\nnicht im Rathaus')
    expect(entries[2]).toMatchObject({ startsAt: '12:00', notes: [expect.stringContaining('Musterzeit')] })
    expect(faults.map(({ title, reason }) => `${title}: ${reason}`)).toEqual([
      'Den Tag gibt es nicht: Der Beginn ist kein Tag und keine Uhrzeit, die es gibt.', 'Ohne Beginn: Ohne Beginn.', 'Rückwärts: Das Ende liegt vor dem Beginn.',
      'Doppelt alt: Steht zweimal in der Datei; die neuere Fassung gilt.',
    ])
  })

  it('in old encodings keep their letters', () => {
    const text = entryWith('DTSTART:20270601T140000').replace('Eine', 'Führung für Schüler')
    for (const encoding of ['windows-1252', 'utf-16le', 'utf8']) {
      const encoded = encoding === 'utf-16le' ? Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, encoding)]) : iconv.encode(text, encoding)
      expect(readCalendar(encoded, year).entries[0]?.title).toBe('Führung für Schüler')
    }
  })
})

describe('single entries', () => {
  it.each([
    ['a zone that only the file knows', `DTSTART;TZID=Customized Time Zone:20270601T140000`, '2027-06-01 14:00'],
    ['a date without being called one', 'DTSTART:20270601', '2027-06-01'],
    ['a length over midnight', 'DTSTART:20270601T220000\nDURATION:PT4H', '2027-06-01 22:00 2027-06-02 02:00'],
    ['an end at once', 'DTSTART:20270601T220000\nDTEND:20270601T220000', '2027-06-01 22:00'],
    ['the hour that is shown twice', 'DTSTART:20271031T003000Z\nDTEND:20271031T011000Z', '2027-10-31 02:30'],
    ['the hour that is skipped', 'DTSTART;TZID=Europe/Berlin:20270328T023000', '2027-03-28 03:30'],
    ['single further times', 'DTSTART:20270601T100000\nRDATE:20270603T100000,20270604T100000\nEXDATE:20270603T100000', '2027-06-01 10:00 | 2027-06-04 10:00'],
    ['whole days that repeat', 'DTSTART;VALUE=DATE:20270601\nRRULE:FREQ=DAILY;UNTIL=20270603\nEXDATE;VALUE=DATE:20270602', '2027-06-01 | 2027-06-03'],
    ['an end of the rule by day', 'DTSTART:20270601T100000\nRRULE:FREQ=DAILY;UNTIL=20270602', '2027-06-01 10:00 | 2027-06-02 10:00'],
    ['the last Friday', 'DTSTART:20270129T100000\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', '2027-01-29 10:00 | 2027-02-26 10:00 | 2027-03-26 10:00'],
    ['time taken out in UTC', 'DTSTART;TZID=Europe/Berlin:20270327T100000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20270328T080000Z', '2027-03-27 10:00 | 2027-03-29 10:00'],
    ['UTC that repeats: the hour here moves with the clock', 'DTSTART:20270327T160000Z\nRRULE:FREQ=DAILY;COUNT=2', '2027-03-27 17:00 | 2027-03-28 18:00'],
  ])('%s', (_name, lines, wanted) => expect(read(entryWith(lines)).entries.map(when).join(' | ')).toBe(wanted))

  it('have each time of a day for themselves', () => {
    expect(read(entryWith('DTSTART:20270601T100000\nRDATE:20270601T140000')).entries.map(({ recurrence }) => recurrence)).toEqual(['2027-06-01', '2027-06-01#2'])
  })
})

describe('what is made to exhaust its reader', () => {
  it.each([
    ['FREQ=SECONDLY', 'öfter als täglich'], ['FREQ=MINUTELY;COUNT=5', 'öfter als täglich'], ['FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2', 'mehrmals am Tag'], ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'nie gibt'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31', 'nie gibt'], ['FREQ=DAILY;INTERVAL=999999999', 'nie gibt'], ['FREQ=DAILY;UNTIL=20260101', 'keinen einzigen'], ['kaputt', 'nicht lesbar'], ['', 'nicht lesbar'],
  ])('%s is refused with a reason', (rule, reason) => expect(reasons(entryWith(`DTSTART:20270101T100000\nRRULE:${rule}`))).toEqual([expect.stringContaining(reason)]))

  it('as a rule since the year 1 is refused, one of a century is not', () => {
    expect(reasons(entryWith('DTSTART:00010101T100000\nRRULE:FREQ=DAILY'))).toEqual([expect.stringContaining('zu weit')])
    expect(read(entryWith('DTSTART:19500101T100000\nRRULE:FREQ=WEEKLY'), { from: '2027-01-01', to: '2027-01-14' }).entries).toHaveLength(2)
  })

  it('as too many times within the days is refused', () => {
    expect(readCalendar(bytes(entryWith('DTSTART:20270101T100000\nRRULE:FREQ=DAILY')), { from: '2027-01-01', to: '2028-12-31' }).faults[0]?.reason).toContain('500')
  })

  it('is no calendar at all', () => {
    for (const text of ['', 'PK\u0003\u0004', '%PDF-1.7', 'BEGIN:VCARD\r\nEND:VCARD', '<html>']) expect(() => read(text)).toThrow(/leer|keine Kalenderdatei/u)
    expect(() => read(`BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(20_001)}`)).toThrow(/20\.000 Einträge/u)
  })

  it('never ends the reading with anything but a German reason', () => {
    const part = fc.constantFrom('BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VTIMEZONE', 'END:VTIMEZONE', 'TZID:X', 'DTSTART;TZID=X:20270601T100000', 'DTSTART:20270601T100000Z', 'DTEND:2', 'DURATION:P', 'UID:1', 'RRULE:FREQ=DAILY;COUNT=3',
      'RRULE:FREQ=MONTHLY;BYDAY=XX', 'RRULE:UNTIL=', 'EXDATE:,', 'RECURRENCE-ID:20270602T100000Z', 'RECURRENCE-ID;RANGE=THISANDFUTURE:2', ' folded', 'SUMMARY:a\\', 'X;Y', ':', 'SUMMARY;X="', 'CATEGORIES:,', 'BEGIN:', 'END:VCALENDAR')
    fc.assert(fc.property(fc.array(part, { maxLength: 25 }), (lines) => {
      const { entries } = read(['BEGIN:VCALENDAR', ...lines].join('\r\n'))
      for (const { startsOn, endsOn } of entries) expect([startsOn, endsOn ?? startsOn].every((day) => /^\d{4}-\d\d-\d\d$/u.test(day)) && (endsOn ?? startsOn) >= startsOn).toBe(true)
    }), { numRuns: 400 })
  })

  it('is read in a thread of its own, which says why it refuses', async () => {
    expect((await readInThread(bytes(outlook), year)).entries).toHaveLength(4)
    await expect(readInThread(bytes('nichts'), year)).rejects.toThrow('keine Kalenderdatei')
  })
})
