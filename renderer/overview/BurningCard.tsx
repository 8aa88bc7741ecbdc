import { Group, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ownerLabel } from '../../shared/counselling/deadlines/stored.ts'
import { checkOpen, needsAttention, urgencyOf } from '../../shared/counselling/deadlines/urgency.ts'
import { isoDay } from '../../shared/dates.ts'
import { germanDay } from '../../shared/holidays/days.ts'
import { api } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import { UrgencyBadge } from '../ui/UrgencyBadge.tsx'
import { Card, CardEmpty, CardList, CardRow } from './Card.tsx'

const shown = 6

/** „Was brennt“: deadlines that must be dealt with now or have come within their pre-warning, by number or alias only. */
export function BurningCard() {
  const today = isoDay(new Date())
  const { data, error, refetch } = useQuery(api.counselling.deadlines.open.queryOptions({ input: { scope: 'mine' } }))
  const burning = (data ?? []).filter((deadline) => needsAttention(deadline, today))
  const unchecked = useQuery(api.counselling.deadlines.open.queryOptions({ input: { scope: 'all' } })).data?.filter((deadline) => checkOpen(deadline) && !deadline.mine) ?? []
  const note = data && `${burning.length} von ${data.length} ${data.length === 1 ? 'offenen Frist' : 'offenen Fristen'}`
  return (
    <Card title="Was brennt" {...(note !== undefined && { note })}>
      {error && <FailureAlert error={error} retry={() => void refetch()} />}
      {data && burning.length + unchecked.length === 0 && <CardEmpty>Keine Frist drängt. Alle stehen unter „Beratung“, „Fristen“.</CardEmpty>}
      <CardList label="Was brennt">
        {[...burning.slice(0, shown), ...unchecked].map((deadline) => (
          <CardRow
            key={deadline.id}
            title={<Personal>{ownerLabel(deadline)}</Personal>}
            detail={`Frist ${deadline.number}`}
            aside={
              <Group gap={8} justify="flex-end">
                <Text size="sm" fw={600} component="span">{germanDay(deadline.dueOn)}</Text>
                {checkOpen(deadline) && <IconUsers size={15} role="img" aria-label="Vier-Augen-Prüfung offen" />}
                <UrgencyBadge urgency={urgencyOf(deadline, today)} />
              </Group>
            }
            onOpen={() => openRecord({ type: 'deadline', id: deadline.id })}
          />
        ))}
      </CardList>
      {burning.length > shown && <Text size="sm" c="dimmed" px="md" py={8}>und {burning.length - shown} weitere unter „Beratung“, „Fristen“</Text>}
    </Card>
  )
}
