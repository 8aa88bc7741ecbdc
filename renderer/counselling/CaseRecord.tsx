import { Button, Group, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconHistory, IconId, IconMessagePlus, IconMessages, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CASE_KINDS } from '../../shared/counselling/case-number.ts'
import { labelOf } from '../../shared/counselling/catalogues.ts'
import type { Case } from '../../shared/counselling/contract.ts'
import { germanDate } from '../../shared/dates.ts'
import { hidesData } from '../app/failure.ts'
import { api, office } from '../app/office.ts'
import { RecordHistory } from '../records/RecordHistory.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { Personal } from '../ui/Personal.tsx'
import { CaseFields } from './CaseFields.tsx'
import classes from './CaseRecord.module.css'
import { Confidential } from './Confidential.tsx'
import { ConflictAlert, FormState } from './FormState.tsx'
import { caseLabels, describeValue } from './historyLabels.ts'
import { draftName, NewConsultation } from './NewConsultation.tsx'
import { TimeLine } from './TimeLine.tsx'
import { useCaseForm } from './useCaseForm.ts'

/** One case: its consultations, what is known about it, its history. */
export function CaseRecord({ id, onRemoved }: { id: string; onRemoved(): void }) {
  const { data, error } = useQuery(api.counselling.cases.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} />
  return data ? <Record key={data.id} current={data} onRemoved={onRemoved} /> : null
}

function Record({ current, onRemoved }: { current: Case; onRemoved(): void }) {
  const { id, number, alias, kind, language, openedOn, counsellorName } = current
  const [tab, setTab] = useState<string | null>('consultations')
  // Null until the person has opened or closed the form.
  const [opened, setOpened] = useState<boolean | null>(null)
  const [made, setMade] = useState<string | null>(null)
  // Text that was kept from before a lock opens the form again.
  const draft = useQuery(api.drafts.load.queryOptions({ input: { side: 'counselling', form: draftName(id) }, gcTime: 0 }))
  if (draft.data && opened === null) setOpened(true)

  const enter = (): void => {
    setTab('consultations')
    setOpened(true)
  }
  const done = (): void => {
    setOpened(false)
    setMade(null)
    void draft.refetch()
  }
  const remove = async (): Promise<void> => {
    try {
      const receipt = await office.counselling.cases.remove({ id, version: current.version })
      showUndoNotice(`${number} liegt mit allen Beratungen im Papierkorb.`, 'counselling', receipt.change)
      onRemoved()
    } catch (error) {
      showFailure(error)
    }
  }

  return (
    <article className={classes.record} aria-label={`${number} ${alias}`}>
      <header className={classes.head}>
        <Stack gap={2} miw={0}>
          <Title order={2} size="h3">{number} · <Personal current>„{alias}“</Personal></Title>
          <Text size="sm" c="dimmed">
            {[CASE_KINDS[kind].label, language === null ? '' : labelOf('languages', language), `angelegt am ${germanDate(openedOn)}`, counsellorName]
              .filter(Boolean).join(' · ')}
          </Text>
        </Stack>
        <Group gap="xs">
          <Button leftSection={<IconMessagePlus size={18} aria-hidden />} onClick={enter}>Neue Beratung</Button>
          <Button variant="default" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>Löschen</Button>
        </Group>
      </header>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="consultations" leftSection={<IconMessages size={16} aria-hidden />}>Beratungen</Tabs.Tab>
          <Tabs.Tab value="details" leftSection={<IconId size={16} aria-hidden />}>Angaben</Tabs.Tab>
          <Tabs.Tab value="history" leftSection={<IconHistory size={16} aria-hidden />}>Verlauf</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="consultations" pt="sm">
          {opened && <NewConsultation caseId={id} language={language} onDone={done} onMade={setMade} />}
          <TimeLine caseId={id} hidden={made} />
        </Tabs.Panel>
        <Tabs.Panel value="details" pt="sm"><CaseDetails current={current} /></Tabs.Panel>
        <Tabs.Panel value="history">
          <RecordHistory side="counselling" record={{ type: 'case', id }} labels={caseLabels} describe={describeValue} />
        </Tabs.Panel>
      </Tabs>
      <Confidential />
    </article>
  )
}

function CaseDetails({ current }: { current: Case }) {
  const form = useCaseForm(current)
  return (
    <Stack gap="sm" maw={520}>
      <ConflictAlert form={form} />
      <CaseFields fields={form.fields} errors={form.errors} onChange={form.set} numbered />
      <FormState form={form} />
    </Stack>
  )
}
