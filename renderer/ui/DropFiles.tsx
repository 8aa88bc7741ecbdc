import { Alert, Button, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconAlertTriangle, IconPaperclip } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import classes from './DropFiles.module.css'

/** A place to drop files on, with a button for the keyboard. */
export function DropFiles({ hint, busy, onFiles, label = 'Unterlagen' }: { hint: string; busy: boolean; onFiles(files: readonly File[]): void; label?: string }): ReactNode {
  const open = useRef<() => void>(null)
  return (
    <Dropzone
      unstyled classNames={{ root: classes.drop ?? '' }} openRef={open} onDrop={onFiles} multiple activateOnClick={false} activateOnKeyboard={false} disabled={busy}
      tabIndex={-1} inputProps={{ 'aria-label': label }}
    >
      <IconPaperclip size={22} stroke={1.5} aria-hidden />
      <div className={classes.grow}>
        <Text fw={600} size="sm">Dateien hierher ziehen oder wählen</Text>
        <Text size="xs" c="dimmed">{hint}</Text>
      </div>
      <Button variant="default" loading={busy} onClick={() => open.current?.()}>Datei wählen</Button>
    </Dropzone>
  )
}

/** Why files weren't taken. */
export function Troubles({ troubles }: { troubles: readonly string[] }): ReactNode {
  if (troubles.length === 0) return null
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="Nicht alles wurde übernommen" role="alert">
      {troubles.map((trouble) => <Text size="sm" key={trouble}>{trouble}</Text>)}
    </Alert>
  )
}
