import { asksForMarriage, earliestNaturalisation, naturalisationConditions, type NaturalisationResult } from '../../../shared/counselling/naturalisation.ts'
import { germanDay } from '../../../shared/holidays/days.ts'

/** What is entered into the helper. */
export interface NaturalisationEntry {
  path: string
  start: string | null
  marriage: string | null
  interruptions: readonly { from: string | null; to: string | null }[]
  /** Conditions that the person has found to be there. */
  ticked: readonly string[]
}

export const freshNaturalisation: NaturalisationEntry = { path: '10', start: null, marriage: null, interruptions: [], ticked: [] }

/** The earliest day, or null as long as something is missing or a time ends before it begins. */
export function naturalisationOf({ path, start, marriage, interruptions }: NaturalisationEntry, today: string): NaturalisationResult | null {
  if (start === null || (asksForMarriage(path, today) && marriage === null)) return null
  const times = interruptions.filter((time): time is { from: string; to: string } => time.from !== null && time.to !== null)
  if (times.length < interruptions.filter(({ from, to }) => from !== null || to !== null).length || times.some(({ from, to }) => to < from)) return null
  return earliestNaturalisation({ path, start, interruptions: times, ...(marriage !== null && { marriage }) }, today)
}

/** The computation and the state of the conditions as a note. */
export function noteOf({ path, ticked }: NaturalisationEntry, { steps, disclaimer }: NaturalisationResult, today: string): string {
  const conditions = naturalisationConditions(path, today)
  const list = (wanted: boolean): string[] => conditions.filter(({ id }) => ticked.includes(id) === wanted).map(({ label }) => `– ${label}`)
  return [
    ...steps.map(({ title, day, detail }) => `${title} (${detail}): ${day === null ? '' : germanDay(day)}`),
    '', 'Liegt vor:', ...(list(true).length > 0 ? list(true) : ['–']), 'Noch offen:', ...(list(false).length > 0 ? list(false) : ['–']), '', disclaimer,
  ].join('\n')
}
