import { Anchor, Group, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconArrowForwardUp, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { labelOf, topicLabel } from '../../../shared/counselling/catalogues.ts'
import type { Referral } from '../../../shared/counselling/referrals/contract.ts'
import { handOverLabels, targetLabel } from '../../../shared/counselling/referrals/model.ts'
import { germanDay } from '../../../shared/holidays/days.ts'
import { hidesData } from '../../app/failure.ts'
import { api } from '../../app/office.ts'
import { RecordHistory } from '../../records/RecordHistory.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import recordClasses from '../CaseRecord.module.css'
import { Confidential } from '../Confidential.tsx'
import { useToday } from '../useToday.ts'
import { ReferralActions } from './ReferralActions.tsx'
import { describeReferral, referralLabels } from './referralHistory.ts'
import classes from './Referrals.module.css'
import { FeedbackBadge } from './StateBadge.tsx'

/** One referral with its feedback and history. */
export function ReferralRecord({ id, onRemoved }: { id: string; onRemoved(): void }) {
  const { data, error } = useQuery(api.counselling.referrals.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} />
  return data ? <Record referral={data} onRemoved={onRemoved} /> : null
}

function Record({ referral, onRemoved }: { referral: Referral; onRemoved(): void }) {
  const { id, date, caseId, trashed } = referral
  const today = useToday()
  const { data: of } = useQuery(api.counselling.cases.get.queryOptions({ input: { id: caseId ?? '' }, enabled: caseId !== null }))
  return (
    <article className={recordClasses.record} aria-label={`Verweisung an ${targetLabel(referral)}`}>
      <header className={recordClasses.head}>
        <Stack gap={2} miw={0}>
          <Title order={2} size="h3"><Personal>{targetLabel(referral)}</Personal></Title>
          <Text size="sm" c="dimmed" component="div">Verwiesen am {germanDay(date)} · <Owner referral={referral} /> · {referral.counsellorName}</Text>
          <Group gap={6} mt={4}><FeedbackBadge referral={referral} today={today} /></Group>
        </Stack>
        {!trashed && <ReferralActions referral={referral} language={of?.language ?? null} named={of !== undefined && !of.anonymous} onRemoved={onRemoved} />}
      </header>
      {trashed && <Text fw={600}>Diese Verweisung liegt im Papierkorb.</Text>}
      <Tabs defaultValue="details" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="details" leftSection={<IconArrowForwardUp size={16} aria-hidden />}>Verweisung</Tabs.Tab>
          <Tabs.Tab value="history" leftSection={<IconHistory size={16} aria-hidden />}>Verlauf</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details" pt="sm"><Facts referral={referral} /></Tabs.Panel>
        <Tabs.Panel value="history"><RecordHistory side="counselling" record={{ type: 'referral', id }} labels={referralLabels} describe={describeReferral} /></Tabs.Panel>
      </Tabs>
      <Confidential />
    </article>
  )
}

function Facts({ referral }: { referral: Referral }) {
  const { topic, quality, about, bring, appointment, handOver, handedWhat, followUp, feedback, contactId } = referral
  const facts: [string, React.ReactNode][] = [
    ['Kontakt', contactId === null ? 'steht in keinem Verzeichnis' : <Anchor component={Link} to="/directory" search={{ id: contactId } as never} size="sm">im Verzeichnis öffnen</Anchor>],
    ['Thema', topicLabel(topic)],
    ['Wie', labelOf('referralQualities', quality)],
    ['Über die Person', handOverLabels[handOver]],
    ['Weitergegeben', handedWhat],
    ['Worum es geht', about],
    ['Mitbringen', bring],
    ['Wann', appointment],
    ['Nachfrage', followUp === null ? '' : <Anchor component={Link} to="/counselling/deadlines" search={{ id: followUp.deadlineId } as never} size="sm">{followUp.number}, ab {germanDay(followUp.dueOn)}{followUp.done ? ', erledigt' : ''}</Anchor>],
    ['Rückmeldung', feedback === null ? '' : [germanDay(feedback.on), labelOf('referralFeedback', feedback.code), feedback.note].filter(Boolean).join(' · ')],
  ]
  return (
    <dl className={classes.facts}>
      {facts.filter(([, value]) => value !== '').map(([label, value]) => <div key={label} style={{ display: 'contents' }}><dt>{label}</dt><dd><Personal current>{value}</Personal></dd></div>)}
    </dl>
  )
}

function Owner({ referral: { caseId, caseNumber, alias, consultationId } }: { referral: Referral }) {
  if (caseId !== null) return <Anchor component={Link} to="/counselling" search={{ id: caseId } as never} inherit underline="always">{caseNumber} · <Personal current>„{alias}“</Personal></Anchor>
  if (consultationId === null) return <>ohne Fall</>
  return <Anchor component={Link} to="/counselling/consultations" search={{ id: consultationId } as never} inherit underline="always">Anonyme Beratung</Anchor>
}
