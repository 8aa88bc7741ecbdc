import { Button, Group } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from '../ContactRecord.module.css'

/** The frame of a form over one entry: Enter or the button stores it, Escape leaves everything as it was. */
export function EntryForm({ label, onSubmit, onClose, children }: { label: string; onSubmit: () => void; onClose: () => void; children: ReactNode }) {
  useHotkeys([['Escape', onClose], ['mod+Enter', onSubmit]], [])
  return (
    <form className={classes.group} aria-label={label} noValidate onSubmit={(event) => { event.preventDefault(); onSubmit() }}>
      {children}
      <Group mt="sm" gap="xs">
        <Button type="submit" size="compact-sm">Speichern</Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>Abbrechen</Button>
      </Group>
    </form>
  )
}
