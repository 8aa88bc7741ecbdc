import { Alert, Badge, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { preWarningsOf } from '../../../../shared/counselling/deadlines/practice.ts'
import { deadlineTexts, type DeadlineTexts, type StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'
import { germanDate } from '../../../../shared/dates.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import { office } from '../../../app/office.ts'
import { showFailure, showUndoNotice } from '../../../ui/notices.tsx'
import { CaseSelect } from '../../CaseSelect.tsx'
import { ConflictAlert, FormState } from '../../FormState.tsx'
import { useRecordForm, type RecordForm, type Stored } from '../../useRecordForm.ts'
import { CertaintyBadge, ComputationSteps } from '../DeadlineOutcome.tsx'

const storedOf = ({ id, version, title, task, place, note }: StoredDeadline): Stored<DeadlineTexts> => ({ id, version, fields: { title, task, place, note } })

function useTextsForm(deadline: StoredDeadline): RecordForm<DeadlineTexts> {
  const stored = storedOf(deadline)
  return useRecordForm<DeadlineTexts, StoredDeadline>({
    initial: stored.fields,
    stored,
    errorsOf: (fields) => {
      const parsed = deadlineTexts.safeParse(fields)
      return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]))
    },
    update: (id, version, changed) => office.counselling.deadlines.update({ id, version, texts: changed }),
    read: storedOf,
  })
}

/** What is written about a deadline, its case, and how its day was found. */
export function DeadlineDetails({ deadline }: { deadline: StoredDeadline }) {
  const form = useTextsForm(deadline)
  const [moving, setMoving] = useState(false)
  const move = async (caseId: string | null): Promise<void> => {
    setMoving(true)
    try {
      await form.flush()
      const receipt = await office.counselling.deadlines.move({ id: deadline.id, version: form.version(), caseId })
      showUndoNotice('Frist zugeordnet.', 'counselling', receipt.change)
    } catch (error) {
      showFailure(error)
    } finally {
      setMoving(false)
    }
  }
  const { fields, errors, set } = form
  return (
    <Stack gap="md">
      <Stack gap="sm" maw={620}>
        <ConflictAlert form={form} />
        <TextInput label="Wofür" value={fields.title} error={errors.title} onChange={(event) => set({ title: event.currentTarget.value })} />
        <Textarea
          label="Was zu tun ist" description="steht auf dem Fristzettel; bitte in einfachen Worten" autosize minRows={1} maxRows={6} value={fields.task}
          error={errors.task} onChange={(event) => set({ task: event.currentTarget.value })}
        />
        <Textarea label="Wo" autosize minRows={1} maxRows={4} value={fields.place} error={errors.place} onChange={(event) => set({ place: event.currentTarget.value })} />
        <Textarea label="Notiz" autosize minRows={1} maxRows={10} value={fields.note} error={errors.note} onChange={(event) => set({ note: event.currentTarget.value })} />
        {!moving && <CaseSelect label="Fall" value={deadline.caseId} onChange={(caseId) => caseId !== deadline.caseId && void move(caseId)} />}
        <FormState form={form} />
      </Stack>
      <HowFound deadline={deadline} />
    </Stack>
  )
}

/** How the day of a deadline was found: rule, input, steps and what the notice says. */
export function HowFound({ deadline }: { deadline: StoredDeadline }) {
  const { basis, computation, computedOn, noticeText, reason, certainty, norm, ruleVersion, datedByName } = deadline
  const warnings = preWarningsOf(deadline)
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">So steht das Datum fest</Title>
      <Text size="sm">
        <Badge variant="default" mr={8}>{{ computed: 'gerechnet', notice: 'laut Bescheid', free: 'eigenes Datum' }[basis]}</Badge>
        gesetzt von {datedByName} am {germanDate(deadline.datedAt)}
      </Text>
      {noticeText !== '' && <Text size="sm">Im Bescheid: „{noticeText}“</Text>}
      {basis === 'notice' && computedOn !== null && <Text size="sm">Gerechnet: {germanDay(computedOn.slice(0, 10))}{reason === '' ? '' : ` · Grund für das andere Datum: ${reason}`}</Text>}
      {warnings.length > 0 && <Text size="sm">Vorfrist: {warnings.map(germanDay).join(' · ')}</Text>}
      {computation !== null && (
        <>
          {certainty !== null && <CertaintyBadge certainty={certainty} />}
          <Alert color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />}><Text size="sm" fw={600}>{computation.disclaimer}</Text></Alert>
          {computation.warnings.map((text) => <Text key={text} size="sm">{text}</Text>)}
          <ComputationSteps steps={computation.steps} />
          <Text size="xs" c="dimmed">{norm} · Regel {deadline.ruleId}, Regelwerk {ruleVersion}, Rechtsstand {germanDate(computation.asOf)}</Text>
        </>
      )}
    </Stack>
  )
}
