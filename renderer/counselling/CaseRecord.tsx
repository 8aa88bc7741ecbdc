import { Button, Group, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconArrowForwardUp, IconCalendarEvent, IconDots, IconMail, IconMessagePlus, IconPaperclip, IconTimeline, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { CASE_KINDS } from '../../shared/counselling/case-number.ts'
import { labelOf } from '../../shared/counselling/catalogues.ts'
import type { Case } from '../../shared/counselling/contract.ts'
import { germanDate } from '../../shared/dates.ts'
import { useCommand } from '../app/commands.ts'
import { failureOf, hidesData } from '../app/failure.ts'
import { api } from '../app/office.ts'
import { RecordHistory } from '../records/RecordHistory.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import { AccessSection } from './access/AccessSection.tsx'
import { ClosingSection } from './access/ClosingSection.tsx'
import { ForeignCase } from './access/ForeignCase.tsx'
import { CaseFields } from './CaseFields.tsx'
import classes from './CaseRecord.module.css'
import { Confidential } from './Confidential.tsx'
import { ConflictAlert, FormState } from './FormState.tsx'
import { caseLabels, describeValue } from './historyLabels.ts'
import { CaseDeadlines } from './deadlines/CaseDeadlines.tsx'
import { DeadlineDialog } from './deadlines/entry/DeadlineDialog.tsx'
import { MergeSection } from './merging/MergeSection.tsx'
import { CaseClocks, IncidentsSection } from './incidents/CaseIncidents.tsx'
import { CaseLetters } from './letters/CaseLetters.tsx'
import { StartLetter } from './letters/StartLetter.tsx'
import { draftName, NewConsultation } from './NewConsultation.tsx'
import { PapersTab } from './papers/PapersTab.tsx'
import { PersonTab } from './person/PersonTab.tsx'
import { Section } from './person/Section.tsx'
import { PrivacySection } from './privacy/PrivacySection.tsx'
import { CaseReferrals } from './referrals/CaseReferrals.tsx'
import { NewReferral, useLastTopic } from './referrals/ReferralDialog.tsx'
import { ReleasesSection } from './referrals/ReleasesSection.tsx'
import { RemoveCase } from './RemoveCase.tsx'
import { SafetyBanner } from './safety/SafetyBanner.tsx'
import { TimeLine } from './TimeLine.tsx'
import { useCaseForm } from './useCaseForm.ts'

/** One case: its course, the person, its papers and what else belongs to it. */
export function CaseRecord({ id, onRemoved }: { id: string; onRemoved(): void }) {
  const { data, error } = useQuery(api.counselling.cases.get.queryOptions({ input: { id } }))
  if (error && failureOf(error).code === 'forbidden') return <ForeignCase id={id} />
  if (hidesData(error, data)) return <FailureAlert error={error} />
  // One that was merged leads to the case it lives on in.
  if (data && data.id !== id) return <Navigate to="/counselling" search={{ id: data.id }} replace />
  return data ? <Record key={data.id} current={data} onRemoved={onRemoved} /> : null
}

function Record({ current, onRemoved }: { current: Case; onRemoved(): void }) {
  const { id, number, alias, kind, language, openedOn, closedOn, counsellorName } = current
  const [tab, setTab] = useState<string | null>('course')
  const [writing, setWriting] = useState(false)
  useCommand('letter', () => setWriting(true))
  const [followingUp, setFollowingUp] = useState(false)
  useCommand('follow-up', () => setFollowingUp(true))
  const [referring, setReferring] = useState(false)
  const topic = useLastTopic(id)
  // Null until the person has opened or closed the form.
  const [opened, setOpened] = useState<boolean | null>(null)
  const [made, setMade] = useState<string | null>(null)
  // Text that was kept from before a lock opens the form again.
  const draft = useQuery(api.drafts.load.queryOptions({ input: { side: 'counselling', form: draftName(id) }, gcTime: 0 }))
  if (draft.data && opened === null) setOpened(true)

  const enter = (): void => {
    setTab('course')
    setOpened(true)
  }
  const done = (): void => {
    setOpened(false)
    setMade(null)
    void draft.refetch()
  }

  return (
    <article className={classes.record} aria-label={`${number} ${alias}`}>
      {followingUp && <DeadlineDialog caseId={id} method="free" onClose={() => setFollowingUp(false)} onStored={() => setFollowingUp(false)} />}
      <header className={classes.head}>
        <Stack gap={2} miw={0}>
          <Title order={2} size="h3">{number} · <Personal current>„{alias}“</Personal></Title>
          <Text size="sm" c="dimmed">
            {[CASE_KINDS[kind].label, language === null ? '' : labelOf('languages', language), `angelegt am ${germanDate(openedOn)}`, closedOn === '' ? '' : `abgeschlossen am ${germanDate(closedOn)}`, counsellorName]
              .filter(Boolean).join(' · ')}
          </Text>
        </Stack>
        <Group gap="xs">
          <Button leftSection={<IconMessagePlus size={18} aria-hidden />} onClick={enter}>Neue Beratung</Button>
          <Button variant="default" leftSection={<IconArrowForwardUp size={18} aria-hidden />} onClick={() => setReferring(true)}>Verweisen</Button>
          <Button variant="default" leftSection={<IconMail size={18} aria-hidden />} onClick={() => setWriting(true)}>Schreiben</Button>
          <RemoveCase current={current} onRemoved={onRemoved} />
        </Group>
      </header>
      <SafetyBanner caseId={id} />
      <CaseClocks caseId={id} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="course" leftSection={<IconTimeline size={16} aria-hidden />}>Verlauf</Tabs.Tab>
          <Tabs.Tab value="deadlines" leftSection={<IconCalendarEvent size={16} aria-hidden />}>Fristen</Tabs.Tab>
          <Tabs.Tab value="person" leftSection={<IconUsers size={16} aria-hidden />}>Person</Tabs.Tab>
          <Tabs.Tab value="papers" leftSection={<IconPaperclip size={16} aria-hidden />}>Unterlagen</Tabs.Tab>
          <Tabs.Tab value="more" leftSection={<IconDots size={16} aria-hidden />}>Weiteres</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="course" pt="sm">
          {opened && <NewConsultation caseId={id} language={language} onDone={done} onMade={setMade} />}
          <TimeLine caseId={id} hidden={made} />
        </Tabs.Panel>
        <Tabs.Panel value="deadlines" pt="sm"><CaseDeadlines caseId={id} /></Tabs.Panel>
        <Tabs.Panel value="person" pt="sm"><PersonTab current={current} /></Tabs.Panel>
        <Tabs.Panel value="papers" pt="sm"><Papers current={current} topic={topic} onWrite={() => setWriting(true)} /></Tabs.Panel>
        <Tabs.Panel value="more" pt="sm"><More current={current} /></Tabs.Panel>
      </Tabs>
      {writing && <StartLetter caseId={id} anonymous={current.anonymous} onClose={() => setWriting(false)} />}
      {referring && <NewReferral owner={{ caseId: id, consultationId: null }} topic={topic} onClose={() => setReferring(false)} />}
      <Confidential />
    </article>
  )
}

/** Tab „Unterlagen": papers, referrals, and what may be told to whom. */
function Papers({ current: { id, language, anonymous }, topic, onWrite }: { current: Case; topic: string | null; onWrite(): void }) {
  return (
    <Stack gap="md">
      <PapersTab caseId={id} />
      <CaseLetters caseId={id} onBegin={onWrite} />
      <CaseReferrals owner={{ caseId: id, consultationId: null }} language={language} named={!anonymous} topic={topic} />
      <ReleasesSection caseId={id} language={language} named={!anonymous} />
    </Stack>
  )
}

/** Tab „Weiteres": what is seldom needed. */
function More({ current }: { current: Case }) {
  return (
    <Stack gap="md">
      <IncidentsSection caseId={current.id} />
      <CaseDetails current={current} />
      <ClosingSection key={current.version} current={current} />
      <AccessSection current={current} />
      <PrivacySection caseId={current.id} />
      <MergeSection current={current} />
      <Section title="Änderungen">
        <RecordHistory side="counselling" record={{ type: 'case', id: current.id }} labels={caseLabels} describe={describeValue} />
      </Section>
    </Stack>
  )
}

function CaseDetails({ current }: { current: Case }) {
  const form = useCaseForm(current)
  return (
    <Section title="Angaben">
      <ConflictAlert form={form} />
      <CaseFields fields={form.fields} errors={form.errors} onChange={form.set} numbered />
      <FormState form={form} />
    </Section>
  )
}
