import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../holidays/days.ts'
import { PrivateDetails } from './private-details.ts'
import { calendarFile, type CalendarEvent } from './write.ts'

const now = new Date('2026-11-22T10:00:00Z')
const event = (fields: Partial<CalendarEvent>): CalendarEvent => ({
  uid: 'u@integrationsbuero', sequence: 3, modifiedAt: '2026-11-20T08:00:00.000Z', title: 'Fest', startsOn: '2027-06-12', startsAt: '18:00', endsOn: null, endsAt: '20:30', location: '', description: '', categories: [],
  status: 'CONFIRMED', ...fields,
})
const fileOf = (...events: CalendarEvent[]) => calendarFile({ name: 'Veranstaltungen', events, now })
/** What another reader makes of the file: ical.js by the time zone of the file itself. */
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const zoneComponent = calendar.getFirstSubcomponent('vtimezone')
  const zone = zoneComponent ? new ICAL.Timezone(zoneComponent) : null
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const read = new ICAL.Event(component)
    if (zone && !read.startDate.isDate) for (const time of [read.startDate, read.endDate]) time.zone = zone
    return read
  })
}
const instants = (fields: Partial<CalendarEvent>) => {
  const [first] = read(fileOf(event(fields)))
  return [first?.startDate.toJSDate().toISOString(), first?.endDate.toJSDate().toISOString()]
}

describe('a calendar file', () => {
  it('has the right hours before and after both changes of clocks, by its own time zone', () => {
    expect(instants({ startsOn: '2027-03-27' })).toEqual(['2027-03-27T17:00:00.000Z', '2027-03-27T19:30:00.000Z'])
    expect(instants({ startsOn: '2027-03-28' })).toEqual(['2027-03-28T16:00:00.000Z', '2027-03-28T18:30:00.000Z'])
    expect(instants({ startsOn: '2027-10-30' })).toEqual(['2027-10-30T16:00:00.000Z', '2027-10-30T18:30:00.000Z'])
    expect(instants({ startsOn: '2027-10-31' })).toEqual(['2027-10-31T17:00:00.000Z', '2027-10-31T19:30:00.000Z'])
    expect(instants({ startsOn: '2027-10-30', startsAt: '20:00', endsOn: '2027-10-31', endsAt: '04:00' })).toEqual(['2027-10-30T18:00:00.000Z', '2027-10-31T03:00:00.000Z'])
  })

  it('has the same hours as the zone of the system in every year', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 16_000 }), fc.integer({ min: 4, max: 21 }), (days, hour) => {
      const startsOn = addDays('1998-01-01', days)
      const [begins] = instants({ startsOn, startsAt: `${String(hour).padStart(2, '0')}:15`, endsAt: '23:00' })
      const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' }).format(new Date(begins ?? 0))
      expect(shown).toBe(`${startsOn} ${String(hour).padStart(2, '0')}:15`)
    }), { numRuns: 150 })
  })

  it('has a time zone with yearly rules from 1970 on, which is what Outlook reads right', () => {
    const text = fileOf(event({}))
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n')
    expect(text).toContain('DTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n')
    expect(text).toContain('DTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n')
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20270612T180000\r\n')
    expect(text).not.toMatch(/DTSTART;TZID[^\r]*Z\r/)
  })

  it('has whole days as days, the end after the last', () => {
    const text = fileOf(event({ startsAt: null, endsAt: null, endsOn: '2027-06-14' }))
    expect(text).toContain('DTSTART;VALUE=DATE:20270612\r\nDTEND;VALUE=DATE:20270615\r\n')
    expect(text).not.toContain('VTIMEZONE')
    expect(fileOf(event({ startsAt: null, endsAt: null }))).toContain('DTEND;VALUE=DATE:20270613')
    expect(fileOf(event({ startsAt: '10:00', endsAt: null, endsOn: '2027-06-14' }))).toContain('DTSTART;VALUE=DATE:20270612')
    expect(fileOf(event({ endsAt: null }))).not.toContain('DTEND')
  })

  it('has lines of at most 75 bytes with CRLF, whatever the letters, and gives every text back', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'ß', 'Ț', 'ệ', 'ك', '字', '🎉', ',', ';', '\\', '\n', ':', '"', ' ', '-', 'N'), maxLength: 400 })
    fc.assert(fc.property(letters, letters, (title, description) => {
      const text = fileOf(event({ title, description, location: title, categories: [title] }))
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
      for (const line of text.slice(0, -2).split('\r\n')) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\r\n\uFFFD]/)
      }
      const [first] = read(text)
      expect(first?.summary ?? '').toBe(title)
      expect(first?.description ?? '').toBe(description)
    }))
  })

  it('can not be broken open by a text: no line of it becomes one of the file', () => {
    const attack = 'Fest\r\nATTENDEE:mailto:x@example.org\nEND:VEVENT\rBEGIN:VALARM'
    const text = fileOf(event({ title: attack, location: attack, uid: attack, categories: [attack] }))
    expect(text).not.toMatch(/^(?:ATTENDEE|BEGIN:VALARM)/mu)
    expect(text.match(/^END:VEVENT/gmu)).toHaveLength(1)
  })

  it('says what was called off, in which version, and since when', () => {
    expect(fileOf(event({ status: 'CANCELLED' }))).toMatch(/LAST-MODIFIED:20261120T080000Z\r\nSEQUENCE:3\r\n[^]*STATUS:CANCELLED/u)
  })
})

describe('private details', () => {
  const details = () => new PrivateDetails(['0170 1234567', '+49 (0)355 612-2008', 'tutea@cottbus.example', '+48 22 555 11 22', '112'])
  it.each([
    'Anmeldung bei Ștefan, 0170 1234567.', '0170/1234567', '+49 170 1234567', '0049 170 12 34 567', '+49 (0) 170 1234567', '(0170) 123-4567', 'Tel.01701234567!', '0355 6122008', '+48225551122', 'oder 0048 22 555 11 22',
    'Vorher 0355 111111 0170 1234567 danach',
  ])('are left out, however they are written: %s', (text) => {
    const found = details()
    expect(found.without(text).replace(/\D/gu, '')).not.toMatch(/1234567|6122008|5551122/u)
    expect(found.left).toBe(1)
  })

  it.each(['Am 12.06.2027 um 18:00 Uhr', 'Büro: 0355 612-2009', 'Notruf 112', 'info@cottbus.example', 'IBAN DE12 1701 2345 6789 00', 'Nr. 91701234567'])('what is not one of them stays: %s', (text) => expect(details().without(text)).toBe(text))

  it('include addresses, in whatever letters', () => {
    expect(details().without('an Tutea@Cottbus.example, bitte')).toBe('an (Adresse im Büro erfragen), bitte')
  })
})
