import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import file from '../../resources/icalendar/windows-zones.json' with { type: 'json' }
import { berlinTime, ianaName, ianaZone, utc } from './zones.ts'

const wall = (text: string) => Date.parse(`${text}Z`)
const instant = (text: string) => Date.parse(text)

describe('names of zones', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'], ['W. Europe Standard Time', 'Europe/Berlin'], ['"W. Europe Standard Time"', 'Europe/Berlin'], ['w. europe standard time', 'Europe/Berlin'],
    ['/freeassociation.sourceforge.net/Europe/Berlin', 'Europe/Berlin'], ['/mozilla.org/20050126_1/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien', 'Europe/Berlin'], ['Turkey Standard Time', 'Europe/Istanbul'], ['UTC', 'Etc/UTC'],
    ['Customized Time Zone', null], ['Musterzeit', null], ['', null],
  ])('%s', (name, wanted) => expect(ianaName(name)).toBe(wanted))

  it('of Windows all lead to zones that there are', () => {
    for (const zone of [...Object.values(file.zones), ...Object.values(file.displayNames)]) expect(() => ianaZone(zone).toWall(0)).not.toThrow()
    expect(Object.keys(file.zones).length).toBeGreaterThan(130)
  })
})

describe('the clock of Berlin', () => {
  it('knows summer and winter', () => {
    expect(berlinTime.toInstant(wall('2027-03-27T18:00'))).toBe(instant('2027-03-27T17:00Z'))
    expect(berlinTime.toInstant(wall('2027-03-28T18:00'))).toBe(instant('2027-03-28T16:00Z'))
    expect(berlinTime.toWall(instant('2027-10-30T16:00Z'))).toBe(wall('2027-10-30T18:00'))
    expect(berlinTime.toWall(instant('2027-10-31T17:00Z'))).toBe(wall('2027-10-31T18:00'))
  })

  it('takes a time it skips by the clock before, and one it shows twice as the first', () => {
    expect(berlinTime.toInstant(wall('2027-03-28T02:30'))).toBe(instant('2027-03-28T01:30Z'))
    expect(berlinTime.toInstant(wall('2027-10-31T02:30'))).toBe(instant('2027-10-31T00:30Z'))
  })

  it('comes back to every instant but those of the hour shown twice', () => {
    const zones = [berlinTime, utc, ianaZone('America/New_York'), ianaZone('Asia/Katmandu'), ianaZone('Australia/Lord_Howe')]
    fc.assert(fc.property(fc.integer({ min: instant('1997-01-01T00:00Z') / 60_000, max: instant('2040-01-01T00:00Z') / 60_000 }), fc.constantFrom(...zones), (minutes, zone) => {
      const at = minutes * 60_000
      const again = zone.toInstant(zone.toWall(at))
      expect(zone.toWall(again)).toBe(zone.toWall(at))
      expect(at - again).toBeGreaterThanOrEqual(0)
      expect(at - again).toBeLessThanOrEqual(3_600_000)
    }))
  })
})
