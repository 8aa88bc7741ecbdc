import { Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { api, office } from '../../app/office.ts'
import { useOfficeLand } from '../../app/useOfficeLand.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { attempt } from '../../ui/attempt.ts'

/** Adds the tasks of a template to an event. */
export function AddChecklist({ event, onClose }: { event: OfficeEvent; onClose(): void }): ReactNode {
  const land = useOfficeLand()
  const { data = [] } = useQuery(api.events.checklists.list.queryOptions())
  const [chosen, setChosen] = useState<string | null>(null)
  const checklist = data.find(({ id }) => id === chosen) ?? data.find(({ kinds }) => kinds.includes(event.kind)) ?? data[0]
  const add = async (): Promise<void> => {
    if (checklist && (await attempt(() => office.events.addChecklist({ id: event.id, checklistId: checklist.id, land }), `${checklist.items.length} Aufgaben hinzugefügt.`))) onClose()
  }
  return (
    <DecisionDialog title="Checkliste hinzufügen" confirm="Hinzufügen" disabled={!checklist} onConfirm={() => void add()} onClose={onClose}>
      <Select label="Checkliste" data-autofocus allowDeselect={false} data={data.map(({ id, title, builtin }) => ({ value: id, label: builtin ? title : `${title} (eigene)` }))} value={checklist?.id ?? null} onChange={setChosen} />
      {checklist && <Text size="sm" mt="xs" c="dimmed">{checklist.items.length} Aufgaben, davon {checklist.items.filter(({ permit }) => permit).length} Genehmigungen und Meldungen.</Text>}
    </DecisionDialog>
  )
}
