import { Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { OfficeEvent } from '../../shared/events/model.ts'
import { addDays } from '../../shared/holidays/days.ts'
import { api, office } from '../app/office.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { DecisionDialog } from '../ui/DecisionDialog.tsx'
import { attempt } from '../ui/attempt.ts'
import { ComingDayField } from '../ui/ComingDayField.tsx'

/** Fifty-two weeks: the same weekday of the next year. */
const year = 364

/** „Als Vorlage für neue Veranstaltung": what was planned comes along, what came of it doesn't. */
export function CopyEvent({ event, onClose, onCreated }: { event: OfficeEvent; onClose(): void; onCreated(id: string): void }): ReactNode {
  const land = useOfficeLand()
  const [title, setTitle] = useState(event.title)
  const [startsOn, setStartsOn] = useState(event.startsOn === null ? null : addDays(event.startsOn, year))
  /** Undefined as long as the proposal stands. */
  const [chosen, setChosen] = useState<string | null | undefined>()
  const { data: checklists = [] } = useQuery(api.events.checklists.list.queryOptions())
  const checklistId = chosen === undefined ? checklists.find(({ kinds }) => kinds.includes(event.kind))?.id ?? null : chosen
  const blank = title.trim() === ''
  const create = (): void => void attempt(async () => {
    const created = await office.events.copy({ id: event.id, title, startsOn, checklistId, land })
    onCreated(created.id)
    return created
  }, 'Veranstaltung nach Vorlage angelegt.')
  return (
    <DecisionDialog title="Als Vorlage für neue Veranstaltung" confirm="Anlegen" disabled={blank} onConfirm={create} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">Mit kommen die Angaben, Beteiligte, der Finanzplan, Schichten, Material, Ablaufplan und Risiken. Belege, Bescheide, eingeteilte Personen und Besuchszahlen bleiben bei „{event.title}“.</Text>
        <TextInput label="Titel" data-autofocus maxLength={300} value={title} error={blank ? 'Bitte der Veranstaltung einen Titel geben.' : undefined} onChange={(change) => setTitle(change.currentTarget.value)} />
        <ComingDayField label="Tag" placeholder="noch offen" description={startsOn === null ? 'Ohne Tag fallen Beginn und Ende weg' : undefined} clearable value={startsOn} onChange={setStartsOn} />
        <Select label="Checkliste" placeholder="ohne Checkliste" clearable data={checklists.map((each) => ({ value: each.id, label: each.title }))} value={checklistId} onChange={setChosen} />
      </Stack>
    </DecisionDialog>
  )
}
