import { Alert, Button, Center, Group, Loader, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconArrowLeft, IconFileImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { participantFieldLabels } from '../../../../shared/events/participants/import/model.ts'
import { hidesData } from '../../../app/failure.ts'
import { api } from '../../../app/office.ts'
import { ExportButton } from '../../../ui/Export.tsx'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { ListChooser } from '../../../ui/lists/ListChooser.tsx'
import { ListColumns } from '../../../ui/lists/ListColumns.tsx'
import { ListFormat } from '../../../ui/lists/ListFormat.tsx'
import { personsText } from '../words.ts'
import { ImportChoices } from './ImportChoices.tsx'
import { ImportedRows } from './ImportedRows.tsx'
import { useRegistrations, type Registrations } from './useRegistrations.ts'
import classes from '../Participants.module.css'

/** „Anmeldungen importieren": the export of a form or a list kept by hand, looked at before anything is taken. */
export function ImportScreen(): ReactNode {
  const { id = '' } = useSearch({ from: '/events/import' })
  const navigate = useNavigate()
  const { data: event, error } = useQuery(api.events.get.queryOptions({ input: { id } }))
  const list = useRegistrations(id)
  const { overview, result, failure, trouble } = list
  if (hidesData(error, event)) return <FailureAlert error={error} />
  if (!event) return <Center h="100%"><Loader aria-label="Veranstaltung wird geladen" /></Center>
  const back = (): void => void navigate({ to: '/events', search: { id } })
  return (
    <div className={classes.screen}>
      <div>
        <Button variant="subtle" size="compact-sm" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={back}>Zur Veranstaltung</Button>
        <Title order={1} size="h3">Anmeldungen importieren: {event.title}</Title>
      </div>
      {result !== null ? <Done list={list} onBack={back} /> : (
        <>
          <ListChooser
            label="Liste der Anmeldungen" name={list.fileName} disabled={list.busy} accept=".xlsx,.xls,.ods,.csv,.txt,.tsv" onChoose={([file]) => file && void list.begin(file)}
            prompt="Ausgabe des Anmeldeformulars wählen oder hierher ziehen" hint="Excel (.xlsx, .xls), LibreOffice (.ods) oder CSV. Vor dem Import sehen Sie, was aus jeder Zeile wird."
          />
          {trouble !== null && <Alert mt="sm" role="alert" color="red" icon={<IconAlertTriangle aria-hidden />}>{trouble}</Alert>}
          {failure !== null && <FailureAlert error={failure} />}
          {list.reading && <Group mt="md" gap="sm"><Loader size="sm" /><Text size="sm" role="status">Die Datei wird gelesen …</Text></Group>}
          {overview && (
            <>
              <ListFormat found={overview} onChange={list.change} />
              <ListColumns columns={overview.columns} remembered={overview.remembered} fields={participantFieldLabels} onChange={(mapping) => list.change({ mapping })} onForget={() => void list.forget()} />
              <ImportChoices overview={overview} options={list.options} onChange={list.change} />
              <ImportedRows rows={overview.rows} />
              <Actions list={list} />
            </>
          )}
        </>
      )}
    </div>
  )
}

function Actions({ list }: { list: Registrations }): ReactNode {
  if (!list.overview) return null
  const { counts, persons } = list.overview
  const taken = counts.new + counts.waiting + counts.update
  const parts = [personsText(persons.placed), persons.waiting > 0 ? `${personsText(persons.waiting)} auf die Warteliste` : '', counts.update > 0 ? `${counts.update} werden geändert` : ''].filter((part) => part !== '')
  return (
    <div className={classes.actions}>
      <Text size="sm" c="dimmed">{taken === 0 ? 'Nichts Neues in dieser Datei.' : `${parts.join(', ')}. Ein Schritt, der sich rückgängig machen lässt.`}</Text>
      <Button disabled={taken === 0 || list.busy} loading={list.busy} leftSection={<IconFileImport size={17} aria-hidden />} onClick={() => void list.run()}>{taken === 1 ? '1 Zeile übernehmen' : `${taken.toLocaleString('de-DE')} Zeilen übernehmen`}</Button>
    </div>
  )
}

function Done({ list: { result, overview, saveRejected, rejectedFormat }, onBack }: { list: Registrations; onBack(): void }): ReactNode {
  if (result === null) return null
  const { added, waiting, updated } = result
  const back = (overview?.counts.rejected ?? 0) + (overview?.counts.repeated ?? 0)
  return (
    <section aria-label="Ergebnis">
      <Title order={2} size="h4" mt="md">{added + waiting === 1 ? '1 Anmeldung übernommen' : `${(added + waiting).toLocaleString('de-DE')} Anmeldungen übernommen`}</Title>
      <Text mt={4}>{[waiting > 0 ? `${waiting} davon stehen auf der Warteliste.` : '', updated > 0 ? `${updated} waren schon da und sind geändert.` : '', back > 0 ? `${back} Zeilen wurden nicht übernommen.` : ''].filter((part) => part !== '').join(' ')}</Text>
      <Group mt="md" gap="sm">
        <Button onClick={onBack}>Zur Liste</Button>
        {back > 0 && <ExportButton format={rejectedFormat} variant="default" onClick={() => void saveRejected()}>Nicht übernommene Zeilen speichern …</ExportButton>}
      </Group>
    </section>
  )
}
