import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isoDay } from '../../shared/dates.ts'
import { germanDay } from '../../shared/holidays/days.ts'
import { eventsNamed, readDayWords, settledDay, settledText, type SettledDay } from '../../shared/tasks/day-words.ts'
import { atDistance, leadText, type LeadTime } from '../../shared/tasks/lead-time.ts'
import { api } from '../app/office.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'

/** An event that the words may mean. */
export interface NamedEvent {
  id: string
  title: string
  startsOn: string
}

/** The day that was understood. */
export interface UnderstoodDay extends SettledDay {
  /** The distance to the event it was counted from; null for a day of its own. */
  lead: LeadTime | null
  event: NamedEvent | null
  /** What will be kept, in words. */
  text: string
}

/** What was typed as a day and what it was understood as. */
export interface DayWordsState {
  text: string
  setText(text: string): void
  /** Null as long as nothing, or nothing readable, stands there. */
  day: UnderstoodDay | null
  /** Why there is no day; empty where the field is empty or readable. */
  fault: string
  /** All events that bear the words, the chosen one first among equals. */
  events: readonly NamedEvent[]
  choose(id: string): void
}

/** Reads a day in words; events are looked up by the words of their titles. */
export function useDayWords(initial = ''): DayWordsState {
  const land = useOfficeLand()
  const [text, setText] = useState(initial)
  const [chosen, setChosen] = useState<string | null>(null)
  const now = new Date()
  const read = readDayWords(text, now)
  const asked = read?.kind === 'event' ? { query: read.words, filter: 'coming' as const, limit: 30 } : null
  const { data } = useQuery(api.events.list.queryOptions({ input: asked ?? skipToken }))
  const events = read?.kind === 'event' ? eventsNamed(data?.events ?? [], read.words) : []
  const event = events.find(({ id }) => id === chosen) ?? events[0] ?? null
  const state = { text, setText, events, choose: setChosen }
  if (read?.kind === 'day') {
    const settled = settledDay(read.day, land, isoDay(now))
    return { ...state, day: { ...settled, lead: null, event: null, text: `Fällig am ${settledText(read.day, settled)}` }, fault: '' }
  }
  if (read?.kind === 'event' && event !== null) {
    const { lead } = read
    const wanted = atDistance(event.startsOn, lead)
    // On the day of the event itself people work whatever day it is.
    const settled = lead.count === 0 ? { wantedOn: wanted, dueOn: wanted, reason: null } : settledDay(wanted, land, isoDay(now))
    return { ...state, day: { ...settled, lead, event, text: `Fällig am ${settledText(wanted, settled)}: ${leadText(lead)}, „${event.title}“ ist am ${germanDay(event.startsOn)}` }, fault: '' }
  }
  return { ...state, day: null, fault: faultOf(text, read?.kind === 'event' ? read.words : null, data !== undefined) }
}

function faultOf(text: string, words: string | null, looked: boolean): string {
  if (text.trim() === '') return ''
  if (words === null) return 'Bitte den Tag als 2w, 1m, mo, 15.3. oder „vor …“ angeben.'
  return looked ? `Kein kommender Termin heißt „${words}“. Bitte anders nennen oder den Tag angeben.` : ''
}
