import { Badge, Button, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccessEntry, Grant } from '../../../shared/counselling/access/contract.ts'
import type { Case } from '../../../shared/counselling/contract.ts'
import { germanDate, germanDateTime } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { Section } from '../person/Section.tsx'
import classes from '../person/Person.module.css'
import { ShareForm } from './ShareForm.tsx'

const accessWords: Record<AccessEntry['kind'], string> = {
  identity: 'Identität geöffnet',
  search: 'Nach dem Namen gefunden',
  deputy: 'Im Vertretungsfall geöffnet',
  offender: 'Namen von Verursachern geöffnet',
  export: 'Auskunft vorbereitet',
}

/** Who sees the case beside its counsellor, and who has opened what of it. */
export function AccessSection({ current }: { current: Case }) {
  const queries = useQueryClient()
  // The log grows by openings, which change no record and aren't announced.
  const { data, error } = useQuery(api.counselling.access.ofCase.queryOptions({ input: { caseId: current.id }, refetchOnMount: 'always' }))
  if (error) return <FailureAlert error={error} />
  if (!data) return null
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: api.counselling.access.key() })
  const end = async ({ id, personName }: Grant): Promise<void> => {
    try {
      await office.counselling.access.endShare({ caseId: current.id, grantId: id })
      showNotice(`Der Fall ist für ${personName} wieder geschlossen.`)
      await refresh()
    } catch (failure) {
      showFailure(failure)
    }
  }
  return (
    <>
      <Section title="Wer den Fall sieht">
        <Text size="sm">Geführt von {current.counsellorName}. Die Leitung sieht jeden Fall, andere nur, was für sie geöffnet ist.</Text>
        {data.grants.length > 0 && (
          <ul className={classes.lines} aria-label="Öffnungen für andere">
            {data.grants.map((grant) => (
              <li key={grant.id}>
                <Stack gap={0}>
                  <Text size="sm" fw={600}>{grant.personName} · {grant.kind === 'shared' ? 'Mitberatung' : 'Vertretungsfall'}</Text>
                  <Text size="xs" c="dimmed">
                    bis {germanDate(grant.until)}, geöffnet am {germanDateTime(grant.grantedAt)} von {grant.grantedByName}{grant.reason === '' ? '' : ` – ${grant.reason}`}
                  </Text>
                </Stack>
                {grant.active && data.mayDispose
                  ? <Button size="compact-sm" variant="default" onClick={() => void end(grant)}>Jetzt beenden</Button>
                  : <Badge variant="light" color="gray">{grant.active ? 'offen' : 'beendet'}</Badge>}
              </li>
            ))}
          </ul>
        )}
        {data.mayDispose && <ShareForm current={current} onDone={refresh} />}
      </Section>
      {data.log && (
        <Section title="Protokoll der Zugriffe">
          {data.log.length === 0 && <Text size="sm" c="dimmed">Noch kein Zugriff. Hier steht jedes Öffnen der Identität.</Text>}
          <ul className={classes.lines} aria-label="Zugriffe, der letzte zuerst">
            {data.log.map(({ id, at, personName, kind, reason }) => (
              <li key={id}>
                <Text size="sm">{germanDateTime(at)} · {personName}</Text>
                <Text size="sm" c="dimmed">{accessWords[kind]}{reason === '' ? '' : ` – ${reason}`}</Text>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
