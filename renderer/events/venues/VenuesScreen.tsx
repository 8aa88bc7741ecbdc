import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBuildingCommunity, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState, type ReactNode } from 'react'
import { stepFreeLabels } from '../../../shared/events/catalogue.ts'
import { useCommand } from '../../app/commands.ts'
import { api } from '../../app/office.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { ListFrame } from '../ListFrame.tsx'
import { NewVenue } from './NewVenue.tsx'
import { VenueRecord } from './VenueRecord.tsx'

/** „Orte": where events take place, with rooms and how one gets in. */
export function VenuesScreen(): ReactNode {
  const { id } = useSearch({ from: '/events/venues' })
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 150)
  const [creating, setCreating] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const { data, error } = useQuery(api.events.venues.list.queryOptions({ input: { query } }))
  useCommand('new', () => setCreating(true))
  useCommand('find-here', () => search.current?.focus())
  const show = (chosen: string | undefined): void => void navigate({ to: '/events/venues', search: chosen ? { id: chosen } : {} })
  if (error) return <FailureAlert error={error} />
  const entries = data?.map((venue) => ({ id: venue.id, title: venue.name, text: [venue.city, stepFreeLabels[venue.stepFree], venue.rooms.length > 0 ? `${venue.rooms.length} ${venue.rooms.length === 1 ? 'Raum' : 'Räume'}` : ''].filter(Boolean).join(' · ') }))
  const list = (
    <ListFrame tab="venues" title="Orte" add="Neuer Ort" onAdd={() => setCreating(true)} entries={entries} empty="Noch kein Ort." current={id} onChoose={show}>
      <TextInput ref={search} aria-label="Orte suchen" placeholder="Name, Anschrift, Raum" leftSection={<IconSearch size={16} aria-hidden />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
    </ListFrame>
  )
  return (
    <>
      <SplitView
        name="events.venues" initial={430} smallest={300} recordSmallest={430} list={list}
        record={id === undefined ? (
          <EmptyState icon={IconBuildingCommunity} title="Kein Ort gewählt" text="Räume, Plätze und Barrierefreiheit werden einmal eingetragen und stehen dann bei jeder Veranstaltung." steps={<Button variant="default" onClick={() => setCreating(true)}>Neuer Ort</Button>} />
        ) : <VenueRecord key={id} id={id} onClose={() => show(undefined)} />}
      />
      {creating && <NewVenue onClose={() => setCreating(false)} onCreated={(created) => { setCreating(false); show(created) }} />}
    </>
  )
}
