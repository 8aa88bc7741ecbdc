import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconFolderOpen } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Restorable } from '../../../shared/backup/restore/model.ts'
import { sizeWords } from '../../../shared/backup/words.ts'
import { api, desktop, office } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure } from '../../ui/notices.tsx'
import tables from '../../ui/PlainTable.module.css'
import { placeWords, stateName } from './words.ts'

/** First step: which state. */
export function ChooseState({ onBack, onChosen }: { onBack: () => void; onChosen: (state: Restorable) => void }) {
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(api.backup.restore.sources.queryOptions({ staleTime: 0 }))
  const [nothingFound, setNothingFound] = useState(false)

  async function browse(): Promise<void> {
    try {
      const folder = await desktop.chooseBackupFolder()
      if (!folder) return
      setNothingFound((await office.backup.restore.choose(folder)).found === 0)
      await queries.invalidateQueries({ queryKey: api.backup.restore.sources.key() })
    } catch (failed) {
      showFailure(failed)
    }
  }

  return (
    <>
      <Text size="sm">Wählen Sie den Stand, der zurückkommen soll. Bis zum Umschalten wird nichts verändert; danach bleibt der jetzige Stand vollständig erhalten und lässt sich zurückholen.</Text>
      <FailureAlert error={error} retry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm">Im Ordner des Tresors liegt keine Sicherung. Durchsuchen Sie den Stick, die Freigabe oder den Ordner, in dem eine liegt.</Text>}
      {nothingFound && <Alert role="alert" color="amber" icon={<IconAlertTriangle aria-hidden />}>In diesem Ordner liegt keine Sicherung. Wählen Sie den Ordner „Integrationsbuero-Sicherungen“, den Ordner „backups“ eines Tresors oder den Ordner einer einzelnen Sicherung.</Alert>}
      {data && data.length > 0 && <StateTable states={data} onChosen={onChosen} />}
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>Zurück</Button>
        <Button variant="default" leftSection={<IconFolderOpen size={18} aria-hidden />} onClick={() => void browse()}>Anderen Ordner durchsuchen</Button>
      </Group>
    </>
  )
}

function StateTable({ states, onChosen }: { states: readonly Restorable[]; onChosen: (state: Restorable) => void }) {
  return (
    <div className={tables.tableFrame} style={{ maxHeight: 380, overflowY: 'auto' }}>
      <table className={tables.table} aria-label="Stände zur Auswahl">
        <thead><tr><th scope="col">Stand</th><th scope="col">Größe</th><th scope="col">Auswahl</th></tr></thead>
        <tbody>
          {states.map((state, index) => (
            <tr key={`${state.source.place} ${state.source.id}`}>
              <th scope="row">{stateName(state)}<Text size="xs" c="dimmed" fw={400}>{placeWords[state.source.place]}{index === 0 && ', der neueste'}</Text></th>
              <td style={{ whiteSpace: 'nowrap' }}>{sizeWords(state.bytes)}</td>
              <td>{state.trouble ?? <Button size="compact-sm" variant="default" aria-label={`${stateName(state)} ${placeWords[state.source.place]} öffnen`} onClick={() => onChosen(state)}>Öffnen</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
