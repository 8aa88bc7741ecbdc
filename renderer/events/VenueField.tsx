import { Group, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { EventInput } from '../../shared/events/model.ts'
import { api } from '../app/office.ts'

/** Places that the office keeps. */
export function useVenues() {
  return useQuery(api.events.venues.list.queryOptions({ input: { query: '' } })).data ?? []
}

/** Where an event takes place: a place that the office keeps with its room, or words. */
export function VenueField({ fields, readOnly = false, onChange }: { fields: Pick<EventInput, 'venueId' | 'roomId' | 'placeText'>; readOnly?: boolean; onChange(patch: Partial<EventInput>): void }): ReactNode {
  const venues = useVenues()
  const venue = venues.find(({ id }) => id === fields.venueId)
  const rooms = venue?.rooms ?? []
  return (
    <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
      <Select
        miw={160} label="Ort" placeholder="Ort wählen" searchable clearable={!readOnly} readOnly={readOnly} nothingFoundMessage="Unter „Orte“ anlegen oder daneben eintragen." value={fields.venueId}
        data={venues.map(({ id, name, city }) => ({ value: id, label: [name, city].filter(Boolean).join(', ') }))} onChange={(venueId) => onChange({ venueId, roomId: null })}
      />
      {rooms.length > 0 && (
        <Select
          miw={140} label="Raum" placeholder="Raum wählen" clearable={!readOnly} readOnly={readOnly} value={fields.roomId}
          data={rooms.map(({ id, name, capacity }) => ({ value: id, label: capacity === null ? name : `${name} (${capacity} Plätze)` }))} onChange={(roomId) => onChange({ roomId })}
        />
      )}
      <TextInput miw={160} label={venue ? 'Genauer' : 'Anderer Ort'} maxLength={300} readOnly={readOnly} value={fields.placeText} onChange={(event) => onChange({ placeText: event.currentTarget.value })} />
    </Group>
  )
}
