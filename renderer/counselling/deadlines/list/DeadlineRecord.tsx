import { Anchor, Button, Group, Menu, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconArrowBackUp, IconCalendarEvent, IconCheck, IconDots, IconFileText, IconHistory, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ownerLabel, type StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'
import { urgencyOf } from '../../../../shared/counselling/deadlines/urgency.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import { hidesData } from '../../../app/failure.ts'
import { api, office } from '../../../app/office.ts'
import { RecordHistory } from '../../../records/RecordHistory.tsx'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../../ui/notices.tsx'
import { Personal } from '../../../ui/Personal.tsx'
import { UrgencyBadge } from '../../../ui/UrgencyBadge.tsx'
import classes from '../../CaseRecord.module.css'
import { Confidential } from '../../Confidential.tsx'
import { useToday } from '../../useToday.ts'
import dayClasses from '../Deadlines.module.css'
import { RedateDialog } from '../entry/DeadlineDialog.tsx'
import { deadlineLabels, describeDeadline } from './deadlineHistory.ts'
import { ConfirmDialog, DoneDialog } from './DecisionDialogs.tsx'
import { DeadlineDetails, HowFound } from './DeadlineDetails.tsx'
import { DeadlineNotices } from './DeadlineNotices.tsx'
import { SlipDialog } from './OutputDialogs.tsx'

/** One deadline: the day, what is open about it, how it was found, and its history. */
export function DeadlineRecord({ id, onClose }: { id: string; onClose(): void }) {
  const { data, error } = useQuery(api.counselling.deadlines.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} />
  return data ? <Record deadline={data} onClose={onClose} /> : null
}

function Record({ deadline, onClose }: { deadline: StoredDeadline; onClose(): void }) {
  const { id, version, number, title, dueOn, dueTime, safeOn, kind, done, restricted } = deadline
  const today = useToday()
  const [dialog, setDialog] = useState<'done' | 'confirm' | 'redate' | 'slip' | null>(null)
  const close = (): void => setDialog(null)
  const act = async (work: () => Promise<{ change: string | null }>, said: string): Promise<void> => {
    try {
      showUndoNotice(said, 'counselling', (await work()).change)
    } catch (error) {
      showFailure(error)
    }
  }
  const remove = (): void => void act(async () => {
    const receipt = await office.counselling.deadlines.remove({ id, version })
    onClose()
    return receipt
  }, `Frist ${number} liegt im Papierkorb.`)
  return (
    <article className={classes.record} aria-label={`Frist ${number}`}>
      <header className={classes.head}>
        <Stack gap={2} miw={0}>
          <Title order={2} size="h3">{title}</Title>
          <Text size="sm" c="dimmed" component="div">
            {number} · <Owner deadline={deadline} /> · zuständig: {deadline.responsibleName}
          </Text>
        </Stack>
        <Group gap="xs">
          {!restricted && (done === null
            ? <Button leftSection={<IconCheck size={18} aria-hidden />} onClick={() => setDialog('done')}>Erledigen</Button>
            : (
              <Button
                variant="default" leftSection={<IconArrowBackUp size={18} aria-hidden />}
                onClick={() => void act(() => office.counselling.deadlines.reopen({ id, version }), `Frist ${number} ist wieder offen.`)}
              >
                Wieder öffnen
              </Button>
            ))}
          {!restricted && <Menu position="bottom-end">
            <Menu.Target><Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>Mehr</Button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconFileText size={16} aria-hidden />} onClick={() => setDialog('slip')}>Fristzettel …</Menu.Item>
              <Menu.Item leftSection={<IconCalendarEvent size={16} aria-hidden />} disabled={done !== null} onClick={() => setDialog('redate')}>Datum ändern …</Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>In den Papierkorb</Menu.Item>
            </Menu.Dropdown>
          </Menu>}
        </Group>
      </header>
      <Stack gap={6} align="flex-start">
        <output className={dayClasses.day}>{kind === 'earliest' ? 'frühestens ' : ''}{germanDay(dueOn)}{dueTime === '' ? '' : `, ${dueTime} Uhr`}</output>
        <UrgencyBadge urgency={urgencyOf(deadline, today)} />
        {safeOn !== dueOn && <Text>Sicherer Tag: <strong>{germanDay(safeOn)}</strong></Text>}
      </Stack>
      <DeadlineNotices deadline={deadline} onConfirm={() => setDialog('confirm')} />
      <Tabs defaultValue="details" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="details" leftSection={<IconCalendarEvent size={16} aria-hidden />}>Frist</Tabs.Tab>
          {!restricted && <Tabs.Tab value="history" leftSection={<IconHistory size={16} aria-hidden />}>Verlauf</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="details" pt="sm">{restricted ? <HowFound deadline={deadline} /> : <DeadlineDetails key={id} deadline={deadline} />}</Tabs.Panel>
        <Tabs.Panel value="history">
          <RecordHistory side="counselling" record={{ type: 'deadline', id }} labels={deadlineLabels} describe={describeDeadline} />
        </Tabs.Panel>
      </Tabs>
      <Confidential />
      {dialog === 'done' && <DoneDialog deadline={deadline} onClose={close} />}
      {dialog === 'confirm' && <ConfirmDialog deadline={deadline} onClose={close} />}
      {dialog === 'redate' && <RedateDialog deadline={deadline} onClose={close} />}
      {dialog === 'slip' && <SlipDialog deadline={deadline} onClose={close} />}
    </article>
  )
}

/** Leads to the case, or to the consultation without one. */
function Owner({ deadline }: { deadline: StoredDeadline }) {
  const { caseId, consultationId, restricted } = deadline
  const name = <Personal current>{ownerLabel(deadline)}</Personal>
  if (restricted) return name
  if (caseId !== null) return <Anchor component={Link} to="/counselling" search={{ id: caseId } as never} inherit>{name}</Anchor>
  return consultationId === null ? name : <Anchor component={Link} to="/counselling/consultations" search={{ id: consultationId } as never} inherit>{name}</Anchor>
}
