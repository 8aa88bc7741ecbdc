import { germanDay } from '../../holidays/days.ts'
import type { EventInput, Partner } from '../model.ts'
import type { Clash, ClashDraft, ClashSeverity } from './model.ts'
import { isOneDay, meeting, type Meeting } from './span.ts'
import { commonWords, meansEverybody, plainText } from './words.ts'

/** An event as clashes see it. */
export interface ClashEvent extends ClashDraft {
  /** Null for one that isn't stored yet. */
  id: string | null
  title: string
  /** The place in words. */
  place: string
  venueName: string
  /** Who makes it and could be missing elsewhere. */
  partners: readonly Pick<Partner, 'contactId' | 'name'>[]
}

/** A clash that nobody has been asked about yet. */
export type FoundClash = Omit<Clash, 'accepted'>

interface Reason {
  severity: ClashSeverity
  text: string
}

/** Whether an event can clash at all: it has a day and isn't called off. */
export function mayClash({ startsOn, state }: Pick<EventInput, 'startsOn' | 'state'>): boolean {
  return startsOn !== null && state !== 'cancelled'
}

/** The clash of an event with another one; null where both can be. */
export function clashBetween(event: ClashEvent, other: ClashEvent): FoundClash | null {
  if (!mayClash(event) || !mayClash(other) || event.id === other.id || other.id === null) return null
  const when = meeting(event, other)
  if (when === 'apart') return null
  const reasons = [...placeReasons(event, other, when), ...peopleReasons(event, other, when)]
  if (reasons.length === 0) return null
  const severity = reasons.some((reason) => reason.severity === 'hard') ? 'hard' : 'soft'
  return {
    key: ['event', severity, ...[`${event.id ?? 'new'}@${event.startsOn}`, `${other.id}@${other.startsOn}`].toSorted()].join(':'), severity, title: '',
    other: { id: other.id, title: other.title, startsOn: other.startsOn ?? '', startsAt: other.startsAt, endsAt: other.endsAt, place: other.place },
    reasons: reasons.toSorted((a, b) => a.severity.localeCompare(b.severity)).map(({ text }) => text),
  }
}

/** Puts the weightiest first: what can't be, then by the day of the other event. */
export function byWeight(one: FoundClash, two: FoundClash): number {
  return one.severity.localeCompare(two.severity) || Number(one.other === null) - Number(two.other === null)
    || (one.other?.startsAt ?? '').localeCompare(two.other?.startsAt ?? '') || (one.other?.title ?? one.title).localeCompare(two.other?.title ?? two.title, 'de')
}

function placeReasons(event: ClashEvent, other: ClashEvent, when: Meeting): Reason[] {
  const same = samePlace(event, other)
  if (same === 'none') return rainReasons(event, other)
  const what = same === 'room' ? 'Derselbe Ort' : 'Dasselbe Haus; bei einer der beiden fehlt noch der Raum'
  if (when === 'unknown') return [{ severity: 'soft', text: `${what} am selben Tag; bei einer der beiden fehlt noch die Uhrzeit.` }]
  return [{ severity: same === 'room' ? 'hard' : 'soft', text: `${what} zur selben Zeit${other.place === '' ? '' : ` (${other.place})`}.` }]
}

/** Whether two events are where only one can be. A house with rooms is only full where both are in the same room. */
function samePlace(one: ClashEvent, two: ClashEvent): 'room' | 'house' | 'none' {
  if (one.venueId !== null && one.venueId === two.venueId) {
    if (one.roomId !== null && two.roomId !== null) return one.roomId === two.roomId ? 'room' : 'none'
    return one.roomId === null && two.roomId === null ? 'room' : 'house'
  }
  if (one.venueId === null && two.venueId === null) return one.placeText !== '' && plainText(one.placeText) === plainText(two.placeText) ? 'room' : 'none'
  // A place that is only written down may be one that the office keeps.
  const [written, kept] = one.venueId === null ? [one.placeText, two.venueName] : [two.placeText, one.venueName]
  return kept !== '' && ` ${plainText(written)} `.includes(` ${plainText(kept)} `) ? 'house' : 'none'
}

/** Where one of them would go when it rains, the other one is. */
function rainReasons(event: ClashEvent, other: ClashEvent): Reason[] {
  const goesTo = (from: ClashEvent, to: ClashEvent): boolean => from.fallbackPlace !== '' && [to.venueName, to.placeText].some((name) => name !== '' && ` ${plainText(from.fallbackPlace)} `.includes(` ${plainText(name)} `))
  return [
    ...(goesTo(event, other) ? [{ severity: 'soft' as const, text: `Bei Regen am selben Ort: Der Ausweichort (${event.fallbackPlace}) ist dann belegt.` }] : []),
    ...(goesTo(other, event) ? [{ severity: 'soft' as const, text: `Bei Regen am selben Ort: Sie ist der Ausweichort der anderen (${other.fallbackPlace}).` }] : []),
  ]
}

function peopleReasons(event: ClashEvent, other: ClashEvent, when: Meeting): Reason[] {
  const soft = (text: string): Reason => ({ severity: 'soft', text })
  const time = when === 'unknown' ? 'am selben Tag' : 'zur selben Zeit'
  const responsible = event.responsibleName !== '' && (event.responsibleId === null || other.responsibleId === null ? plainText(event.responsibleName) === plainText(other.responsibleName) : event.responsibleId === other.responsibleId)
  const partners = event.partners.filter((one) => other.partners.some((two) => (one.contactId !== null && two.contactId !== null ? one.contactId === two.contactId : plainText(one.name) === plainText(two.name)))).map(({ name }) => name)
  const reasons = [
    ...(responsible ? [soft(`Dieselbe verantwortliche Person ${time} (${event.responsibleName}).`)] : []),
    ...(partners.length > 0 ? [soft(`${partners.length === 1 ? 'Derselbe Beteiligte' : 'Dieselben Beteiligten'} ${time} (${[...new Set(partners)].join(', ')}).`)] : []),
  ]
  // An exhibition of three weeks takes its visitors from nothing.
  if (!isOneDay(event) || !isOneDay(other)) return reasons
  const groups = commonWords(event.targetGroup, other.targetGroup)
  const everybody = meansEverybody(event.targetGroup) && meansEverybody(other.targetGroup)
  const topics = commonWords(event.topic, other.topic)
  return [
    ...reasons,
    ...(groups.length > 0 ? [soft(`Dieselbe Zielgruppe ${time} (${groups.join(', ')}).`)] : everybody ? [soft(`Beide wenden sich ${time} an alle.`)] : []),
    ...(topics.length > 0 ? [soft(`Dasselbe Thema ${time} (${topics.join(', ')}).`)] : []),
  ]
}

/** „Fr 26.03.2027" or the span of a feast. */
export function spanText(from: string, to: string): string {
  return from === to ? germanDay(from) : `${germanDay(from)} bis ${germanDay(to)}`
}
