import { Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { ComingDateInput } from '../ui/ComingDateInput.tsx'
import type { usePeople } from '../ui/PersonField.tsx'
import type { HandoverDraft } from './useHandover.ts'

interface SuccessorStepProps {
  draft: HandoverDraft
  people: ReturnType<typeof usePeople>
  onChange(fields: Partial<HandoverDraft>): void
}

const external = 'external'

/** Who hands over to whom, and when. */
export function SuccessorStep({ draft, people, onChange }: SuccessorStepProps) {
  const others = people.filter(({ id }) => id !== draft.leaverId)
  return (
    <Stack gap="sm" maw={560}>
      <Select
        label="Wer übergibt" allowDeselect={false} value={draft.leaverId} data={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => onChange({ leaverId: id ?? draft.leaverId, ...(id === draft.successorId ? { successorId: null, successorName: '' } : {}) })}
      />
      <Select
        label="Wer übernimmt" allowDeselect={false} value={draft.successorId ?? external}
        data={[{ value: external, label: 'Jemand ohne Zugang zum Büro' }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(id) => onChange(id === external ? { successorId: null, successorName: '' } : { successorId: id, successorName: others.find((person) => person.id === id)?.name ?? '' })}
      />
      <Group grow align="flex-start">
        <TextInput label="Name der Nachfolge" value={draft.successorName} readOnly={draft.successorId !== null} autoComplete="off" onChange={(event) => onChange({ successorName: event.currentTarget.value })} />
        <ComingDateInput label="Tag der Übergabe" value={draft.on} onChange={(on) => on !== null && onChange({ on })} />
      </Group>
      {draft.successorId === null && (
        <Text size="sm" c="dimmed">
          Zuständigkeiten lassen sich erst übergeben, wenn die Nachfolge einen Zugang hat (Personen und Zugänge). Das Dossier entsteht auch ohne.
        </Text>
      )}
      <Textarea
        label="Zum Einstieg" description="Steht am Anfang des Dossiers: was gerade wichtig ist, was zuerst ansteht." autosize minRows={4} maxRows={14}
        value={draft.introduction} onChange={(event) => onChange({ introduction: event.currentTarget.value })}
      />
    </Stack>
  )
}
