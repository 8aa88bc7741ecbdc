import { Badge, Button, Group, Text } from '@mantine/core'
import { IconFlame } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { directiveKindLabels } from '../../shared/correspondence/directives/model.ts'
import { isNewlyAssigned, openStates, type StatementState } from '../../shared/correspondence/statements/workflow.ts'
import { isoDay } from '../../shared/dates.ts'
import { daysBetween, germanDay } from '../../shared/holidays/days.ts'
import { api } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { usePreference } from '../app/usePreference.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import { Card, CardList, CardRow } from './Card.tsx'

const shown = 5

/** Statements that wait for whoever looks, and what stands next on the ladders of all others. Nothing where there is none. */
export function StatementsCard() {
  const navigate = useNavigate()
  const [, setFilter] = usePreference('statements.filter', 'open')
  const { data, error, refetch } = useQuery(api.correspondence.statements.upcoming.queryOptions({ input: { limit: shown } }))
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data || data.mineTotal + data.next.length === 0) return null
  const mine = new Set(data.mine.map(({ id }) => id))
  const others = data.next.filter(({ id }) => !mine.has(id))
  return (
    <Card title="Stellungnahmen" note={[data.mineTotal === 1 ? '1 wartet auf Sie' : `${data.mineTotal} warten auf Sie`, data.overdueTotal === 0 ? '' : `${data.overdueTotal} überfällig`].filter(Boolean).join(', ')}>
      <CardList label="Stellungnahmen">
        {[...data.mine, ...others].slice(0, shown + 3).map((each) => (
          <CardRow
            key={each.id} title={each.subject} detail={[each.number, each.requesterName].join(' · ')} onOpen={() => openRecord({ type: 'statement', id: each.id })}
            aside={<Group gap={6} wrap="nowrap">{mine.has(each.id) && isNewlyAssigned(each, isoDay(new Date())) && <Badge variant="light">neu</Badge>}{isLate(each) && <Badge color="red" variant="light" leftSection={<IconFlame size={12} aria-hidden />}>überfällig</Badge>}<Text size="sm" component="span" fw={mine.has(each.id) ? 600 : 400}>{mine.has(each.id) ? each.waits : stepText(each)}</Text></Group>}
          />
        ))}
      </CardList>
      {data.mineTotal > data.mine.length && (
        <Button variant="subtle" size="compact-sm" m="xs" onClick={() => { setFilter('mine'); void navigate({ to: '/correspondence/statements' }) }}>Alle {data.mineTotal} zeigen, die auf Sie warten</Button>
      )}
    </Card>
  )
}

/** Items of Verfügungen that wait for whoever looks. Nothing where there is none. */
export function DirectivesCard() {
  const { data } = useQuery(api.correspondence.directives.mine.queryOptions({ input: { limit: shown } }))
  const today = isoDay(new Date())
  if (!data || data.total === 0) return null
  return (
    <Card title="Verfügungen" note={data.total === 1 ? '1 Punkt offen' : `${data.total} Punkte offen`}>
      <CardList label="Offene Punkte der Verfügungen">
        {data.items.map((item) => (
          <CardRow
            key={item.id} title={item.text} detail={[directiveKindLabels[item.kind], item.letterNumber, item.letterSubject].filter(Boolean).join(' · ')} onOpen={() => openRecord({ type: 'letter', id: item.letterId })}
            aside={item.dueOn === null ? '' : <Text size="sm" component="span" fw={item.dueOn < today ? 600 : 400}>{item.dueOn < today ? 'überfällig seit ' : ''}{germanDay(item.dueOn)}</Text>}
          />
        ))}
      </CardList>
    </Card>
  )
}

/** Mail that is to be looked at again. Nothing where there is none. */
export function FollowUpsCard() {
  const { data } = useQuery(api.correspondence.register.entries.due.queryOptions({ input: { limit: shown } }))
  const today = isoDay(new Date())
  if (!data || data.total === 0) return null
  return (
    <Card title="Wiedervorlagen" note={`${data.total} fällig`}>
      <CardList label="Fällige Wiedervorlagen">
        {data.entries.map((entry) => (
          <CardRow
            key={entry.id} title={entry.subject} detail={`${entry.number} · ${entry.correspondent}`} onOpen={() => openRecord({ type: 'register-entry', id: entry.id })}
            aside={<Group gap={6}><Personal>{germanDay(entry.followUpOn ?? today)}</Personal></Group>}
          />
        ))}
      </CardList>
    </Card>
  )
}

function isLate({ dueOn, nextStep, state }: { dueOn: string | null; nextStep: { dueOn: string } | null; state: StatementState }): boolean {
  const today = isoDay(new Date())
  return openStates.includes(state) && ((dueOn ?? today) < today || (nextStep?.dueOn ?? today) < today)
}

function stepText({ nextStep, dueOn }: { nextStep: { label: string; dueOn: string } | null; dueOn: string | null }): string {
  const [label, day] = nextStep ? [nextStep.label, nextStep.dueOn] : ['Frist', dueOn ?? '']
  const left = daysBetween(isoDay(new Date()), day)
  return `${label} ${left < 0 ? 'überfällig seit' : ''} ${germanDay(day)}`.replace('  ', ' ')
}
