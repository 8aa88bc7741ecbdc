import { clockOf, durationText, gapText, timed, type RunItem } from '../../../../shared/events/run/model.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import { dayText } from '../when-where.ts'

/** An item as it stands on paper. */
export interface SheetItem {
  /** "14:05", or a dash. */
  time: string
  /** "bis 14:45, 40 Min." */
  until: string
  title: string
  /** Who, where, technology, notes, and what doesn't fit in time. */
  lines: string[]
}

export interface SheetDay {
  /** Empty where all happens on one day. */
  name: string
  items: SheetItem[]
}

/** The run sheet by days, with the times that follow from the durations. */
export function sheetDays(items: readonly RunItem[], { startsOn, startsAt }: { startsOn: string | null; startsAt: string | null }): SheetDay[] {
  const days = [...groupBy(timed(items, startsAt), ({ item }) => item.day)]
  return days.map(([day, of]) => ({
    name: days.length > 1 ? dayText(day, startsOn) : '',
    items: of.map(({ item, from, to, gap }) => ({
      time: from === null ? '–' : clockOf(from),
      until: [to === null || to === from ? '' : `bis ${clockOf(to)}`, item.minutes === null || item.minutes === 0 ? '' : durationText(item.minutes)].filter(Boolean).join(', '),
      title: item.title || 'ohne Titel',
      lines: [
        [item.who, item.place].filter(Boolean).join(' · '), item.technology === '' ? '' : `Technik: ${item.technology}`, item.note, gap < 0 ? `Achtung: ${gapText(gap)} mit dem Punkt davor.` : '',
      ].filter(Boolean),
    })),
  }))
}
