import { Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClockEdit } from '@tabler/icons-react'
import type { Autosave } from '../app/useAutosave.ts'
import { useViewing } from '../app/viewing/useViewing.ts'

/** Says in words where a form stands: "Gespeichert 14:03", "Nicht gespeichert: …". Read out to screen readers. */
export function SaveState({ status }: { status: Autosave }) {
  const viewing = useViewing()
  return (
    <Group gap={6} wrap="nowrap" role="status" aria-live="polite" mih={20} data-saves>
      {viewing ? <Text size="xs" c="dimmed">Nur ansehen</Text> : <SaveStateText status={status} />}
    </Group>
  )
}

function SaveStateText({ status }: { status: Autosave }) {
  if (status.state === 'unchanged') return null
  if (status.state === 'failed') {
    return (
      <>
        <IconAlertTriangle size={16} color="var(--mantine-color-error)" aria-hidden />
        <Text size="xs" c="var(--mantine-color-error)">
          Nicht gespeichert: {status.failure.title} {status.failure.next}
        </Text>
      </>
    )
  }
  if (status.state === 'saved') {
    return (
      <>
        <IconCheck size={16} aria-hidden />
        <Text size="xs" c="dimmed">
          Gespeichert {status.at.toLocaleTimeString('de-DE', { hour: '2-digit', minute: '2-digit' })}
        </Text>
      </>
    )
  }
  return (
    <>
      <IconClockEdit size={16} aria-hidden />
      <Text size="xs" c="dimmed">
        {status.state === 'saving' ? 'Wird gespeichert' : 'Noch nicht gespeichert'}
      </Text>
    </>
  )
}
