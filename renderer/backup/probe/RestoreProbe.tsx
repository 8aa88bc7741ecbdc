import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconFileTypePdf, IconTestPipe } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { germanDateTime } from '../../../shared/dates.ts'
import { api, desktop, office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'

/** „Wiederherstellungsprobe": what the last one showed, another one now, its certificate. */
export function RestoreProbe() {
  const queries = useQueryClient()
  const { canSee } = useSession()
  const { data: last } = useQuery(api.backup.probe.last.queryOptions())
  const [busy, setBusy] = useState(false)

  async function run(): Promise<void> {
    setBusy(true)
    try {
      await office.backup.probe.run()
      await queries.invalidateQueries({ queryKey: api.backup.probe.key() })
    } catch (error) {
      showFailure(error)
    }
    setBusy(false)
  }

  async function save(): Promise<void> {
    try {
      const target = await desktop.chooseSaveTarget({ name: 'Wiederherstellungsprobe.pdf', kind: 'pdf' })
      if (!target) return
      await office.backup.probe.saveCertificate({ grant: target.grant })
      showNotice(`„${target.name}“ gespeichert.`)
    } catch (error) {
      showFailure(error)
    }
  }

  return (
    <Stack gap="xs" align="flex-start">
      <Title order={3} size="md">Wiederherstellungsprobe</Title>
      <Text size="sm">Einmal im Monat stellt das Büro die neueste Sicherung von selbst probeweise wieder her: in einen eigenen Ordner, der danach entfernt wird. Jede Datei wird verglichen, beide Datenbanken werden geöffnet und ganz gelesen.</Text>
      {last && last.trouble === null && <Text size="sm" role="status">Letzte Probe am <strong>{germanDateTime(last.at)}</strong>: bestanden, in {last.seconds.toLocaleString('de-DE')} Sekunden, mit der Sicherung vom {germanDateTime(last.setAt)}.</Text>}
      {last && last.trouble !== null && (
        <Alert color="red" variant="light" role="status" icon={<IconAlertTriangle aria-hidden />}>
          <Text size="sm" fw={600}>Die Probe am {germanDateTime(last.at)} ist nicht gelungen: {last.trouble}</Text>
          <Text size="sm">Die Daten des Büros sind davon nicht betroffen. Sichern Sie neu, proben Sie noch einmal und verständigen Sie Ihre IT.</Text>
        </Alert>
      )}
      {last === null && <Text size="sm">Es wurde noch keine Probe gemacht.</Text>}
      <Group gap="sm">
        {canSee('counselling') && <Button variant="default" loading={busy} leftSection={<IconTestPipe size={18} aria-hidden />} onClick={() => void run()}>Jetzt proben</Button>}
        {last && <ExportButton format="pdf" variant="default" leftSection={<IconFileTypePdf size={18} aria-hidden />} onClick={() => void save()}>Bescheinigung speichern</ExportButton>}
      </Group>
    </Stack>
  )
}
