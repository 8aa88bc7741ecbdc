import { Button, Group, Menu, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconFileText, IconFlagCheck, IconHistory, IconListDetails, IconNotes, IconPhone, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { labelOf } from '../../../shared/counselling/catalogues.ts'
import type { ChronologyFilter, Escalation } from '../../../shared/counselling/escalation/model.ts'
import { germanDay } from '../../../shared/holidays/days.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { RecordHistory } from '../../records/RecordHistory.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import classes from '../CaseRecord.module.css'
import { Confidential } from '../Confidential.tsx'
import { Chronology } from './Chronology.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { NewEntryDialog } from './EntryDialogs.tsx'
import { describeEscalation, escalationLabels } from './escalationHistory.ts'
import { EscalationOutput } from './EscalationOutput.tsx'
import { EscalationTexts } from './EscalationTexts.tsx'
import { LinkedIncidents } from './LinkedIncidents.tsx'
import { LevelBadge } from './LevelBadge.tsx'
import { Reachable } from './Reachable.tsx'

/** One situation: its chronology, what is made of it, whom to reach, and its history. */
export function EscalationRecord({ id, onClose }: { id: string; onClose(): void }) {
  const { data, error } = useQuery(api.counselling.escalation.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} />
  return data ? <Record escalation={data} onClose={onClose} /> : null
}

function Record({ escalation, onClose }: { escalation: Escalation; onClose(): void }) {
  const { id, version, number, title, kind, municipality, place, level, beganOn, closedOn } = escalation
  const [dialog, setDialog] = useState<'entry' | 'close' | 'output' | null>(null)
  const [filter, setFilter] = useState<ChronologyFilter>({ kind: null, certainty: null, query: '' })
  const close = (): void => setDialog(null)
  const act = async (work: () => Promise<{ change: string | null }>, said: string): Promise<void> => {
    try {
      showUndoNotice(said, 'counselling', (await work()).change)
    } catch (error) {
      showFailure(error)
    }
  }
  const reopen = (): void => void act(() => office.counselling.escalation.close({ id, version, closing: null }), 'Die Lage ist wieder offen.')
  const remove = (): void => void act(async () => {
    const receipt = await office.counselling.escalation.remove({ id, version })
    onClose()
    return receipt
  }, `Lage ${number} liegt im Papierkorb.`)
  return (
    <article className={classes.record} aria-label={`Lage ${number}`}>
      <header className={classes.head}>
        <Stack gap={4} miw={0} align="flex-start">
          <Title order={2} size="h3">{title}</Title>
          <Text size="sm" c="dimmed">
            {[number, labelOf('escalationKinds', kind), [place, municipality].filter(Boolean).join(', '), closedOn === '' ? `seit ${germanDay(beganOn)}` : `${germanDay(beganOn)} bis ${germanDay(closedOn)}`].filter(Boolean).join(' · ')}
          </Text>
          <LevelBadge level={level} />
        </Stack>
        <Group gap="xs">
          <Button variant="default" leftSection={<IconFileText size={18} aria-hidden />} onClick={() => setDialog('output')}>Lagevermerk …</Button>
          <Menu position="bottom-end">
            <Menu.Target><Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>Mehr</Button></Menu.Target>
            <Menu.Dropdown>
              {closedOn === ''
                ? <Menu.Item leftSection={<IconFlagCheck size={16} aria-hidden />} onClick={() => setDialog('close')}>Abschließen …</Menu.Item>
                : <Menu.Item leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={reopen}>Wieder aufnehmen</Menu.Item>}
              <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>In den Papierkorb</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </header>
      <Tabs defaultValue="chronology" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="chronology" leftSection={<IconListDetails size={16} aria-hidden />}>Chronologie</Tabs.Tab>
          <Tabs.Tab value="texts" leftSection={<IconNotes size={16} aria-hidden />}>Bewertung</Tabs.Tab>
          <Tabs.Tab value="reachable" leftSection={<IconPhone size={16} aria-hidden />}>Kontakte, Vorfälle</Tabs.Tab>
          <Tabs.Tab value="history" leftSection={<IconHistory size={16} aria-hidden />}>Änderungen</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="chronology" pt="sm">
          <Chronology escalation={escalation} filter={filter} onFilter={(patch) => setFilter({ ...filter, ...patch })} onAdd={() => setDialog('entry')} />
        </Tabs.Panel>
        <Tabs.Panel value="texts" pt="sm"><EscalationTexts key={id} current={escalation} /></Tabs.Panel>
        <Tabs.Panel value="reachable" pt="sm"><Stack gap="lg"><Reachable escalation={escalation} /><LinkedIncidents escalation={escalation} /></Stack></Tabs.Panel>
        <Tabs.Panel value="history">
          <RecordHistory side="counselling" record={{ type: 'escalation', id }} labels={escalationLabels} describe={describeEscalation} />
        </Tabs.Panel>
      </Tabs>
      <Confidential />
      {dialog === 'entry' && <NewEntryDialog id={id} onClose={close} />}
      {dialog === 'close' && <CloseDialog escalation={escalation} onClose={close} />}
      {dialog === 'output' && <EscalationOutput escalation={escalation} filter={filter} onClose={close} />}
    </article>
  )
}
