import { Alert, Button, Group, List, Progress, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ImportProgress } from '../../../shared/directory/import/model.ts'
import type { ImportResult } from './useImport.ts'
import { ExportButton } from '../../ui/Export.tsx'

const number = new Intl.NumberFormat('de-DE')

/** How far a running import is, with a way to stop it. */
export function ImportProgressBar({ progress: { done, total }, onStop }: { progress: Extract<ImportProgress, { state: 'running' }>; onStop: () => void }) {
  return (
    <Group gap="md" wrap="nowrap" flex={1}>
      <Progress flex={1} size="lg" value={total === 0 ? 0 : (done / total) * 100} aria-label="Fortschritt des Imports" />
      <Text size="sm" role="status" style={{ whiteSpace: 'nowrap' }}>{`${number.format(done)} von ${number.format(total)}`}</Text>
      <Button variant="default" onClick={onStop}>Anhalten</Button>
    </Group>
  )
}

/** What became of the rows, and the way on. */
export function ImportResultView({ result: { counts, created, completed, remarks }, unprotected, waiting, onProtect, onSaveRejected, rejectedFormat, onNext, onAgain, onBack }: {
  result: ImportResult
  /** Remarks that did not reach the protected notes. */
  unprotected: number
  /** Further files that were chosen. */
  waiting: number
  onProtect: () => void
  onSaveRejected: () => void
  rejectedFormat: 'xlsx' | 'csv'
  onNext: () => void
  onAgain: () => void
  onBack: () => void
}) {
  const back = counts.rejected + counts.open
  return (
    <section aria-label="Ergebnis">
      <Title order={3} size="h4" mt="md">
        {created === 1 ? '1 Kontakt importiert' : `${number.format(created)} Kontakte importiert`}
      </Title>
      <List mt="xs" size="sm">
        <List.Item>{number.format(counts.new)} Zeilen als neue Kontakte übernommen</List.Item>
        {completed > 0 && <List.Item>{number.format(completed)} vorhandene Kontakte ergänzt</List.Item>}
        <List.Item>{number.format(counts.unchanged)} Zeilen waren schon vorhanden und blieben unverändert</List.Item>
        {counts.skipped > 0 && <List.Item>{number.format(counts.skipped)} Zeilen übersprungen</List.Item>}
        {remarks.length > unprotected && <List.Item>{number.format(remarks.length)} Bemerkungen in die geschützte Notiz verschoben</List.Item>}
        <List.Item>{number.format(back)} Zeilen kommen mit Begründung zurück</List.Item>
      </List>
      {unprotected > 0 && (
        <Alert mt="sm" role="alert" color="red" icon={<IconAlertTriangle aria-hidden />}>
          <Text size="sm">{`${unprotected === 1 ? 'Eine Bemerkung ist' : `${unprotected} Bemerkungen sind`} noch nicht in der geschützten Notiz. Die Kontakte sind importiert; in der Datei steht der Text weiterhin.`}</Text>
          <Button mt="xs" size="compact-sm" variant="default" onClick={onProtect}>Erneut versuchen</Button>
        </Alert>
      )}
      <Group mt="md" gap="sm">
        {waiting > 0 && <Button onClick={onNext}>{waiting === 1 ? 'Nächste Datei' : `Nächste Datei (noch ${waiting})`}</Button>}
        <Button variant={waiting > 0 ? 'default' : 'filled'} onClick={onBack}>Zu den Kontakten</Button>
        {back > 0 && <ExportButton format={rejectedFormat} variant="default" onClick={onSaveRejected}>Zurückgegebene Zeilen speichern</ExportButton>}
        {waiting === 0 && <Button variant="default" onClick={onAgain}>Weitere Liste importieren</Button>}
      </Group>
    </section>
  )
}
