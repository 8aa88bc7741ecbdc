import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CalendarLine, Layer } from '../../shared/calendar/model.ts'
import { isoDay } from '../../shared/dates.ts'
import { addDays, germanDay } from '../../shared/holidays/days.ts'
import { keysOf } from '../../shared/shortcuts.ts'
import { api } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import { Card, CardEmpty, CardList, CardRow } from './Card.tsx'

const shown = 8
/** What is due stands in cards of its own; office hours that come every week matter on their day. */
const coming: ReadonlySet<Layer> = new Set<Layer>(['event', 'meeting', 'absence', 'feast', 'action', 'holiday', 'school'])

/** „Heute und demnächst": the office's dates of this day and the week to come. */
export function DatesCard(): ReactNode {
  const navigate = useNavigate()
  const land = useOfficeLand()
  const today = isoDay(new Date())
  const { data, error, refetch } = useQuery(api.calendar.range.queryOptions({ input: { from: today, to: addDays(today, 7), land } }))
  const lines = (data ?? []).filter(({ layer, from }) => coming.has(layer) || (layer === 'hours' && from === today))
  const open = ({ record, from }: CalendarLine): void => (record ? openRecord(record) : void navigate({ to: '/calendar', search: { date: from } }))
  return (
    <Card title="Heute und demnächst" {...(lines.length > shown && { note: `${lines.length - shown} weitere bis ${germanDay(addDays(today, 7))}` })}>
      {error && <FailureAlert error={error} retry={() => void refetch()} />}
      {data && lines.length === 0 && <CardEmpty>In den nächsten sieben Tagen steht nichts im Kalender.</CardEmpty>}
      <CardList label="Heute und demnächst">
        {lines.slice(0, shown).map((line) => (
          <CardRow
            key={line.key} title={line.layer === 'meeting' ? <Personal>{line.title}</Personal> : line.title} detail={[line.mark, line.detail].filter((part) => part !== '').join(' · ')}
            aside={`${line.from <= today ? 'heute' : germanDay(line.from)}${line.fromAt === null ? '' : `, ${line.fromAt}`}`} onOpen={() => open(line)}
          />
        ))}
      </CardList>
      <Group px="md" py={8} justify="space-between">
        <Button size="compact-sm" variant="default" onClick={() => void navigate({ to: '/calendar', search: {} })}>Kalender ({keysOf('area-7')})</Button>
        <Text size="xs" c="dimmed">Mit Festen, Feiertagen und Aktionstagen.</Text>
      </Group>
    </Card>
  )
}
