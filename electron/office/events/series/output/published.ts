import { kindLabel } from '../../../../../shared/events/catalogue.ts'
import type { OfficeEvent, Series, Venue } from '../../../../../shared/events/model.ts'
import type { ProgrammeCheck, ProgrammeScope, SeriesTexts, Unnamed } from '../../../../../shared/events/series/model.ts'
import { preferredOf } from '../../../../../shared/directory/model.ts'
import { displayName } from '../../../../../shared/directory/names.ts'
import { outputRequestSchema } from '../../../../../shared/directory/output/model.ts'
import { checkOutput } from '../../../directory/output/service.ts'
import { getContact } from '../../../directory/service.ts'
import type { OfficeDesk } from '../../../session.ts'
import { goneContact } from '../../privacy/service.ts'
import { listVenues } from '../../venues/repository.ts'
import { seriesEvents, type SeriesEvent } from '../events-repository.ts'
import { gapsOf, getTexts } from '../programme.ts'
import { getSeries } from '../service.ts'
import { accessText, timeText } from './words.ts'

/** An event as it is given to the public. Nothing in it is for the office alone. */
export interface PublishedEvent {
  /** Running number in the programme, from 1. */
  number: number
  title: string
  kind: string
  /** ISO day; null where it isn't known yet. */
  day: string | null
  lastDay: string | null
  startsAt: string | null
  endsAt: string | null
  time: string
  place: string
  address: string
  access: string
  targetGroup: string
  languages: string
  interpretation: string
  childcare: string
  topic: string
  cost: string
  registration: string
  contact: string
  text: string
  organisers: string[]
  /** "Mit …", "Schirmherrschaft: …", one line each. */
  others: string[]
}

/** Somebody who organises events, with what may be published of it. */
export interface PublishedOrganiser { name: string; contact: string; numbers: number[] }

export interface PublishedProgramme {
  series: Series
  texts: SeriesTexts
  events: PublishedEvent[]
  organisers: PublishedOrganiser[]
  leftOut: ProgrammeCheck['leftOut']
  unnamed: Unnamed[]
  incomplete: number
}

const otherRoles = [['partner', 'Mit'], ['speaker', 'Referat'], ['artist', 'Künstlerisch'], ['patron', 'Schirmherrschaft'], ['sponsor', 'Gefördert von']] as const
const publicRoles: readonly string[] = ['organiser', ...otherRoles.map(([role]) => role)]

/** What may be said of a contact in public: its name, its addresses, or neither. */
interface Publicity { name: string | null; contact: string; reason: string }

/**
 * What is published of a series. A contact is named only if its publication is allowed; an organisation also while nobody asked, because
 * its name alone is no personal data (recital 14 DSGVO). Telephone, e-mail and web come only from contacts whose publication is allowed.
 * Who may not be named is left out everywhere and listed with the reason.
 * @throws OfficeError `not-found`
 */
export async function publishedProgramme(desk: OfficeDesk, seriesId: string, scope: ProgrammeScope): Promise<PublishedProgramme> {
  const series = await getSeries(desk, seriesId)
  const { version: _version, ...texts } = await getTexts(desk, seriesId)
  const all = await seriesEvents(desk.database.read, seriesId)
  const leftOut = all.flatMap((each) => {
    const reason = reasonAgainst(each, scope)
    return reason === '' ? [] : [{ title: each.event.title, reason }]
  })
  const taken = all.filter((each) => reasonAgainst(each, scope) === '')
  const venues = new Map((await listVenues(desk.database.read, '')).map((venue) => [venue.id, venue]))
  const publicity = await publicityOf(desk, taken.map(({ event }) => event))
  const unnamed = new Map<string, Unnamed>()
  const organisers = new Map<string, PublishedOrganiser>()
  const events = taken.map(({ event, entry }, index): PublishedEvent => {
    const named = event.partners.filter(({ role }) => publicRoles.includes(role)).flatMap(({ role, contactId, name }) => {
      if (name === goneContact) return []
      const said = contactId === null ? { name, contact: '', reason: '' } : publicity.get(contactId) ?? { name: null, contact: '', reason: 'Kontakt ist gelöscht' }
      if (said.name !== null) return [{ role, name: said.name, contact: said.contact }]
      const before = unnamed.get(name)
      unnamed.set(name, { name, reason: said.reason, events: [...before?.events ?? [], event.title] })
      return []
    })
    for (const { name, contact } of named.filter(({ role }) => role === 'organiser')) {
      const organiser = organisers.get(name) ?? { name, contact, numbers: [] }
      organiser.numbers.push(index + 1)
      organisers.set(name, organiser)
    }
    const venue = venues.get(event.venueId ?? '')
    return {
      number: index + 1, title: event.title, kind: event.kind === 'other' ? '' : kindLabel(event.kind), day: event.startsOn, lastDay: event.endsOn, startsAt: event.startsAt, endsAt: event.endsAt, time: timeText(event),
      place: event.place, address: addressOf(venue), access: accessText(event, venue), targetGroup: event.targetGroup, languages: event.languages, interpretation: event.interpretation,
      childcare: event.childcare, topic: event.topic, cost: event.cost, registration: event.registration, contact: entry?.publicContact ?? '', text: event.programmeText.trim(),
      organisers: named.filter(({ role }) => role === 'organiser').map(({ name }) => name),
      others: otherRoles.flatMap(([role, label]) => {
        const names = named.filter((each) => each.role === role).map(({ name }) => name)
        return names.length === 0 ? [] : [`${label}: ${names.join(', ')}`]
      }),
    }
  })
  const collator = new Intl.Collator('de')
  return {
    series, texts, events, organisers: [...organisers.values()].toSorted((a, b) => collator.compare(a.name, b.name)), leftOut, unnamed: [...unnamed.values()],
    incomplete: taken.filter((each) => gapsOf(each, venues.get(each.event.venueId ?? ''), texts.textLimit).length > 0).length,
  }
}

/** Why an event stays out of what is published; empty for one that is in. */
function reasonAgainst({ event, entry }: SeriesEvent, scope: ProgrammeScope): string {
  if (event.state === 'cancelled') return 'abgesagt'
  if (entry?.approval === 'rejected') return 'abgelehnt'
  if (scope === 'all') return ''
  if (entry !== null) return entry.approval === 'accepted' ? '' : entry.approval === 'query' ? 'Rückfrage offen' : 'noch nicht angenommen'
  return event.state === 'idea' ? 'erst eine Idee' : ''
}

async function publicityOf(desk: OfficeDesk, events: readonly OfficeEvent[]): Promise<Map<string, Publicity>> {
  const ids = [...new Set(events.flatMap(({ partners }) => partners.filter(({ role }) => publicRoles.includes(role)).flatMap(({ contactId }) => contactId ?? [])))]
  if (ids.length === 0) return new Map()
  const { leftOut } = await checkOutput(desk, outputRequestSchema.parse({ source: { kind: 'contacts', ids }, format: 'pdf', use: 'publish' }))
  const against = new Map(leftOut.map((each) => [each.id, each]))
  const found = new Map<string, Publicity>()
  for (const id of ids) {
    const contact = await getContact(desk, id).catch(() => null)
    if (contact === null || contact.trashed) continue
    const fault = against.get(id)
    const name = displayName(contact)
    // What no answer but „yes" publishes: whatever reaches a person.
    if (fault === undefined) found.set(id, { name, contact: contact.kind === 'organisation' ? reachOf(contact.channels) : '', reason: '' })
    else found.set(id, { name: fault.kind === 'undecided' && contact.kind === 'organisation' ? name : null, contact: '', reason: fault.reason })
  }
  return found
}

function reachOf(channels: readonly { kind: string; value: string; preferred: boolean }[]): string {
  return ['phone', 'email', 'web'].flatMap((kind) => preferredOf(channels.filter((channel) => channel.kind === kind && channel.value !== ''))?.value ?? []).join(', ')
}

function addressOf(venue: Venue | undefined): string {
  return venue ? [venue.street, `${venue.postalCode} ${venue.city}`.trim()].filter((part) => part !== '').join(', ') : ''
}
