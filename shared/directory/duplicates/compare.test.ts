import { describe, expect, it } from 'vitest'
import { compareProfiles } from './compare.ts'
import { blockingKeys } from './keys.ts'
import { profileOf, type Profile, type ProfileSource } from './profile.ts'

let number = 0
function person(givenNames: string, familyName: string, more: Partial<ProfileSource> = {}): Profile {
  return profile({ kind: 'person', givenNames, familyName, ...more })
}
function organisation(name: string, more: Partial<ProfileSource> = {}): Profile {
  return profile({ kind: 'organisation', name, ...more })
}
function profile(more: Partial<ProfileSource>): Profile {
  number += 1
  return profileOf({
    id: `c${number}`, kind: 'person', name: '', shortName: '', department: '', typeCode: null, familyName: '', givenNames: '', formerNames: '',
    title: '', salutation: 'none', addresses: [], channels: [], organisations: [], ...more,
  })
}
const mail = (value: string) => ({ kind: 'email', value, e164: null })
const phone = (e164: string) => ({ kind: 'phone', value: e164, e164 })
const at = (street: string, place = 'Cottbus') => ({ street, postalCode: '03046', place })

/** What comes of a pair, both ways round, and only if the two are compared at all. */
function verdict(a: Profile, b: Profile) {
  const there = compareProfiles(a, b)
  expect(compareProfiles(b, a)).toEqual(there)
  if (there !== null) expect(blockingKeys(a).some((key) => blockingKeys(b).includes(key))).toBe(true)
  return there === null ? null : [there.certainty, ...there.reasons]
}

describe('persons', () => {
  const own = { channels: [mail('ana@posteo.example')] }
  it.each([
    ['the same name and mailbox', person('Ana', 'Müller', own), person('Ana', 'Mueller', own), ['sure', 'same-name', 'same-email']],
    ['dotless i', person('Ayşe', 'Yılmaz', own), person('Ayse', 'Yilmaz', own), ['sure', 'same-name', 'same-email']],
    ['transcriptions', person('Mohammed', 'Ahmad', own), person('Muhamad', 'Achmed', own), ['sure', 'other-spelling', 'same-email']],
    ['names swapped', person('Thi Mai', 'Tran', own), person('Tran', 'Thi Mai', own), ['sure', 'swapped-names', 'same-email']],
    ['a typing error', person('Karolina', 'Kowalski', own), person('Karolina', 'Kowalsky', own), ['likely', 'similar-name', 'same-email']],
    ['neighbours swapped', person('Bogdan', 'Petrneko', own), person('Bogdan', 'Petrenko', own), ['likely', 'similar-name', 'same-email']],
    ['a former name', person('Ana', 'Müller', { formerNames: 'geb. Kowalska', addresses: [at('Neumarkt 5')] }), person('Ana', 'Kowalska', { addresses: [at('Neumarkt 5')] }), ['likely', 'former-name', 'same-address']],
    ['a married name', person('Ana', 'Müller', own), person('Ana', 'Kowalska', own), ['likely', 'same-given-name', 'same-email']],
    ['an initial', person('A.', 'Müller', own), person('Ana', 'Müller', own), ['likely', 'part-of-name', 'same-email']],
    ['one of two family names', person('Lucía', 'García Márquez', own), person('Lucía', 'García', own), ['likely', 'part-of-name', 'same-email']],
    ['the same landline', person('Ana', 'Müller', { channels: [phone('+493556122008')] }), person('Ana', 'Müller', { channels: [phone('+493556122008')] }), ['likely', 'same-name', 'same-phone']],
    ['the same address, spelled otherwise', person('Ana', 'Müller', { addresses: [at('Dubinaweg Str. 5')] }), person('Ana', 'Müller', { addresses: [at('Dubinaweg-Straße 5')] }), ['likely', 'same-name', 'same-address']],
    ['one employer', person('Ana', 'Müller', { organisations: ['o'] }), person('Ana', 'Müller', { organisations: ['o'] }), ['likely', 'same-name', 'same-organisation']],
    ['father and son of one name', person('Karl', 'Müller sen.', { addresses: [at('Neumarkt 5')] }), person('Karl', 'Müller jun.', { addresses: [at('Neumarkt 5')] }), ['possible', 'same-name', 'same-address']],
  ])('%s', (_, a, b, expected) => expect(verdict(a, b)).toEqual(expected))

  it.each([
    ['father and son', person('Karl', 'Müller', { addresses: [at('Neumarkt 5')], channels: [phone('+493556122008')] }), person('Jonas', 'Müller', { addresses: [at('Neumarkt 5')], channels: [phone('+493556122008')] })],
    ['a couple whose names are alike', person('Andrea', 'Müller', { salutation: 'ms', addresses: [at('Neumarkt 5')] }), person('Andreas', 'Müller', { salutation: 'mr', addresses: [at('Neumarkt 5')] })],
    ['Ali and Alim', person('Ali', 'Demir', { addresses: [at('Neumarkt 5')] }), person('Alim', 'Demir', { addresses: [at('Neumarkt 5')] })],
    ['colleagues of one given name', person('Ana', 'Müller', { organisations: ['o'], channels: [phone('+493556122008')] }), person('Ana', 'Kowalska', { organisations: ['o'], channels: [phone('+493556122008')] })],
    ['people with a single name', person('Abdul', ''), person('Abdul', '')],
    ['a person and its organisation', person('Müller', '', { channels: [mail('info@mueller.example')] }), organisation('Müller', { channels: [mail('info@mueller.example')] })],
  ])('%s are no duplicates', (_, a, b) => expect(verdict(a, b)).toBeNull())

  it('namesakes are never sure, whatever the day of birth in the note', () => {
    const one = person('Mohamed', 'Ahmed', { addresses: [at('Bahnhofstraße 3')], channels: [phone('+491711234567')] })
    const other = person('Mohamed', 'Ahmed', { addresses: [at('Neumarkt 5')], channels: [phone('+491719999999')] })
    expect(verdict(one, other)).toEqual(['possible', 'same-name', 'same-place'])
    expect(compareProfiles(one, other)?.doubts).toEqual(['other-mobile', 'other-address'])
  })
  it('what contradicts a shared mailbox lowers the certainty', () => {
    const one = person('Karl', 'Müller', { channels: [mail('mueller@posteo.example'), phone('+491711234567')] })
    const other = person('Karl', 'Müller', { channels: [mail('mueller@posteo.example'), phone('+491719999999')] })
    expect(verdict(one, other)).toEqual(['likely', 'same-name', 'same-email'])
  })
  it('a number that very many have is no reason', () => {
    const [one, other] = [person('Ana', 'Müller', { channels: [phone('+493556120')] }), person('Ana', 'Müller', { channels: [phone('+493556120')] })]
    expect(compareProfiles(one, other, (key) => key === 'tel:+493556120')).toMatchObject({ certainty: 'possible', reasons: ['same-name'] })
  })
})

describe('organisations', () => {
  const there = { addresses: [at('Neumarkt 5', 'Senftenberg')] }
  const elsewhere = { addresses: [at('Neumarkt 5', 'Görlitz')].map((address) => ({ ...address, postalCode: '02826' })) }
  const own = { channels: [phone('+493573870')] }
  it.each([
    ['an abbreviation', organisation('AWO KV OSL e. V.', there), organisation('Arbeiterwohlfahrt Kreisverband Oberspreewald-Lausitz e.V.', there), ['sure', 'abbreviated', 'same-address']],
    ['a legal form more', organisation('Brücke gGmbH', own), organisation('Brücke', own), ['sure', 'same-organisation-name', 'same-phone']],
    ['the bare abbreviation', organisation('AWO', own), organisation('Arbeiterwohlfahrt KV OSL e. V.', own), ['likely', 'part-of-organisation-name', 'same-phone']],
    ['the bare abbreviation and nothing else', organisation('AWO'), organisation('AWO Kreisverband Oberspreewald-Lausitz e.V.'), ['possible', 'part-of-organisation-name']],
    ['a typing error', organisation('Flüchtlingsrat Brandenburg', own), organisation('Flüchtingsrat Brandenburg', own), ['likely', 'similar-organisation-name', 'same-phone']],
    ['the short name of one', organisation('Verein für Vielfalt', { shortName: 'VfV', ...own }), organisation('VfV', own), ['sure', 'abbreviated', 'same-phone']],
    ['one name in two towns', organisation('Caritasverband', { ...there, ...own }), organisation('Caritasverband', { ...elsewhere, ...own }), ['possible', 'same-organisation-name', 'same-phone']],
    ['nothing but the name', organisation('Brücke e. V.'), organisation('Brücke'), ['likely', 'same-organisation-name']],
  ])('%s', (_, a, b, expected) => expect(verdict(a, b)).toEqual(expected))

  it.each([
    ['two departments with one switchboard', organisation('Stadt Cottbus', { department: 'Jugendamt', ...own }), organisation('Stadt Cottbus', { department: 'Sozialamt', ...own })],
    ['an authority and its department', organisation('Stadt Cottbus', own), organisation('Stadt Cottbus', { department: 'Sozialamt', ...own })],
    ['Kreisverband and Landesverband', organisation('AWO Kreisverband Brandenburg', own), organisation('AWO Landesverband Brandenburg', own)],
    ['one name in two towns', organisation('Caritasverband', there), organisation('Caritasverband', elsewhere)],
    ['the town in the name of another', organisation('Stadt Cottbus', { addresses: [at('Neumarkt 5')] }), organisation('Jobcenter Stadt Cottbus', { addresses: [at('Neumarkt 5')] })],
  ])('%s are no duplicates', (_, a, b) => expect(verdict(a, b)).toBeNull())

  it('an organisation and the one above it are two', () => {
    const above = organisation('Brücke', own)
    expect(verdict(above, organisation('Brücke', { ...own, organisations: [above.id] }))).toBeNull()
  })
})
