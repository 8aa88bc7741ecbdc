import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CalendarLine, Layer } from '../../shared/calendar/model.ts'
import { ownerLabel } from '../../shared/counselling/deadlines/stored.ts'
import { api } from '../app/office.ts'
import { useSession } from '../app/session.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import type { Period } from './periods.ts'

/** What stands in the calendar in a span of days, of the layers that are shown. Deadlines of counselling come from their own side. */
export function useCalendarLines({ from, to }: Period, hidden: ReadonlySet<Layer>) {
  const land = useOfficeLand()
  const { canSee } = useSession()
  // Paging must not blink: the period before stays until the next one is there.
  const office = useQuery(api.calendar.range.queryOptions({ input: { from, to, land }, placeholderData: (before) => before }))
  const deadlines = useQuery(api.counselling.deadlines.open.queryOptions({ input: canSee('counselling') ? { scope: 'all' } : skipToken }))
  const lines = useMemo(() => {
    const dated = (deadlines.data ?? []).filter(({ dueOn }) => dueOn >= from && dueOn <= to).map((deadline): CalendarLine => ({
      key: `deadline:${deadline.id}`, layer: 'counselling', record: { type: 'deadline', id: deadline.id }, title: deadline.title, detail: ownerLabel(deadline), from: deadline.dueOn, to: deadline.dueOn,
      fromAt: deadline.dueTime || null, toAt: null, mark: '', off: false, repeated: false, movable: false, specialDayId: null,
    }))
    return [...(office.data ?? []), ...dated].filter(({ layer }) => !hidden.has(layer))
  }, [office.data, deadlines.data, hidden, from, to])
  return { lines, loading: office.isPending, error: office.error ?? deadlines.error, retry: () => void Promise.all([office.refetch(), deadlines.refetch()]) }
}
