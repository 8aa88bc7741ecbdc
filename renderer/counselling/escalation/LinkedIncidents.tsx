import { ActionIcon, Anchor, Select, Text, Tooltip } from '@mantine/core'
import { IconUnlink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Escalation } from '../../../shared/counselling/escalation/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { Section } from '../person/Section.tsx'
import classes from './Escalation.module.css'

/** Incidents that belong to the situation; those of somebody else's cases are counted and not named. */
export function LinkedIncidents({ escalation: { id, incidents, hiddenIncidents } }: { escalation: Escalation }) {
  const { data } = useQuery(api.counselling.incidents.list.queryOptions({ input: {} }))
  const act = async (work: () => Promise<{ change: string | null }>, said: string): Promise<void> => {
    try {
      showUndoNotice(said, 'counselling', (await work()).change)
    } catch (error) {
      showFailure(error)
    }
  }
  const linked = new Set(incidents.map(({ incidentId }) => incidentId))
  const choices = (data ?? []).filter((incident) => !linked.has(incident.id))
    .map(({ id: value, number, occurredOn, reportedOn, municipality }) => ({ value, label: [number, germanDate(occurredOn ?? reportedOn), municipality].filter(Boolean).join(' · ') }))
  return (
    <Section title="Vorfälle">
      {incidents.length > 0 && (
        <ul className={classes.rows} aria-label="Vorfälle dieser Lage">
          {incidents.map(({ id: linkId, incidentId, number, summary }) => (
            <li key={linkId}>
              <div>
                <Anchor component={Link} to="/counselling/incidents" search={{ id: incidentId } as never} size="sm" fw={600}>{number}</Anchor>
                {summary !== '' && <Text size="sm" lineClamp={2}><Personal>{summary}</Personal></Text>}
              </div>
              <Tooltip label="Verknüpfung entfernen">
                <ActionIcon
                  variant="subtle" aria-label={`Verknüpfung mit ${number} entfernen`}
                  onClick={() => void act(() => office.counselling.escalation.unlinkIncident({ id, linkId }), 'Verknüpfung entfernt.')}
                >
                  <IconUnlink size={17} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </li>
          ))}
        </ul>
      )}
      {hiddenIncidents > 0 && <Text size="sm" c="dimmed">{hiddenIncidents === 1 ? 'Ein weiterer Vorfall gehört' : `${hiddenIncidents} weitere Vorfälle gehören`} zu Fällen anderer Personen.</Text>}
      <Select
        label="Vorfall verknüpfen" placeholder="Nummer, Tag, Ort" searchable data={choices} value={null} nothingFoundMessage="Kein solcher Vorfall"
        onChange={(incidentId) => incidentId && void act(() => office.counselling.escalation.linkIncident({ id, incidentId }), 'Vorfall verknüpft.')}
      />
    </Section>
  )
}
