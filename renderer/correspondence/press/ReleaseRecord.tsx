import { Alert, Center, Group, Loader, Tabs, Text, Title } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Release } from '../../../shared/correspondence/press/model.ts'
import { releaseStateLabels } from '../../../shared/correspondence/press/workflow.ts'
import { fieldLabel } from '../../../shared/correspondence/statements/catalogue.ts'
import { germanDate } from '../../../shared/dates.ts'
import { hidesData } from '../../app/failure.ts'
import { api } from '../../app/office.ts'
import { RecordHistory } from '../../records/RecordHistory.tsx'
import { RecordTasks } from '../../records/RecordTasks.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import parts from '../parts.module.css'
import classes from '../statements/Statement.module.css'
import { EmbargoBadge } from './Embargo.tsx'
import { Deliveries } from './Deliveries.tsx'
import { ReleaseActions } from './ReleaseActions.tsx'
import { ReleaseDetails } from './ReleaseDetails.tsx'
import { ReleaseStateBadge } from './ReleaseState.tsx'
import { ReleaseText } from './ReleaseText.tsx'

type View = 'text' | 'details' | 'sent' | 'history'

/** Columns that the history names. */
const labels = {
  state: 'Stand', topic: 'Thema', embargo_at: 'Sperrfrist', submitted_on: 'An die Pressestelle am', submitted_to: 'Pressestelle', released_on: 'Freigegeben am', released_by: 'Freigegeben von',
  return_note: 'Bemerkung der Pressestelle', sent_on: 'Versandt', follow_up_on: 'Nachfragen am', follow_up_done_on: 'Nachfrage erledigt', note: 'Notiz', name: 'Person', text: 'Zitat',
  asked_on: 'Zitat angefragt', granted_on: 'Zitat freigegeben', refused_on: 'Zitat abgelehnt', deleted_at: 'Im Papierkorb',
}

/** One release: its text, embargo and quotes, who got it and what appeared. */
export function ReleaseRecord({ id, onClose }: { id: string; onClose(): void }): ReactNode {
  const { data, error, refetch } = useQuery(api.correspondence.press.releases.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center h="100%"><Loader aria-label="Pressemitteilung wird geladen" /></Center>
  return <Shown release={data} onClose={onClose} />
}

function Shown({ release, onClose }: { release: Release; onClose(): void }): ReactNode {
  const [view, setView] = useState<View>('text')
  const open = release.quotes.filter(({ grantedOn, refusedOn }) => grantedOn === null && refusedOn === null).length
  return (
    <section className={classes.record} aria-label={`Pressemitteilung ${release.number}`}>
      <header className={classes.head}>
        <Group gap="xs">
          <Text size="sm" c="dimmed">Nr. {release.number}</Text>
          <ReleaseStateBadge state={release.state} />
          <EmbargoBadge embargoAt={release.embargoAt} />
        </Group>
        <Title order={2} size="h3" className={classes.title}>{release.title || 'Ohne Überschrift'}</Title>
        <Text size="sm">{courseText(release)}</Text>
        {release.returnNote !== '' && release.state === 'draft' && <Text size="sm" fw={600}>Die Pressestelle bittet: {release.returnNote}</Text>}
        {open > 0 && <Group gap={6} wrap="nowrap"><IconInfoCircle size={16} aria-hidden /><Text size="sm">{open === 1 ? 'Ein Zitat ist' : `${open} Zitate sind`} noch nicht freigegeben und {open === 1 ? 'wird' : 'werden'} nicht gedruckt.</Text></Group>}
        {!release.trashed && <ReleaseActions release={release} onShow={setView} onClose={onClose} />}
      </header>
      {release.trashed && <Alert m="md" title="Diese Pressemitteilung liegt im Papierkorb.">Dort kann sie wiederhergestellt werden.</Alert>}
      {!release.trashed && release.letterTrashed && <Alert m="md" title="Ihr Text liegt im Papierkorb.">Das Schreiben {release.number} kann dort wiederhergestellt werden.</Alert>}
      <RecordTasks record={{ type: 'press-release', id: release.id }} quiet />
      <Tabs value={view} keepMounted={false} onChange={(value) => value && setView(value as View)} className={classes.tabs}>
        <Tabs.List>
          <Tabs.Tab value="text">Text</Tabs.Tab>
          <Tabs.Tab value="details">Sperrfrist und Zitate</Tabs.Tab>
          <Tabs.Tab value="sent">Versand und Echo{release.deliveries.length > 0 ? ` (${release.deliveries.length})` : ''}</Tabs.Tab>
          <Tabs.Tab value="history">Verlauf</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="text" className={classes.panel}><ReleaseText release={release} /></Tabs.Panel>
        <Tabs.Panel value="details" className={classes.panel}><ReleaseDetails release={release} /></Tabs.Panel>
        <Tabs.Panel value="sent" className={classes.panel}><Deliveries release={release} /></Tabs.Panel>
        <Tabs.Panel value="history" className={classes.panel}>
          <div className={parts.page}><RecordHistory side="office" record={{ type: 'press-release', id: release.id }} labels={labels} describe={describe} /></div>
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}

/** How far the release has come, in a sentence. */
function courseText({ state, submittedOn, submittedTo, releasedOn, releasedBy, sentOn }: Release): string {
  const steps = [
    ...(submittedOn === null ? [] : [`an ${submittedTo} am ${germanDate(submittedOn)}`]),
    ...(releasedOn === null ? [] : [`freigegeben von ${releasedBy} am ${germanDate(releasedOn)}`]), ...(sentOn === null ? [] : [`versandt am ${germanDate(sentOn)}`]),
  ]
  if (steps.length === 0) return state === 'draft' ? 'Noch nicht bei der Pressestelle.' : releaseStateLabels[state]
  const text = steps.join(', ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function describe(label: string, value: unknown): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  if (label === labels.state && value in releaseStateLabels) return releaseStateLabels[value as 'draft']
  if (label === labels.topic) return fieldLabel(value)
  return /^\d{4}-\d{2}-\d{2}/u.test(value) ? `${germanDate(value.slice(0, 10))}${value.charAt(10) === 'T' && value.length === 16 ? `, ${value.slice(11)} Uhr` : ''}` : value
}
