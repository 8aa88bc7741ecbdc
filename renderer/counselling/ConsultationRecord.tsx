import { Anchor, Button, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconArrowForwardUp, IconCalendarEvent, IconHistory, IconMail, IconMessage } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Consultation } from '../../shared/counselling/contract.ts'
import { germanDay } from '../../shared/holidays/days.ts'
import { useCommand } from '../app/commands.ts'
import { hidesData } from '../app/failure.ts'
import { api } from '../app/office.ts'
import { RecordHistory } from '../records/RecordHistory.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import classes from './CaseRecord.module.css'
import { Confidential } from './Confidential.tsx'
import { CaseDeadlines } from './deadlines/CaseDeadlines.tsx'
import { DeadlineDialog } from './deadlines/entry/DeadlineDialog.tsx'
import { ConsultationEditor } from './ConsultationEditor.tsx'
import { CaseReferrals } from './referrals/CaseReferrals.tsx'
import { IncidentOfConsultation } from './incidents/CaseIncidents.tsx'
import { StartLetter } from './letters/StartLetter.tsx'
import { NewCaseDialog } from './NewCaseDialog.tsx'
import { consultationLabels, describeValue } from './historyLabels.ts'

/** One consultation of the list of all. */
export function ConsultationRecord({ id, onRemoved }: { id: string; onRemoved(): void }) {
  const { data, error } = useQuery(api.counselling.consultations.get.queryOptions({ input: { id } }))
  const [followingUp, setFollowingUp] = useState(false)
  useCommand('follow-up', () => setFollowingUp(true), data !== undefined)
  if (hidesData(error, data)) return <FailureAlert error={error} />
  if (!data) return null
  const title = `Beratung am ${germanDay(data.date)}`
  return (
    <article className={classes.record} aria-label={title}>
      {followingUp && (
        <DeadlineDialog
          {...(data.caseId === null ? { consultationId: id } : { caseId: data.caseId })} method="free" onClose={() => setFollowingUp(false)} onStored={() => setFollowingUp(false)}
        />
      )}
      <Stack gap={2}>
        <Title order={2} size="h3">{title}</Title>
        <Text size="sm" c="dimmed" component="div">{data.caseId === null ? <Anonymous consultation={data} /> : <CaseLink id={data.caseId} />} · {data.counsellorName}</Text>
      </Stack>
      <Tabs defaultValue="consultation" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="consultation" leftSection={<IconMessage size={16} aria-hidden />}>Beratung</Tabs.Tab>
          {data.caseId === null && <Tabs.Tab value="deadlines" leftSection={<IconCalendarEvent size={16} aria-hidden />}>Fristen</Tabs.Tab>}
          {data.caseId === null && <Tabs.Tab value="referrals" leftSection={<IconArrowForwardUp size={16} aria-hidden />}>Verweisungen</Tabs.Tab>}
          <Tabs.Tab value="history" leftSection={<IconHistory size={16} aria-hidden />}>Verlauf</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="consultation" pt="sm">
          <ConsultationEditor consultation={data satisfies Consultation} onRemoved={onRemoved} />
          <LetterOfConsultation caseId={data.caseId} day={data.date} />
          <IncidentOfConsultation consultationId={id} reportedOn={data.date} />
        </Tabs.Panel>
        {data.caseId === null && <Tabs.Panel value="deadlines" pt="sm"><CaseDeadlines consultationId={id} /></Tabs.Panel>}
        {data.caseId === null && (
          <Tabs.Panel value="referrals" pt="sm"><CaseReferrals owner={{ caseId: null, consultationId: id }} language={data.language} named={false} topic={data.topic} /></Tabs.Panel>
        )}
        <Tabs.Panel value="history">
          <RecordHistory side="counselling" record={{ type: 'consultation', id }} labels={consultationLabels} describe={describeValue} />
        </Tabs.Panel>
      </Tabs>
      <Confidential />
    </article>
  )
}

/** Begins a letter from a consultation; without a case there is nothing that it could lie with. */
function LetterOfConsultation({ caseId, day }: { caseId: string | null; day: string }) {
  const [writing, setWriting] = useState(false)
  const { data } = useQuery(api.counselling.cases.get.queryOptions({ input: caseId === null ? skipToken : { id: caseId } }))
  useCommand('letter', () => setWriting(true), data !== undefined)
  if (caseId === null) return <Text size="sm" c="dimmed">Für ein Schreiben machen Sie die Beratung oben zum Fall; er kann ohne Namen geführt werden.</Text>
  return (
    <div>
      <Button size="compact-sm" variant="default" leftSection={<IconMail size={15} aria-hidden />} disabled={!data} onClick={() => setWriting(true)}>Schreiben</Button>
      {writing && data && <StartLetter caseId={data.id} anonymous={data.anonymous} counselledOn={day} onClose={() => setWriting(false)} />}
    </div>
  )
}

/** Offers to open a case for a consultation that has none. */
function Anonymous({ consultation }: { consultation: Consultation }) {
  const [opening, setOpening] = useState(false)
  return (
    <>
      Anonyme Beratung · <Anchor component="button" type="button" size="sm" onClick={() => setOpening(true)}>Zum Fall machen</Anchor>
      <NewCaseDialog
        opened={opening}
        consultation={consultation}
        onClose={() => setOpening(false)}
        onCreated={() => setOpening(false)}
      />
    </>
  )
}

/** Leads to the case of a consultation. */
function CaseLink({ id }: { id: string }) {
  const { data } = useQuery(api.counselling.cases.get.queryOptions({ input: { id } }))
  if (!data) return null
  return (
    <Anchor component={Link} to="/counselling" search={{ id } as never}>
      {data.number} · <Personal current>„{data.alias}“</Personal>
    </Anchor>
  )
}
