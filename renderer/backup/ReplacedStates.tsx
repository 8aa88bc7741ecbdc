import { Badge, Button, Stack, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { proposedFrom, type ReplacedState } from '../../shared/backup/replaced/model.ts'
import { sizeWords } from '../../shared/backup/words.ts'
import { germanDate, germanDateTime, isoDay } from '../../shared/dates.ts'
import { api, office } from '../app/office.ts'
import { useSession } from '../app/session.ts'
import { DecisionDialog } from '../ui/DecisionDialog.tsx'
import { showFailure, showNotice } from '../ui/notices.tsx'
import tables from '../ui/PlainTable.module.css'

/** States that restorations have moved aside: what they hold, since when, and taking them away for good. */
export function ReplacedStates() {
  const { data = [] } = useQuery(api.backup.replaced.list.queryOptions())
  const [removing, setRemoving] = useState<ReplacedState | null>(null)
  if (data.length === 0) return null
  return (
    <div>
      <Title order={3} size="md" mb="xs">Bei einer Wiederherstellung ersetzte Stände</Title>
      <Text size="sm" mb="xs">
        Sie liegen vollständig und verschlüsselt im Ordner des Tresors und lassen sich mit „Früheren Stand wiederherstellen“ zurückholen. Was seither gelöscht wurde, kann noch in ihnen stehen. Von selbst entfernt das
        Büro sie nicht.
      </Text>
      <div className={tables.tableFrame}>
        <table className={tables.table} aria-label="Ersetzte Stände">
          <thead><tr><th scope="col">Ersetzt am</th><th scope="col">Enthält</th><th scope="col">Größe</th><th scope="col">Aufheben</th></tr></thead>
          <tbody>{data.map((state) => <StateRow key={state.id} state={state} onRemove={() => setRemoving(state)} />)}</tbody>
        </table>
      </div>
      {removing && <RemoveDialog state={removing} onClose={() => setRemoving(null)} />}
    </div>
  )
}

function StateRow({ state, onRemove }: { state: ReplacedState; onRemove: () => void }) {
  const { canSee } = useSession()
  const from = proposedFrom(state)
  const isDue = isoDay(new Date()) >= from
  return (
    <tr>
      <th scope="row">{germanDateTime(state.at)}</th>
      <td>{holdsWords(state)}</td>
      <td style={{ whiteSpace: 'nowrap' }}>{sizeWords(state.bytes)}</td>
      <td>
        <Stack gap={4} align="flex-start">
          {isDue ? <Badge variant="light" color="amber" tt="none">Vorschlag: entfernen</Badge> : <Text size="sm">vorsorglich bis {germanDate(from)}</Text>}
          {canSee('counselling') && (
            <Button size="compact-sm" variant="default" leftSection={<IconTrash size={15} aria-hidden />} aria-label={`Stand, der am ${germanDateTime(state.at)} ersetzt wurde, endgültig entfernen`} onClick={onRemove}>
              Endgültig entfernen
            </Button>
          )}
        </Stack>
      </td>
    </tr>
  )
}

function RemoveDialog({ state, onClose }: { state: ReplacedState; onClose: () => void }) {
  const queries = useQueryClient()
  async function remove(): Promise<void> {
    onClose()
    try {
      await office.backup.replaced.remove({ name: state.id })
      showNotice('Der ersetzte Stand wurde entfernt.')
    } catch (error) {
      showFailure(error)
    }
    await queries.invalidateQueries({ queryKey: api.backup.replaced.list.key() })
  }
  return (
    <DecisionDialog title="Ersetzten Stand endgültig entfernen?" confirm="Endgültig entfernen" danger onConfirm={() => void remove()} onClose={onClose}>
      <Stack gap="xs">
        <Text size="sm">Entfernt wird der Stand, der am <strong>{germanDateTime(state.at)}</strong> bei einer Wiederherstellung ersetzt wurde: {holdsWords(state)}, {sizeWords(state.bytes)}.</Text>
        <Text size="sm">Danach lässt er sich nicht mehr zurückholen. Was nur in ihm steht, ist verloren. Der jetzige Stand des Büros und alle Sicherungen bleiben unverändert.</Text>
        {isoDay(new Date()) < proposedFrom(state) && <Text size="sm">Die Wiederherstellung ist noch nicht lange her. Haben Sie nachgesehen, dass im jetzigen Stand nichts fehlt?</Text>}
      </Stack>
    </DecisionDialog>
  )
}

/** „Büro und Beratung, Zugänge von 2 Personen, zuletzt geändert am 22.11.2026, 14:15". */
function holdsWords({ office: hasOffice, counselling, people, changedAt }: ReplacedState): string {
  const parts = [hasOffice && 'Büro', counselling && 'Beratung'].filter(Boolean).join(' und ') || 'keine Datenbank'
  return [
    parts,
    people === null ? 'Zugänge nicht lesbar' : people === 1 ? 'Zugang einer Person' : `Zugänge von ${people} Personen`,
    changedAt && `zuletzt geändert am ${germanDateTime(changedAt)}`,
  ].filter(Boolean).join(', ')
}
