import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { OverflowTabs } from '../ui/OverflowTabs.tsx'

const paths = { events: '/events', venues: '/events/venues', series: '/events/series', checklists: '/events/checklists', figures: '/events/figures' } as const

type EventsTab = keyof typeof paths

const tabs: readonly { value: EventsTab; label: string }[] = [
  { value: 'events', label: 'Veranstaltungen' }, { value: 'venues', label: 'Orte' }, { value: 'series', label: 'Reihen' }, { value: 'checklists', label: 'Checklisten' }, { value: 'figures', label: 'Zahlen' },
]

/** Leads from one screen of „Veranstaltungen“ to the others. */
export function EventsTabs({ current }: { current: EventsTab }): ReactNode {
  const navigate = useNavigate()
  return <nav aria-label="Veranstaltungen: Ansichten"><OverflowTabs tabs={tabs} current={current} onChange={(value) => void navigate({ to: paths[value] })} /></nav>
}
