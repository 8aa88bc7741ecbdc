import { eventKinds, kindLabel, stepFreeLabels, type EventState, type StepFree } from '../catalogue.ts'
import type { EventInput } from '../model.ts'
import { hasClock, type CalendarEvent } from './write.ts'

/**
 * What of an event may leave the office. There is no field for notes, for who is responsible, for people who take part, for owners and keys
 * of places: what isn't here can't get out.
 */
export interface PublishedEvent extends Pick<EventInput, 'title' | 'kind' | 'state' | 'startsAt' | 'endsOn' | 'endsAt' | 'placeText' | 'fallbackPlace' | 'accessNote' | 'targetGroup' | 'languages' | 'interpretation' | 'childcare'
  | 'topic' | 'cost' | 'registration' | 'programmeText'> {
  uid: string
  sequence: number
  modifiedAt: string
  startsOn: string
  seriesTitle: string
  /** Organisations that make it. */
  organisers: readonly string[]
  venue: { name: string; room: string; street: string; postalCode: string; city: string; stepFree: StepFree; roomStepFree: StepFree | null; accessibleToilet: boolean; hearingLoop: boolean; accessNote: string; transport: string } | null
}

const cancelledMark = 'Abgesagt: '
const statuses: Readonly<Record<EventState, CalendarEvent['status']>> = {
  idea: 'TENTATIVE', planned: 'CONFIRMED', approved: 'CONFIRMED', advertised: 'CONFIRMED', held: 'CONFIRMED', settled: 'CONFIRMED', cancelled: 'CANCELLED',
}

/** An event as calendars show it. @param open leaves private numbers and addresses out of a text */
export function calendarEvent(event: PublishedEvent, open: (text: string) => string): CalendarEvent {
  const { uid, sequence, modifiedAt, startsOn, startsAt, endsOn, endsAt, state, kind, topic } = event
  return {
    uid, sequence, modifiedAt, startsOn, startsAt, endsOn, endsAt,
    // Outlook shows what is called off like anything else.
    title: open(state === 'cancelled' ? `${cancelledMark}${event.title}` : event.title),
    location: open(locationOf(event)),
    description: open(descriptionOf(event)),
    categories: [kindLabel(kind), ...(topic === '' ? [] : [open(topic)])],
    status: statuses[state],
  }
}

/** The place in one line, as one would write it on an invitation. */
export function locationOf({ venue, placeText }: Pick<PublishedEvent, 'venue' | 'placeText'>): string {
  const address = venue ? [venue.street, `${venue.postalCode} ${venue.city}`.trim()] : []
  return [venue?.name ?? '', venue?.room ?? '', placeText, ...address].filter((part) => part !== '').join(', ')
}

/** The title without the mark of what was called off. */
export function withoutMark(title: string): string {
  return title.startsWith(cancelledMark) ? title.slice(cancelledMark.length) : title
}

/** The code of the kind that a calendar's categories name; null where they name none. */
export function kindOfCategories(categories: readonly string[]): string | null {
  return eventKinds.find(({ label }) => categories.some((category) => category.toLowerCase() === label.toLowerCase()))?.code ?? null
}

function descriptionOf(event: PublishedEvent): string {
  const lines: readonly (readonly [string, string])[] = [
    ['Beginn', event.startsAt === null || hasClock(event) ? '' : `${event.startsAt} Uhr`],
    ['Für', event.targetGroup], ['Sprachen', event.languages], ['Dolmetschen', event.interpretation], ['Kinderbetreuung', event.childcare],
    ['Zugang', accessOf(event)], ['Bus und Bahn', event.venue?.transport ?? ''], ['Bei Regen', event.fallbackPlace], ['Eintritt', event.cost], ['Anmeldung', event.registration],
    ['Veranstaltet von', event.organisers.join(', ')], ['Im Rahmen von', event.seriesTitle],
  ]
  const facts = lines.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`)
  return [event.programmeText, facts.join('\n')].filter((part) => part !== '').join('\n\n')
}

function accessOf({ venue, accessNote }: PublishedEvent): string {
  // The way in is as good as its worst part.
  const stepFree = (['no', 'partly', 'yes'] as const).find((answer) => venue?.stepFree === answer || venue?.roomStepFree === answer)
  return [
    stepFree === undefined ? '' : stepFreeLabels[stepFree], venue?.accessibleToilet ? 'rollstuhlgerechte Toilette' : '', venue?.hearingLoop ? 'induktive Höranlage' : '', venue?.accessNote ?? '', accessNote,
  ].filter((part) => part !== '').join('; ')
}
