import { Button, Group, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconDots, IconFileText, IconFirstAidKit, IconFingerprint, IconForms, IconRoute, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { firstAid, shortIncidentLabel } from '../../../shared/counselling/incidents/catalogues.ts'
import type { Incident } from '../../../shared/counselling/incidents/contract.ts'
import type { IncidentFields } from '../../../shared/counselling/incidents/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { useCommand } from '../../app/commands.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { RecordHistory } from '../../records/RecordHistory.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import caseClasses from '../CaseRecord.module.css'
import { Confidential } from '../Confidential.tsx'
import { ConflictAlert, FormState } from '../FormState.tsx'
import { Section } from '../person/Section.tsx'
import { AffectedSection } from './AffectedSection.tsx'
import { ClockPanel } from './ClockPanel.tsx'
import { EvidenceTab } from './EvidenceTab.tsx'
import { FirstAidTab } from './FirstAidTab.tsx'
import { FirstFields } from './FirstFields.tsx'
import { describeIncidentValue, incidentHistoryLabels } from './incidentHistory.ts'
import { KeepSection } from './KeepSection.tsx'
import { MoreGroups } from './MoreGroups.tsx'
import { OffenderSection } from './OffenderSection.tsx'
import { PaperDialog } from './papers/PaperDialog.tsx'
import { StepsTab } from './StepsTab.tsx'
import { useIncidentForm } from './useIncidentForm.ts'

/** One incident: its clock on top, then what happened, what proves it, what is done about it. */
export function IncidentRecord({ id, onRemoved }: { id: string; onRemoved(): void }) {
  const { data, error } = useQuery(api.counselling.incidents.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} />
  return data ? <Record key={data.id} incident={data} onRemoved={onRemoved} /> : null
}

function Record({ incident, onRemoved }: { incident: Incident; onRemoved(): void }) {
  const form = useIncidentForm(incident)
  const [tab, setTab] = useState<string | null>('record')
  const [writing, setWriting] = useState(false)
  useCommand('save', () => void form.flush())
  // The paper is filled in by the office process from what is stored.
  const write = async (): Promise<void> => {
    await form.flush()
    setWriting(true)
  }
  const remove = async (): Promise<void> => {
    try {
      await form.flush()
      const { change } = await office.counselling.incidents.remove({ id: incident.id, version: form.version() })
      form.abandon()
      const open = incident.deadlines.some(({ done }) => done === null)
      showUndoNotice(`${incident.number} liegt im Papierkorb.${open ? ' Die übernommenen Fristen laufen weiter und stehen unter „Fristen“.' : ''}`, 'counselling', change)
      onRemoved()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <article className={caseClasses.record} aria-label={`Vorfall ${incident.number}`}>
      <header className={caseClasses.head}>
        <Stack gap={2} miw={0} style={{ flex: '1 1 240px' }}>
          <Title order={2} size="h3">Vorfall {incident.number}</Title>
          <Text size="sm" c="dimmed">{factsOf(form.fields).concat(`aufgenommen von ${incident.recordedByName}`).join(' · ')}</Text>
        </Stack>
        <Group gap="xs">
          <FormState form={form} />
          <Button variant="default" leftSection={<IconFileText size={18} aria-hidden />} onClick={() => void write()}>Schriftstück …</Button>
          <Button variant="default" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>Löschen</Button>
        </Group>
      </header>
      <ClockPanel incident={incident} form={form} />
      <ConflictAlert form={form} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="record" leftSection={<IconForms size={16} aria-hidden />}>Aufnahme</Tabs.Tab>
          <Tabs.Tab value="evidence" leftSection={<IconFingerprint size={16} aria-hidden />}>Beweise{counted(form.fields.evidence.length)}</Tabs.Tab>
          <Tabs.Tab value="steps" leftSection={<IconRoute size={16} aria-hidden />}>Schritte{counted(form.fields.steps.length)}</Tabs.Tab>
          <Tabs.Tab value="first-aid" leftSection={<IconFirstAidKit size={16} aria-hidden />}>Ersthilfe ({incident.firstAid.length}/{firstAid.items.length})</Tabs.Tab>
          <Tabs.Tab value="more" leftSection={<IconDots size={16} aria-hidden />}>Weiteres</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="record" pt="sm">
          <Stack gap="md">
            <FirstFields form={form} />
            <AffectedSection incident={incident} />
            <MoreGroups form={form} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="evidence" pt="sm"><EvidenceTab incident={incident} form={form} /></Tabs.Panel>
        <Tabs.Panel value="steps" pt="sm"><StepsTab form={form} /></Tabs.Panel>
        <Tabs.Panel value="first-aid" pt="sm"><FirstAidTab incident={incident} /></Tabs.Panel>
        <Tabs.Panel value="more" pt="sm">
          <Stack gap="md">
            <OffenderSection incident={incident} />
            <KeepSection incident={incident} form={form} />
            <Section title="Änderungen">
              <RecordHistory side="counselling" record={{ type: 'incident', id: incident.id }} labels={incidentHistoryLabels} describe={describeIncidentValue} />
            </Section>
          </Stack>
        </Tabs.Panel>
      </Tabs>
      <Confidential />
      {writing && <PaperDialog incident={incident} onClose={() => setWriting(false)} />}
    </article>
  )
}

const counted = (count: number): string => (count === 0 ? '' : ` (${count})`)

function factsOf({ lifeArea, characteristics, occurredOn, municipality, attack }: IncidentFields): string[] {
  const [main] = characteristics
  return [
    attack ? 'Angriff' : '', lifeArea === null ? '' : shortIncidentLabel('lifeAreas', lifeArea), main ? shortIncidentLabel('characteristics', main.code) : '',
    occurredOn === null ? '' : germanDate(occurredOn), municipality,
  ].filter(Boolean)
}
