import { Anchor, Button, Group, Text } from '@mantine/core'
import { IconAlarm, IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import rowClasses from '../deadlines/list/DeadlineGroups.module.css'
import { Section } from '../person/Section.tsx'
import { useToday } from '../useToday.ts'
import { IncidentRow, remaining } from './IncidentRow.tsx'
import classes from './Incidents.module.css'
import { useNewIncident } from './useNewIncident.ts'

/** The clocks of a case's incidents, in its header: what runs, and what waits for a decision. */
export function CaseClocks({ caseId }: { caseId: string }) {
  const { data } = useQuery(api.counselling.incidents.ofCase.queryOptions({ input: { caseId } }))
  const today = useToday()
  const ticking = (data ?? []).filter(({ clock }) => clock.running !== null || clock.offered !== null)
  if (ticking.length === 0) return null
  return (
    <ul className={classes.strips} aria-label="Uhren der Vorfälle">
      {ticking.map(({ id, number, clock: { running, offered } }) => (
        <li key={id} className={classes.strip}>
          <Anchor component={Link} size="sm" fw={600} to="/counselling/incidents" search={{ id } as never}>Vorfall {number}</Anchor>
          {running && <Text size="sm" fw={600} className={classes.mark}><IconAlarm size={17} aria-hidden /> {remaining(running, today)}</Text>}
          {offered && <Text size="sm" fw={600} className={classes.mark}><IconAlertTriangle size={17} aria-hidden /> Frist noch nicht übernommen: {remaining(offered, today)}</Text>}
        </li>
      ))}
    </ul>
  )
}

/** The incidents of a case, and the way to another one. */
export function IncidentsSection({ caseId }: { caseId: string }) {
  const { data, error } = useQuery(api.counselling.incidents.ofCase.queryOptions({ input: { caseId } }))
  const today = useToday()
  const navigate = useNavigate()
  const create = useNewIncident()
  return (
    <Section
      title="Vorfälle"
      action={<Button size="compact-sm" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => void create({ caseId })}>Vorfall aufnehmen</Button>}
    >
      {error ? <FailureAlert error={error} /> : null}
      {data?.length === 0 && <Text size="sm" c="dimmed">Kein Vorfall zu diesem Fall. Benachteiligung oder Angriff werden getrennt vom Fall aufgenommen.</Text>}
      {data !== undefined && data.length > 0 && (
        <ul className={rowClasses.list} aria-label="Vorfälle des Falls">
          {data.map((incident) => <IncidentRow key={incident.id} incident={incident} today={today} onOpen={(id) => void navigate({ to: '/counselling/incidents', search: { id } })} />)}
        </ul>
      )}
    </Section>
  )
}

/** Opens a record of an incident from a consultation. */
export function IncidentOfConsultation({ consultationId, reportedOn }: { consultationId: string; reportedOn: string }) {
  const create = useNewIncident()
  return (
    <Group>
      <Button size="compact-sm" variant="default" leftSection={<IconAlertTriangle size={15} aria-hidden />} onClick={() => void create({ consultationId, reportedOn })}>Vorfall aufnehmen</Button>
    </Group>
  )
}
