import { Button, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { clockTime } from '../../../../shared/dates.ts'
import type { Participant } from '../../../../shared/events/participants/model.ts'
import { Personal } from '../../../ui/Personal.tsx'
import classes from './CheckIn.module.css'

const shown = 12

/** Who came last, for a slip of the finger. */
export function Arrivals({ participants, onTakeBack }: { participants: readonly Participant[]; onTakeBack(person: Participant): void }): ReactNode {
  const arrived = participants.flatMap((person) => (person.arrivedAt === null ? [] : [{ person, at: person.arrivedAt }])).toSorted((a, b) => b.at.localeCompare(a.at))
  return (
    <section aria-label="Zuletzt gekommen">
      <Title order={2} size="h5">Zuletzt gekommen</Title>
      {arrived.length === 0 && <Text size="sm" c="dimmed">Noch niemand.</Text>}
      <ul className={classes.arrivals}>
        {arrived.slice(0, shown).map(({ person, at }) => (
          <li key={person.id}>
            <span>{clockTime(new Date(at))}</span>
            <Personal>{person.name}{person.persons > 1 ? ` (${person.arrivedPersons} von ${person.persons})` : ''}</Personal>
            <Button size="compact-xs" variant="subtle" aria-label={`${person.name}: Ankunft zurücknehmen`} onClick={() => onTakeBack(person)}>Zurück</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
