import { describe, expect, it } from 'vitest'
import { specialDays } from '../../calendar/days.ts'
import { addDays } from '../../holidays/days.ts'
import type { Land } from '../../vault/laender.ts'
import { emptyEvent } from '../model.ts'
import { clashesWithDays, daysAround } from './days.ts'
import { clashBetween, type ClashEvent } from './find.ts'
import { quietDays } from './quiet-days.ts'
import { meeting } from './span.ts'
import { commonWords, meansEverybody } from './words.ts'

const event = (fields: Partial<ClashEvent>): ClashEvent => ({ ...emptyEvent, id: 'a', title: 'Eine', place: '', venueName: '', partners: [], startsOn: '2027-06-12', startsAt: '18:00', endsAt: '20:00', ...fields })
const other = (fields: Partial<ClashEvent>): ClashEvent => event({ id: 'b', title: 'Andere', ...fields })
const clash = (one: Partial<ClashEvent>, two: Partial<ClashEvent>) => clashBetween(event(one), other(two))

describe('time', () => {
  const at = (startsOn: string, startsAt: string | null = null, endsAt: string | null = null, endsOn: string | null = null) => ({ startsOn, startsAt, endsOn, endsAt })
  it.each([
    ['one after the other', at('2027-06-12', '18:00', '20:00'), at('2027-06-12', '20:00', '21:00'), 'apart'],
    ['a minute too early', at('2027-06-12', '18:00', '20:01'), at('2027-06-12', '20:00', '21:00'), 'overlap'],
    ['without an end: two hours', at('2027-06-12', '18:00'), at('2027-06-12', '19:59', '21:00'), 'overlap'],
    ['without an end: no longer', at('2027-06-12', '18:00'), at('2027-06-12', '20:00', '21:00'), 'apart'],
    ['one without a time', at('2027-06-12'), at('2027-06-12', '20:00', '21:00'), 'unknown'],
    ['past midnight', at('2027-06-12', '20:00', '02:00', '2027-06-13'), at('2027-06-13', '01:00', '03:00'), 'overlap'],
    ['past midnight, the next day without a time', at('2027-06-12', '20:00', '02:00', '2027-06-13'), at('2027-06-13'), 'apart'],
    ['an exhibition', at('2027-06-01', null, null, '2027-06-30'), at('2027-06-12', '20:00', '21:00'), 'overlap'],
    ['a conference that is over at noon', at('2027-06-11', '14:00', '12:00', '2027-06-12'), at('2027-06-12', '13:00', '21:00'), 'apart'],
    ['another day', at('2027-06-11', '18:00', '20:00'), at('2027-06-12', '18:00', '20:00'), 'apart'],
  ] as const)('%s', (_name, one, two, wanted) => {
    expect(meeting(one, two)).toBe(wanted)
    expect(meeting(two, one)).toBe(wanted)
  })
})

describe('two events', () => {
  it('can not be in the same room at the same time, but in the same house', () => {
    expect(clash({ venueId: 'v', roomId: 'r' }, { venueId: 'v', roomId: 'r', place: 'Haus, Saal' })).toMatchObject({ severity: 'hard', reasons: ['Derselbe Ort zur selben Zeit (Haus, Saal).'] })
    expect(clash({ venueId: 'v', roomId: 'r' }, { venueId: 'v', roomId: 's' })).toBeNull()
    expect(clash({ venueId: 'v', roomId: 'r' }, { venueId: 'v' })).toMatchObject({ severity: 'soft', reasons: [expect.stringContaining('fehlt noch der Raum')] })
    expect(clash({ venueId: 'v' }, { venueId: 'v' })).toMatchObject({ severity: 'hard' })
    expect(clash({ placeText: 'Lindenplatz' }, { placeText: 'lindenplatz ' })).toMatchObject({ severity: 'hard' })
    expect(clash({ placeText: 'Bürgerhaus, hinten' }, { venueId: 'v', venueName: 'Bürgerhaus' })).toMatchObject({ severity: 'soft' })
    expect(clash({ venueId: 'v', startsAt: null, endsAt: null }, { venueId: 'v' })).toMatchObject({ severity: 'soft', reasons: [expect.stringContaining('fehlt noch die Uhrzeit')] })
    expect(clash({ fallbackPlace: 'Bürgerhaus, Großer Saal' }, { venueId: 'v', venueName: 'Bürgerhaus' })?.reasons[0]).toContain('Bei Regen')
  })

  it('want the same people', () => {
    expect(clash({ targetGroup: 'Jugendliche ab 14' }, { targetGroup: 'Kinder und Jugend' })).toMatchObject({ severity: 'soft', reasons: ['Dieselbe Zielgruppe zur selben Zeit (Jugendliche).'] })
    expect(clash({ targetGroup: 'Alle' }, { targetGroup: 'Alle in der Stadt' })?.reasons).toEqual(['Beide wenden sich zur selben Zeit an alle.'])
    expect(clash({ targetGroup: 'Alle' }, { targetGroup: 'Eltern' })).toBeNull()
    expect(clash({ topic: 'Rassismus im Alltag' }, { topic: 'Alltagsrassismus, Rassismus' })?.reasons[0]).toContain('Rassismus')
    expect(clash({ responsibleId: 'p', responsibleName: 'Mara' }, { responsibleId: 'q', responsibleName: 'Mara' })).toBeNull()
    expect(clash({ responsibleId: 'p', responsibleName: 'Mara' }, { responsibleId: 'p', responsibleName: 'Mara' })?.severity).toBe('soft')
    expect(clash({ partners: [{ contactId: null, name: 'Chor der Vielen' }] }, { partners: [{ contactId: 'c', name: 'chor der vielen' }] })?.reasons[0]).toContain('Chor der Vielen')
  })

  it('of which one is called off, lasts for weeks or has no day, ask for nobody', () => {
    const same = { targetGroup: 'Familien' }
    expect(clash(same, { ...same, state: 'cancelled' })).toBeNull()
    expect(clash({ ...same, state: 'cancelled' }, same)).toBeNull()
    expect(clash(same, { ...same, startsOn: null, startsAt: null, endsAt: null })).toBeNull()
    expect(clash(same, { ...same, startsAt: null, endsAt: null, startsOn: '2027-06-01', endsOn: '2027-06-30' })).toBeNull()
    expect(clashBetween(event(same), event(same))).toBeNull()
  })

  it('clash by the same name from either side, by another one on another day', () => {
    const [one, two] = [event({ venueId: 'v' }), other({ venueId: 'v' })]
    expect(clashBetween(one, two)?.key).toBe(clashBetween(two, one)?.key)
    const moved = { startsOn: '2027-06-13' }
    expect(clashBetween({ ...one, ...moved }, { ...two, ...moved })?.key).not.toBe(clashBetween(one, two)?.key)
  })

  it('are compared by words that say something', () => {
    expect(commonWords('Für alle Menschen der Stadt', 'alle Menschen')).toEqual([])
    expect(commonWords('Fachkräfte', 'Fachkraefte aus dem Ausland')).toEqual(['Fachkräfte'])
    expect([meansEverybody('Alle, Schulklassen nach Anmeldung'), meansEverybody('Allergiker')]).toEqual([true, false])
  })
})

describe('a day', () => {
  const titles = (fields: Partial<ClashEvent>, land: Land = 'BB') => {
    const one = event({ kind: 'festival', ...fields })
    const day = one.startsOn ?? ''
    return clashesWithDays(one, specialDays(addDays(day, -daysAround), addDays(one.endsOn ?? day, daysAround), { land }), land).map(({ title }) => title)
  }

  it('may be a holiday of the Land', () => {
    expect(titles({ startsOn: '2026-10-31' }, 'BB')).toEqual(['Feiertag: Reformationstag'])
    expect(titles({ startsOn: '2026-10-31' }, 'BY')).toEqual([])
  })

  it('may be a quiet one for music, not for a lecture, and only at its hours', () => {
    expect(titles({ startsOn: '2027-03-26' })).toEqual(['Stiller Tag: Karfreitag'])
    expect(titles({ startsOn: '2027-03-26', kind: 'lecture' })).toEqual(['Feiertag: Karfreitag'])
    expect(titles({ startsOn: '2026-11-22' })).toEqual(['Stiller Tag: Totensonntag (Ewigkeitssonntag)'])
    expect(titles({ startsOn: '2026-11-15' }, 'SN')).toEqual(['Stiller Tag: Volkstrauertag'])
    expect(titles({ startsOn: '2026-11-01', startsAt: '10:00', endsAt: '12:00' }, 'RP')).toEqual(['Feiertag: Allerheiligen'])
    expect(titles({ startsOn: '2026-11-01', startsAt: '14:00', endsAt: '16:00' }, 'RP')).toEqual(['Stiller Tag: Allerheiligen'])
    expect(titles({ startsOn: '2026-11-18' }, 'BB')).toEqual([])
    expect(titles({ startsOn: '2026-11-18' }, 'BY')).toEqual(['Stiller Tag: Buß- und Bettag'])
  })

  it('may be a feast, or the evening on which one begins', () => {
    expect(titles({ startsOn: '2026-09-21' })).toContain('Jom Kippur')
    expect(titles({ startsOn: '2026-09-20', startsAt: '18:00', endsAt: '21:00' })).toContain('Vorabend: Jom Kippur')
    expect(titles({ startsOn: '2026-09-20', startsAt: '10:00', endsAt: '12:00' })).not.toContain('Vorabend: Jom Kippur')
    expect(titles({ startsOn: '2027-03-12' })).toContain('Vielleicht: Zuckerfest (Ramazan Bayramı, ʿĪd al-Fiṭr)')
    expect(titles({ startsOn: '2027-06-12', startsAt: null, endsAt: null, endsOn: '2027-07-12', kind: 'exhibition' })).toEqual(['Schawuot'])
  })

  it('of Ramadan has its evening meal', () => {
    const reasons = (startsAt: string, endsAt: string) => clashesWithDays(event({ startsOn: '2027-02-20', startsAt, endsAt }), specialDays('2027-02-19', '2027-02-21', { land: 'BB' }), 'BB')[0]?.reasons.join(' ')
    expect(reasons('12:00', '14:00')).toContain('tagsüber nicht')
    expect(reasons('18:00', '21:00')).toContain('Fastenbrechen')
  })

  it('is called quiet by a law that the computing knows: Advent moves them all', () => {
    expect(quietDays('2022-11-01', '2022-11-30', 'SN').map(({ day }) => day)).toEqual(['2022-11-13', '2022-11-20'])
    expect(quietDays('2027-01-01', '2027-12-31', 'BY').map(({ id }) => id)).toEqual(['ash-wednesday', 'maundy-thursday', 'good-friday', 'holy-saturday', 'all-saints', 'mourning', 'repentance', 'dead', 'christmas-eve'])
  })
})
