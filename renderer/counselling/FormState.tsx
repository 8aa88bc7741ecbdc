import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react'
import { SaveState } from '../ui/SaveState.tsx'
import type { RecordForm } from './useRecordForm.ts'

/** Where a form stands, in words; while something is missing it says what. */
export function FormState<Fields>({ form }: { form: RecordForm<Fields> }) {
  const [missing] = Object.values(form.errors)
  if (missing === undefined || form.status.state === 'failed') return <SaveState status={form.status} />
  const untouched = form.id === null && form.status.state === 'unchanged'
  return (
    <Group gap={6} wrap="nowrap" component="output" mih={20}>
      {!untouched && <IconPencil size={16} aria-hidden />}
      <Text size="xs" c="dimmed">{untouched ? '' : `Noch nicht gespeichert: ${missing}`}</Text>
    </Group>
  )
}

/** Lets the person choose when a record was changed elsewhere while it was being edited. */
export function ConflictAlert<Fields>({ form }: { form: RecordForm<Fields> }) {
  if (!form.conflict) return null
  return (
    <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title="Der Eintrag wurde inzwischen an anderer Stelle geändert.">
      <Text size="sm" mb="xs">Ihre Eingabe steht noch im Formular. Welche Fassung soll gelten?</Text>
      <Group gap="xs">
        <Button size="compact-sm" onClick={form.conflict.keepMine}>Meine Fassung behalten</Button>
        <Button size="compact-sm" variant="default" onClick={form.conflict.takeTheirs}>Andere Fassung übernehmen</Button>
      </Group>
    </Alert>
  )
}
