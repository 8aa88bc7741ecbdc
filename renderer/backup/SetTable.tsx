import { Button, Text, Title } from '@mantine/core'
import { IconCheck, IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupPlace, ListedSet } from '../../shared/backup/model.ts'
import { sizeWords } from '../../shared/backup/words.ts'
import { germanDateTime } from '../../shared/dates.ts'
import { api, office } from '../app/office.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { showFailure } from '../ui/notices.tsx'
import tables from '../ui/PlainTable.module.css'

const placeNames: Record<BackupPlace, string> = { own: 'Tresor', second: 'zweiter Ort' }

/** Every finished backup, the newest first. */
export function SetTable() {
  const { data, error, refetch } = useQuery(api.backup.list.queryOptions())
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data || data.length === 0) return null
  return (
    <div>
      <Title order={3} size="md" mb="xs">Vorhandene Sicherungen</Title>
      <div className={tables.tableFrame}>
        <table className={tables.table} aria-label="Vorhandene Sicherungen">
          <thead><tr><th scope="col">Stand</th><th scope="col">Größe</th><th scope="col">Beim Anlegen geprüft</th><th scope="col">Wo</th><th scope="col">Dateien</th></tr></thead>
          <tbody>{data.map((set) => <SetRow key={set.id} set={set} />)}</tbody>
        </table>
      </div>
    </div>
  )
}

function SetRow({ set }: { set: ListedSet }) {
  return (
    <tr>
      <th scope="row">{germanDateTime(set.createdAt)}</th>
      <td>{sizeWords(set.bytes)}</td>
      <td>{set.opened ? 'geöffnet und gelesen' : 'mit den Dateien verglichen'}</td>
      <td>{set.places.map((place) => placeNames[place]).join(' und ')}</td>
      <td><Verify set={set} /></td>
    </tr>
  )
}

/** Compares every file with its checksum, at each place. */
function Verify({ set }: { set: ListedSet }) {
  const [state, setState] = useState<'untested' | 'running' | 'whole' | string[]>('untested')
  async function verify(): Promise<void> {
    setState('running')
    try {
      const findings: string[] = []
      for (const place of set.places) {
        const found = await office.backup.verify({ id: set.id, place })
        findings.push(...found.findings.map((finding) => (set.places.length > 1 ? `${placeNames[place]}: ${finding}` : finding)))
      }
      setState(findings.length === 0 ? 'whole' : findings)
    } catch (error) {
      setState('untested')
      showFailure(error)
    }
  }
  if (state === 'whole') return <Text size="sm" role="status"><IconCheck size={15} aria-hidden /> unversehrt</Text>
  if (Array.isArray(state)) return <Text size="sm" c="red" role="status">{state.join(' ')} Bitte verwenden Sie eine andere Sicherung und verständigen Sie Ihre IT.</Text>
  return <Button size="compact-sm" variant="default" loading={state === 'running'} leftSection={<IconShieldCheck size={15} aria-hidden />} aria-label={`Sicherung vom ${germanDateTime(set.createdAt)} prüfen`} onClick={() => void verify()}>Prüfen</Button>
}
