import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { germanDate, isoDay } from '../../shared/dates.ts'
import { keysOf } from '../../shared/shortcuts.ts'
import { runCommand } from '../app/commands.ts'
import { api } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { DueBadge } from '../ui/DueBadge.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import { Card, CardEmpty, CardList, CardRow } from './Card.tsx'

const shown = 8

/** „Was zu tun ist": tasks of whoever looks that are overdue, due today or announced. */
export function TasksCard(): ReactNode {
  const { data, error, refetch } = useQuery(api.tasks.burning.queryOptions({ input: { limit: shown } }))
  const today = isoDay(new Date())
  const note = data && [data.overdue === 0 ? '' : `${data.overdue} überfällig`, data.today === 0 ? '' : `${data.today} heute`].filter((part) => part !== '').join(', ')
  return (
    <Card title="Was zu tun ist" {...(note && { note })}>
      {error && <FailureAlert error={error} retry={() => void refetch()} />}
      {data?.tasks.length === 0 && <CardEmpty>Heute ist keine Aufgabe fällig.</CardEmpty>}
      <CardList label="Was zu tun ist">
        {data?.tasks.map(({ id, title, dueOn, recordTitle, givenById, assigneeId, givenByName }) => (
          <CardRow
            key={id} title={title}
            detail={<>{recordTitle !== '' && <><Personal>{recordTitle}</Personal> · </>}{[dueOn === null ? '' : germanDate(dueOn), givenById === assigneeId ? '' : `von ${givenByName}`].filter((part) => part !== '').join(' · ')}</>}
            aside={dueOn === null ? '' : <DueBadge day={dueOn} today={today} />} onOpen={() => openRecord({ type: 'task', id })}
          />
        ))}
      </CardList>
      <Group px="md" py={8} justify="space-between">
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => runCommand('follow-up')}>Aufgabe ({keysOf('follow-up')})</Button>
        <Text size="xs" c="dimmed">Alle stehen unter „Aufgaben“.</Text>
      </Group>
    </Card>
  )
}
