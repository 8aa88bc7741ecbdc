import type { ReactNode } from 'react'
import type { VenueInput } from '../../../shared/events/model.ts'
import { office } from '../../app/office.ts'
import { attempt } from '../../ui/attempt.ts'
import { NewByTitle } from '../NewByTitle.tsx'

const emptyVenue: VenueInput = { name: '', contactId: null, street: '', postalCode: '', city: '', stepFree: 'unknown', accessibleToilet: false, hearingLoop: false, accessNote: '', transport: '', note: '', rooms: [] }

/** Begins a place with its name. */
export function NewVenue({ onClose, onCreated }: { onClose(): void; onCreated(id: string): void }): ReactNode {
  const create = (name: string): void => void attempt(async () => {
    const created = await office.events.venues.create({ fields: { ...emptyVenue, name } })
    onCreated(created.id)
    return created
  }, 'Ort angelegt.')
  return <NewByTitle title="Neuer Ort" label="Name des Ortes" fault="Bitte dem Ort einen Namen geben." onClose={onClose} onCreate={create} />
}
