import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { CalendarLine, Layer } from '../../shared/calendar/model.ts'
import { ownerLabel } from '../../shared/counselling/deadlines/stored.ts'
import { api } from '../app/office.ts'
import { useSession } from '../app/session.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { shownOf, stepped, type CalendarView } from './periods.ts'

/** What can be drawn at once: a view, a day in it, and the lines of that very span. */
interface Drawn {
  view: CalendarView
  date: string
  lines: CalendarLine[]
}

/**
 * What stands in the calendar of a view around a day, of the layers that are shown. Deadlines of counselling come from their own side. Until the lines of a newly chosen
 * span are there, the one before is what is drawn: paging neither blinks nor draws anything twice. The spans before and after are read ahead.
 */
export function useCalendarLines(view: CalendarView, date: string, hidden: ReadonlySet<Layer>) {
  const land = useOfficeLand()
  const { canSee } = useSession()
  const queries = useQueryClient()
  const { from, to } = shownOf(view, date)
  const office = useQuery(api.calendar.range.queryOptions({ input: { from, to, land }, placeholderData: (before) => before }))
  const deadlines = useQuery(api.counselling.deadlines.open.queryOptions({ input: canSee('counselling') ? { scope: 'all' } : skipToken }))
  const lines = useMemo(() => {
    const dated = (deadlines.data ?? []).filter(({ dueOn }) => dueOn >= from && dueOn <= to).map((deadline): CalendarLine => ({
      key: `deadline:${deadline.id}`, layer: 'counselling', record: { type: 'deadline', id: deadline.id }, title: deadline.title, detail: ownerLabel(deadline), from: deadline.dueOn, to: deadline.dueOn,
      fromAt: deadline.dueTime || null, toAt: null, mark: '', off: false, repeated: false, movable: false, specialDayId: null,
    }))
    return [...(office.data ?? []), ...dated].filter(({ layer }) => !hidden.has(layer))
  }, [office.data, deadlines.data, hidden, from, to])
  const settled = !office.isPlaceholderData
  const drawn = useRef<Drawn>({ view, date, lines })
  if (settled) drawn.current = { view, date, lines }
  useEffect(() => {
    if (!settled) return
    for (const step of [1, -1] as const) {
      const near = shownOf(view, stepped(view, date, step))
      void queries.prefetchQuery(api.calendar.range.queryOptions({ input: { from: near.from, to: near.to, land } }))
    }
  }, [settled, view, date, land, queries])
  return { drawn: drawn.current, error: office.error ?? deadlines.error, retry: () => void Promise.all([office.refetch(), deadlines.refetch()]) }
}
