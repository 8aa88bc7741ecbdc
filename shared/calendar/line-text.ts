import { germanDay } from '../holidays/days.ts'
import { layerSingular, type CalendarLine, type Layer } from './model.ts'

/** What has to be done on a day has no time of its own. */
const due: ReadonlySet<Layer> = new Set<Layer>(['task', 'statement', 'counselling'])

/** When a line is, on one of its days: "14:00–18:00", "bis 18:00", "ganztägig", "fällig". */
export function timeOn({ layer, from, fromAt, to, toAt }: CalendarLine, day: string): string {
  if (fromAt === null && due.has(layer)) return 'fällig'
  if (fromAt === null || (from < day && to > day)) return 'ganztägig'
  if (from < day) return toAt === null ? 'ganztägig' : `bis ${toAt}`
  return to > day || toAt === null ? `ab ${fromAt}` : `${fromAt}–${toAt}`
}

/** The time at which a line begins on a day; empty for whole days and for what began before, so that these come first. */
export function beginOn({ from, fromAt }: CalendarLine, day: string): string {
  return from === day ? fromAt ?? '' : ''
}

/** Everything of a line in words, as it is read out: "Veranstaltung: Lindenfest, Sa 12.06.2027, ab 14:00, Marktplatz". */
export function spokenLine(line: CalendarLine): string {
  const { layer, title, from, to, fromAt, toAt, mark, detail } = line
  const days = from === to ? germanDay(from) : `${germanDay(from)} bis ${germanDay(to)}`
  const times = fromAt === null ? '' : toAt === null ? `ab ${fromAt} Uhr` : `${fromAt} bis ${toAt} Uhr`
  return [`${layerSingular[layer]}: ${title}`, days, times, mark, detail].filter((part) => part !== '').join(', ')
}
