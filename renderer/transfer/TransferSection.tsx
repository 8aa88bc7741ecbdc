import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconPlayerStop } from '@tabler/icons-react'
import { germanDateTime } from '../../shared/dates.ts'
import type { ExportResult, ExportStand } from '../../shared/transfer/model.ts'
import { exportTroubleWords } from '../../shared/transfer/words.ts'
import { office } from '../app/office.ts'
import { sizeText } from '../ui/fileTransfer.ts'
import { showFailure } from '../ui/notices.tsx'
import { ExportForm } from './ExportForm.tsx'
import { useExportStand, useRefreshExport } from './useExport.ts'

const steps = { writing: 'Einträge werden geschrieben', verifying: 'Das Archiv wird zurückgelesen und verglichen' } as const

/** „Gesamtexport": everything of the vault in an open format, in one encrypted archive. */
export function TransferSection() {
  const stand = useExportStand()
  if (!stand) return null
  return (
    <Stack gap="lg" maw={760}>
      <Title order={2}>Gesamtexport</Title>
      <Text size="sm">
        Alles, was das Büro weiß, in einem offenen Format: Tabellen als JSON, Unterlagen als Dateien, mit Verzeichnis und Prüfsummen. Büro und Beratung liegen in getrennten Teilen eines Archivs, das mit einer
        Passphrase verschlüsselt ist und sich ohne dieses Programm öffnen lässt, zum Beispiel mit 7-Zip. Gedacht für den Umzug in ein anderes Programm und für die Aufsicht; eine Sicherung ersetzt der Export nicht.
      </Text>
      {stand.running ? <Running running={stand.running} /> : <ExportForm />}
      {!stand.running && stand.trouble && (
        <Group gap="xs" wrap="nowrap" align="flex-start" role="alert">
          <IconAlertTriangle size={18} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
          <Text size="sm">{exportTroubleWords[stand.trouble]}</Text>
        </Group>
      )}
      {!stand.running && stand.last && !stand.trouble && <Done last={stand.last} />}
    </Stack>
  )
}

function Running({ running: { step, done, total } }: { running: NonNullable<ExportStand['running']> }) {
  const refresh = useRefreshExport()
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" role="status">
        {steps[step]} …
      </Text>
      <Group gap="sm" w="100%">
        <Progress.Root w={320} size="lg">
          <Progress.Section value={total > 0 ? (100 * done) / total : 0} aria-label={steps[step]} />
        </Progress.Root>
        {total > 0 && (
          <Text size="sm" c="dimmed">
            {done.toLocaleString('de-DE')} von {total.toLocaleString('de-DE')}
          </Text>
        )}
      </Group>
      <Button variant="default" leftSection={<IconPlayerStop size={18} aria-hidden />} onClick={() => void office.transfer.stop().then(refresh, showFailure)}>
        Anhalten
      </Button>
    </Stack>
  )
}

const sideWords = { office: 'Büro', counselling: 'Beratung' } as const

function Done({ last }: { last: ExportResult }) {
  return (
    <Stack gap={4} role="status">
      <Group gap="xs">
        <IconCircleCheck size={18} aria-hidden />
        <Text size="sm" fw={600}>
          Exportiert am {germanDateTime(last.at)} Uhr, {sizeText(last.bytes)}, in {last.seconds.toLocaleString('de-DE')} Sekunden. Das Archiv wurde zurückgelesen und stimmt.
        </Text>
      </Group>
      {last.counts.map(({ side, tables, rows, files }) => (
        <Text key={side} size="sm">
          {sideWords[side]}: {rows.toLocaleString('de-DE')} Einträge aus {tables} Tabellen in {files.toLocaleString('de-DE')} Dateien.
        </Text>
      ))}
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        Prüfsumme (SHA-256): {last.sha256}
      </Text>
    </Stack>
  )
}
