import { Anchor, Button, Stack, Text, Title } from '@mantine/core'
import { IconArrowRight, IconFocus2, IconTopologyStar3 } from '@tabler/icons-react'
import type { ChartBox } from '../../../shared/directory/network/chart-layout.ts'
import { organisationTypeLabel } from '../../../shared/directory/organisation-types.ts'
import { Personal } from '../../ui/Personal.tsx'
import classes from './Network.module.css'

/** Beside the chart: the chosen organisation with its people, each one click away. */
export function ChartDetail({ box, top, onFocus, onOpen, onPicture }: {
  box: ChartBox
  top: boolean
  onFocus: (id: string) => void
  onOpen: (id: string) => void
  onPicture: (id: string) => void
}) {
  const { unit } = box
  return (
    <section className={`${classes.detailPane} no-print`} aria-label="Gewählte Organisation">
      <Title order={3} size="h4">{unit.department || unit.name}</Title>
      <Text size="sm" c="dimmed">{[unit.department && unit.name, organisationTypeLabel(unit.typeCode, 'short')].filter(Boolean).join(' · ')}</Text>
      <Stack gap={6} my="sm">
        <Button size="compact-sm" leftSection={<IconArrowRight size={15} aria-hidden />} onClick={() => onOpen(unit.id)}>Kontakt öffnen</Button>
        {!top && <Button size="compact-sm" variant="default" leftSection={<IconFocus2 size={15} aria-hidden />} onClick={() => onFocus(unit.id)}>Organigramm ab hier</Button>}
        <Button size="compact-sm" variant="default" leftSection={<IconTopologyStar3 size={15} aria-hidden />} onClick={() => onPicture(unit.id)}>Im Netzwerkbild zeigen</Button>
      </Stack>
      {unit.people.length === 0 ? <Text size="sm" c="dimmed">An diesem Tag ist hier keine Person eingetragen.</Text> : (
        <ul className={classes.people} aria-label="Personen">
          {unit.people.map((person) => (
            <li key={`${person.id}${person.title}`}>
              <Anchor component="button" type="button" size="sm" onClick={() => onOpen(person.id)}><Personal>{person.name}</Personal></Anchor>
              {person.title && <Text size="xs" c="dimmed">{person.title}</Text>}
            </li>
          ))}
        </ul>
      )}
      {unit.peopleTotal > unit.people.length && <Text size="xs" c="dimmed">und {unit.peopleTotal - unit.people.length} weitere</Text>}
    </section>
  )
}
