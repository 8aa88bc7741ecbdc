import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { useState } from 'react'
import type { Incident } from '../../../shared/counselling/incidents/contract.ts'
import { wordsOf } from '../../../shared/counselling/incidents/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Section } from '../person/Section.tsx'
import type { IncidentForm } from './useIncidentForm.ts'

/** What becomes of the record when the last case it belongs to is destroyed. */
export function KeepSection({ incident, form }: { incident: Incident; form: IncidentForm }) {
  const [asking, setAsking] = useState(false)
  const [read, setRead] = useState(false)
  const { fields } = form
  const keep = async (wanted: boolean): Promise<void> => {
    if ((await form.flush()) === null) return
    try {
      const { change } = await office.counselling.incidents.keep({ id: incident.id, version: form.version(), keep: wanted })
      showUndoNotice(wanted ? 'Der Vorfall bleibt als anonyme Meldung.' : 'Der Vorfall geht mit dem Fall.', 'counselling', change)
      setAsking(false)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Section title="Wenn der Fall vernichtet wird">
      {incident.kept !== null ? (
        <Group justify="space-between">
          <Text size="sm">Der Vorfall bleibt als anonyme Meldung, ohne Verknüpfung zur Person ({incident.kept.byName}, {germanDate(incident.kept.on)}).</Text>
          <Button size="compact-sm" variant="default" onClick={() => void keep(false)}>Doch mit dem Fall vernichten</Button>
        </Group>
      ) : wordsOf(fields).length === 0 && !incident.hasOffender ? (
        <Text size="sm">In diesem Vorfall steht kein freier Text. Er bleibt für das Monitoring; die Verknüpfung zur Person geht mit dem Fall.</Text>
      ) : (
        <Stack gap="xs">
          <Text size="sm">Der Vorfall enthält freien Text und wird mit dem letzten Fall vernichtet, zu dem er gehört. Er kann stattdessen als anonyme Meldung bleiben.</Text>
          {!asking && <div><Button size="compact-sm" variant="default" leftSection={<IconArchive size={16} aria-hidden />} onClick={() => setAsking(true)}>Als anonyme Meldung behalten …</Button></div>}
          {asking && (
            <Alert color="amber" title="Sagt einer dieser Texte etwas über die Person?">
              <Stack gap="xs">
                <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{wordsOf(fields).join('\n')}</Text>
                <Checkbox label="Ich habe alle Texte gelesen. Niemand ist daraus zu erkennen." checked={read} onChange={(event) => setRead(event.currentTarget.checked)} />
                <Group gap="xs">
                  <Button size="compact-sm" disabled={!read} onClick={() => void keep(true)}>Behalten</Button>
                  <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>Abbrechen</Button>
                </Group>
              </Stack>
            </Alert>
          )}
        </Stack>
      )}
    </Section>
  )
}
