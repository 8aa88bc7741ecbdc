import { Alert, Button, Text } from '@mantine/core'
import { IconFileTypeDocx } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { clockTime } from '../../../shared/dates.ts'
import type { EditedCopyState } from '../../../shared/correspondence/round-trip/contract.ts'

export interface EditingBannerProps {
  copy: EditedCopyState
  busy: boolean
  onEnd(): void
}

/** Says that a record is open in another program, what was taken back last, and how it ends. */
export function EditingBanner({ copy, busy, onEnd }: EditingBannerProps): ReactNode {
  const [asked, setAsked] = useState(false)
  const end = (): void => {
    if (copy.held && !asked) setAsked(true)
    else onEnd()
  }
  return (
    <Alert m="md" color="petrol" icon={<IconFileTypeDocx aria-hidden />} title={`In Word geöffnet seit ${clockTime(new Date(copy.since))} Uhr`} role="region" aria-label="In Word geöffnet">
      <Text size="sm" role="status">
        {copy.lastTakenAt ? `Zuletzt zurückgenommen ${clockTime(new Date(copy.lastTakenAt))} Uhr.` : 'Noch nichts zurückgenommen.'}
        {' '}Jedes Speichern in Word wird hier eine neue Fassung.
      </Text>
      {copy.trouble && <Text size="sm" mt="xs" fw={600} role="alert">{copy.trouble}</Text>}
      {asked && copy.held && (
        <Text size="sm" mt="xs" fw={600} role="alert">
          Das Dokument ist in Word noch geöffnet. Was dort nicht gespeichert ist, geht verloren. Bitte erst dort speichern und schließen.
        </Text>
      )}
      <Button mt="sm" size="compact-md" variant="default" onClick={end} loading={busy}>{asked && copy.held ? 'Trotzdem beenden' : 'Bearbeitung beenden'}</Button>
    </Alert>
  )
}
