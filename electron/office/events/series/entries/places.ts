import type { EventInput, Venue } from '../../../../../shared/events/model.ts'
import { fold } from '../../../../../shared/search/normalise.ts'

type Place = Pick<EventInput, 'venueId' | 'roomId' | 'placeText'>

const key = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Where an event takes place by the words of a form: a place and room that the office keeps, or just the words. */
export function placeFrom(text: string, venues: readonly Venue[]): Place {
  const parts = text.split(/[,;\n]|\s[–-]\s/u).map((part) => part.trim()).filter((part) => part !== '')
  const venue = venues.find(({ name }) => key(name) === key(text)) ?? venues.find(({ name }) => key(name) === key(parts[0] ?? ''))
  if (!venue) return { venueId: null, roomId: null, placeText: text.trim() }
  const room = venue.rooms.find(({ name }) => parts.slice(1).some((part) => key(part) === key(name)))
  const address = key(`${venue.street} ${venue.postalCode} ${venue.city}`)
  const rest = key(text) === key(venue.name) ? [] : parts.slice(1).filter((part) => key(part) !== key(room?.name ?? '') && !address.includes(key(part)))
  return { venueId: venue.id, roomId: room?.id ?? null, placeText: rest.join(', ') }
}
