import { Group, Text } from '@mantine/core'
import { IconDoorEnter, IconUserPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { clockTime } from '../../../../shared/dates.ts'
import type { Participant, ParticipantInput } from '../../../../shared/events/participants/model.ts'
import { Personal } from '../../../ui/Personal.tsx'
import { ParticipantStateBadge } from '../ParticipantStateBadge.tsx'
import { needsText, personsText } from '../words.ts'
import classes from './CheckIn.module.css'

/** Who may be meant, and at the end whoever isn't on the list. The keys stay in the field above. */
export function Candidates({ people, more, walkIn, active, onPick }: { people: readonly Participant[]; more: number; walkIn: ParticipantInput | null; active: number; onPick(index: number): void }): ReactNode {
  const option = (index: number, children: ReactNode): ReactNode => (
    // Keys reach the options through the field, which has the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div key={people[index]?.id ?? 'walk-in'} id={`check-in-${index}`} role="option" tabIndex={-1} aria-selected={index === active} className={classes.option} onMouseDown={(event) => event.preventDefault()} onClick={() => onPick(index)}>{children}</div>
  )
  return (
    <div id="check-in-options" role="listbox" aria-label="Wer es sein kann" className={classes.options}>
      {people.map((person, index) => option(index, (
        <>
          <div className={classes.who}>
            <Text size="lg" fw={600} component="span"><Personal>{person.name}</Personal></Text>
            <Text size="sm" c="dimmed"><Personal>{[person.organisation, person.persons > 1 ? personsText(person.persons) : '', needsText(person.needs)].filter((part) => part !== '').join(' · ')}</Personal></Text>
          </div>
          <Group gap={6} wrap="nowrap">
            {person.arrivedAt !== null && <Text size="sm" c="dimmed">seit {clockTime(new Date(person.arrivedAt))}</Text>}
            <ParticipantStateBadge participant={person} />
            {index === active && <IconDoorEnter size={18} aria-hidden />}
          </Group>
        </>
      )))}
      {walkIn !== null && option(people.length, (
        <Group gap={8} wrap="nowrap">
          <IconUserPlus size={18} aria-hidden />
          <Text size="sm">Vor Ort eintragen: <Personal><strong>{walkIn.name}</strong>{walkIn.organisation === '' ? '' : `, ${walkIn.organisation}`}</Personal>{walkIn.persons > 1 ? `, ${personsText(walkIn.persons)}` : ''}</Text>
        </Group>
      ))}
      {more > 0 && <Text size="sm" c="dimmed" px={12} py={6} role="presentation">und {more.toLocaleString('de-DE')} weitere: bitte weiterschreiben</Text>}
    </div>
  )
}
