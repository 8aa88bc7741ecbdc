import { SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Side } from '../../shared/records/model.ts'
import { api } from '../app/office.ts'
import { useSession } from '../app/session.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { ChainCheck } from './ChainCheck.tsx'
import { EntryList } from './EntryList.tsx'
import { OpenLog } from './OpenLog.tsx'
import { Retention } from './Retention.tsx'

const sides = [{ value: 'office', label: 'Büro' }, { value: 'counselling', label: 'Beratung' }]

/** „Protokoll": who administered, gave out, opened and deleted what, and whether nobody has changed that. */
export function AuditSection() {
  const { canSee } = useSession()
  const [side, setSide] = useState<Side>('office')
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(api.audit.standing.queryOptions())
  // What is done here is an entry itself, so check and list are new, too.
  const again = (): void => void queries.invalidateQueries({ queryKey: api.audit.key() })
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return null
  const { mayRead, open, months, people } = data
  return (
    <Stack gap="lg" maw={1100}>
      <div>
        <Title order={2}>Protokoll</Title>
        <Text size="sm" mt={6}>
          Hier steht, wer Personen und Schlüssel verwaltet, Daten ausgegeben, Identitäten geöffnet und endgültig gelöscht hat. Namen von Ratsuchenden und Kontakten stehen hier nicht. Nicht
          protokolliert werden An- und Abmeldung, Lesen und gewöhnliches Bearbeiten. Einträge bleiben {months} Monate.
        </Text>
      </div>
      {canSee('counselling') && (
        <SegmentedControl aria-label="Welches Protokoll" data={sides} value={side} onChange={(value) => setSide(value as Side)} style={{ alignSelf: 'flex-start' }} />
      )}
      {mayRead && <ChainCheck key={`check-${side}`} side={side} />}
      {mayRead && open[side] === null && <OpenLog side={side} onOpened={again} />}
      <EntryList key={`${side}-${mayRead && open[side] !== null}`} side={side} scope={mayRead && open[side] !== null ? 'all' : 'own'} people={people} />
      {mayRead && <Retention months={months} onChanged={again} />}
    </Stack>
  )
}
