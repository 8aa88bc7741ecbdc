import { comparable, fold, normalisedWords } from '../../search/normalise.ts'
import type { Salutation } from '../model.ts'
import { isSharedMailbox, oneSpelling, organisationWords } from './words.ts'

/** What the comparison needs of a contact; the form while typing and a stored contact both give it. */
export interface ProfileSource {
  id: string
  kind: 'person' | 'organisation'
  name: string
  shortName: string
  department: string
  typeCode: string | null
  familyName: string
  givenNames: string
  formerNames: string
  title: string
  salutation: Salutation
  addresses: readonly { street: string, postalCode: string, place: string }[]
  channels: readonly { kind: string, value: string, e164: string | null }[]
  /** For a person the organisations of its roles; for an organisation the one above it. */
  organisations: readonly string[]
}

/** A contact in comparable form. Built once a contact, compared many times. */
export interface Profile {
  id: string
  kind: 'person' | 'organisation'
  /** Names in comparable spelling ("muller"), and every transcription in the same one ("mohammed"). */
  given: string[]
  family: string[]
  former: string[]
  /** Words in alphabetical order, so that lists are compared as one text: all names, given names, core of an organisation's name. */
  allKey: string
  givenKey: string
  coreKey: string
  /** Given and family names as written, in comparable form. */
  spelled: string
  /** "jun" or "sen" where somebody tells father and son apart. */
  generation: string
  salutation: Salutation
  /** Of an organisation: words as written, written out, and of its short name. */
  written: string[]
  core: string[]
  levels: string[]
  shortCore: string[]
  department: string[]
  typeCode: string | null
  phones: string[]
  mobiles: string[]
  /** Addresses of one person or body, and those that several read. */
  emails: string[]
  sharedEmails: string[]
  sites: string[]
  /** Street, house number and postal code or place. */
  addresses: string[]
  places: string[]
  organisations: string[]
}

const generations: Record<string, string> = { jun: 'jun', jr: 'jun', junior: 'jun', sen: 'sen', sr: 'sen', senior: 'sen' }
/** Parts of names that come and go with the spelling. */
const particles = new Set(['al', 'el', 'von', 'van', 'der', 'den', 'de', 'di', 'da', 'zu', 'zum', 'bin', 'ben', 'ibn', 'geb', 'geborene', 'frh', 'freiher'])

/** Brings a contact to comparable form. */
export function profileOf(source: ProfileSource): Profile {
  const person = source.kind === 'person'
  const family = person ? nameWords(source.familyName) : []
  const given = person ? nameWords(source.givenNames) : []
  const organisation = person ? null : organisationWords(source.name)
  const emails = source.channels.filter(({ kind }) => kind === 'email').map(({ value }) => value.trim().toLowerCase()).filter((value) => value.includes('@'))
  const numbers = source.channels.flatMap(({ kind, value, e164 }) => kind === 'phone' || kind === 'mobile' ? [numberOf(value, e164)] : []).filter((number) => number.length >= 7)
  const plainGiven = given.filter((word) => generations[word] === undefined)
  const plainFamily = family.filter((word) => generations[word] === undefined)
  return {
    id: source.id,
    kind: source.kind,
    given: plainGiven,
    family: plainFamily,
    allKey: sorted([...plainGiven, ...plainFamily]),
    givenKey: sorted(plainGiven),
    coreKey: sorted(organisation?.core ?? []),
    former: person ? nameWords(source.formerNames) : [],
    spelled: [source.givenNames, source.familyName].map((name) => normalisedWords(name).filter((word) => generations[word] === undefined).join(' ')).join('|'),
    generation: person ? [...family, ...given, ...normalisedWords(source.title)].map((word) => generations[word]).find((word) => word !== undefined) ?? '' : '',
    salutation: source.salutation,
    written: organisation?.written ?? [],
    core: organisation?.core ?? [],
    levels: organisation?.levels ?? [],
    shortCore: person || source.shortName === '' ? [] : organisationWords(source.shortName).core,
    department: person ? [] : organisationWords(source.department).core,
    typeCode: source.typeCode,
    phones: unique(numbers.filter((number) => !isMobile(number))),
    mobiles: unique(numbers.filter(isMobile)),
    emails: unique(emails.filter((email) => !isSharedMailbox(email))),
    sharedEmails: unique(emails.filter(isSharedMailbox)),
    sites: unique(source.channels.filter(({ kind }) => kind === 'web').map(({ value }) => siteOf(value)).filter((site) => site !== '')),
    addresses: unique(source.addresses.map(addressKey).filter((key) => key !== '')),
    places: unique(source.addresses.map(({ place }) => comparable(place)).filter((place) => place !== '')),
    organisations: [...source.organisations],
  }
}

/** The words of a name without particles; a name of nothing but particles keeps them. */
function nameWords(text: string): string[] {
  const words = normalisedWords(text)
  const kept = words.filter((word) => !particles.has(word))
  return (kept.length > 0 ? kept : words).map(oneSpelling)
}

function numberOf(value: string, e164: string | null): string {
  return e164 ?? value.replace(/\D/gu, '').replace(/^0049/u, '').replace(/^0+/u, '')
}

/** German mobile numbers begin with 15, 16 or 17 (numbering plan of the Bundesnetzagentur). */
function isMobile(number: string): boolean {
  return /^(?:\+49)?1[567]\d{7,}$/u.test(number)
}

function siteOf(value: string): string {
  return fold(value).replace(/^https?:\/\//u, '').replace(/^www\./u, '').replace(/\/.*$/u, '').trim()
}

/** Empty without a house number: a street alone is no address. */
function addressKey({ street, postalCode, place }: ProfileSource['addresses'][number]): string {
  const plain = fold(street).replace(/stra(?:ss|s)e\b|str\./gu, 'str').replace(/(?<=[aou])e/gu, '').replace(/[^\p{L}\p{N}]+/gu, '')
  const where = postalCode.trim() || comparable(place)
  return /\d/u.test(plain) && where !== '' ? `${plain}|${where}` : ''
}

function sorted(words: readonly string[]): string {
  return words.length < 2 ? words[0] ?? '' : [...words].sort().join(' ')
}

function unique(values: readonly string[]): string[] {
  return values.length < 2 ? [...values] : [...new Set(values)]
}
