import { Button, Group, Select, Table, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery, skipToken } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { certaintyLabels, specialDayKinds, specialDayLabels, specialDays, type SpecialDay } from '../../shared/calendar/days.ts'
import type { Overruled } from '../../shared/calendar/model.ts'
import { germanDay, parseDay } from '../../shared/holidays/days.ts'
import { api } from '../app/office.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { today } from './periods.ts'
import { SpecialDayDialog } from './SpecialDayDialog.tsx'
import classes from './Calendar.module.css'

/** „Feste und Aktionstage" of a year, those that the office hides too, each with certainty and source. */
export function DaysScreen(): ReactNode {
  const { id } = useSearch({ from: '/calendar/days' })
  const navigate = useNavigate()
  const land = useOfficeLand()
  const thisYear = parseDay(today()).year
  const [year, setYear] = useState(thisYear)
  const [kind, setKind] = useState('')
  const [chosen, setChosen] = useState<SpecialDay | null>(null)
  const span = { from: `${year}-01-01`, to: `${year}-12-31`, land }
  const { data, error, refetch } = useQuery(api.calendar.days.list.queryOptions({ input: span }))
  const { data: wanted } = useQuery(api.calendar.days.get.queryOptions({ input: id === undefined ? skipToken : { id } }))
  const said = new Map((data?.overruled ?? []).map((each) => [each.specialDayId, each]))
  const days = specialDays(span.from, span.to, { land }).filter((day) => kind === '' || day.kind === kind)
  const asked = wanted ? { id: wanted.specialDayId, near: wanted.from ?? nearOf(wanted, land) } : null
  const open = chosen ? { id: chosen.id, near: chosen.from } : asked
  const close = (): void => { setChosen(null); if (id !== undefined) void navigate({ to: '/calendar/days', search: {} }) }
  return (
    <div className={classes.days}>
      <Group justify="space-between">
        <Group gap="sm">
          <Button variant="default" leftSection={<IconArrowLeft size={17} aria-hidden />} onClick={() => void navigate({ to: '/calendar', search: {} })}>Kalender</Button>
          <Title order={1} size="h3">Feste und Aktionstage</Title>
        </Group>
        <Group gap="sm">
          <Select w={180} aria-label="Art" value={kind} data={[{ value: '', label: 'Alle Arten' }, ...specialDayKinds.map((value) => ({ value, label: specialDayLabels[value] }))]} onChange={(value) => setKind(value ?? '')} />
          <Select w={110} aria-label="Jahr" value={String(year)} data={Array.from({ length: 10 }, (_, index) => String(thisYear - 1 + index))} onChange={(value) => setYear(Number(value))} />
        </Group>
      </Group>
      <Text size="sm" c="dimmed">Gerechnet auf diesem Rechner, ohne Internet. „Vorläufig“ heißt: abhängig von der Mondsichtung oder noch nicht bekanntgegeben. Ihr Büro kann jeden Tag anders legen oder ausblenden.</Text>
      {error && <FailureAlert error={error} retry={() => void refetch()} />}
      {/* A table that scrolls must be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.daysTable} role="region" aria-label={`Feste und Aktionstage ${year}`} tabIndex={0}>
        <Table stickyHeader striped highlightOnHover verticalSpacing={4} fz="sm">
          <Table.Thead><Table.Tr>{['Tag', 'Name', 'Art, Gemeinschaft', 'Gewissheit', 'Quelle'].map((heading) => <Table.Th key={heading}>{heading}</Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>
            {days.map((day) => (
              <Table.Tr key={day.id}>
                <Table.Td className={classes.nowrap}>{dates(day, said.get(day.id))}</Table.Td>
                <Table.Td><button type="button" className={classes.agendaTitle} onClick={() => setChosen(day)}>{day.name}</button>{day.eve && <Text size="xs" c="dimmed">ab dem Vorabend</Text>}</Table.Td>
                <Table.Td>{[specialDayLabels[day.kind], day.community].filter((part) => part !== '').join(' · ')}</Table.Td>
                <Table.Td>{stateText(day, said.get(day.id))}</Table.Td>
                <Table.Td>{day.source}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {open && <SpecialDayDialog id={open.id} near={open.near} onClose={close} />}
    </div>
  )
}

function dates({ from, to }: SpecialDay, said: Overruled | undefined): string {
  const [first, last] = said?.from ? [said.from, said.to ?? said.from] : [from, to]
  return first === last ? germanDay(first) : `${germanDay(first)} – ${germanDay(last)}`
}

function stateText({ certainty }: SpecialDay, said: Overruled | undefined): string {
  if (!said) return certaintyLabels[certainty]
  return said.hidden ? 'ausgeblendet' : said.from === null ? `${certaintyLabels[certainty]}, mit Hinweis` : 'vom Büro gelegt'
}

/** A day near one that is only hidden, whose year its id says in another calendar. */
function nearOf({ specialDayId }: Overruled, land: ReturnType<typeof useOfficeLand>): string {
  const year = parseDay(today()).year
  return specialDays(`${year - 3}-01-01`, `${year + 8}-12-31`, { land }).find(({ id }) => id === specialDayId)?.from ?? today()
}
