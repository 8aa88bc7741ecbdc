import { Button, Group, List, Progress, Text, Title } from '@mantine/core'
import type { ImportProgress } from '../../../shared/directory/import.ts'
import type { ImportResult } from './useImport.ts'

const number = new Intl.NumberFormat('de-DE')

/** How far a running import is, with a way to stop it. */
export function ImportProgressBar({ progress: { done, total }, onStop }: { progress: Extract<ImportProgress, { state: 'running' }>; onStop: () => void }) {
  return (
    <Group my="md" gap="md" wrap="nowrap">
      <Progress flex={1} size="lg" value={total === 0 ? 0 : (done / total) * 100} aria-label="Fortschritt des Imports" />
      <Text size="sm" role="status" style={{ whiteSpace: 'nowrap' }}>{`${number.format(done)} von ${number.format(total)}`}</Text>
      <Button variant="default" onClick={onStop}>Anhalten</Button>
    </Group>
  )
}

/** What became of the rows, and the way on. */
export function ImportResultView({ result: { counts, created }, onSaveRejected, onBack }: { result: ImportResult; onSaveRejected: () => void; onBack: () => void }) {
  return (
    <section aria-label="Ergebnis">
      <Title order={2} size="h4" mt="md">
        {created === 1 ? '1 Kontakt importiert' : `${number.format(created)} Kontakte importiert`}
      </Title>
      <List mt="xs" size="sm">
        <List.Item>{number.format(counts.import)} Zeilen übernommen</List.Item>
        <List.Item>{number.format(counts.unchanged)} Zeilen waren schon vorhanden und blieben unverändert</List.Item>
        <List.Item>{number.format(counts.rejected)} Zeilen kommen mit Begründung zurück</List.Item>
      </List>
      <Group mt="md" gap="sm">
        <Button onClick={onBack}>Zu den Kontakten</Button>
        {counts.rejected > 0 && <Button variant="default" onClick={onSaveRejected}>Zurückgegebene Zeilen speichern</Button>}
      </Group>
    </section>
  )
}
