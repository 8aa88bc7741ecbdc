import { Alert, Button, Group, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Autosave } from '../app/useAutosave.ts'
import { SaveState } from '../ui/SaveState.tsx'
import classes from './Events.module.css'

/** The right side of a short list: a record that stores itself. */
export function RecordFrame({ label, title, status, trashed, onRemove, children }: { label: string; title: string; status: Autosave; trashed: boolean; onRemove(): void; children: ReactNode }): ReactNode {
  return (
    <section className={classes.page} aria-label={`${label} ${title}`}>
      <Group gap="xs" justify="space-between">
        <Title order={2} size="h3" className={classes.recordTitle}>{title}</Title>
        <Group gap="xs">
          <SaveState status={status} />
          {!trashed && <Button variant="default" size="compact-md" leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>Löschen</Button>}
        </Group>
      </Group>
      {trashed && <Alert title="Dieser Eintrag liegt im Papierkorb.">Dort kann er wiederhergestellt werden.</Alert>}
      {children}
    </section>
  )
}
