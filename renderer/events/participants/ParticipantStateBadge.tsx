import { Badge } from '@mantine/core'
import { IconCircle, IconCircleCheck, IconCircleX, IconClock, IconDoorEnter, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { participantStateLabels, type ParticipantState } from '../../../shared/events/participants/catalogue.ts'
import type { Participant } from '../../../shared/events/participants/model.ts'

const looks: Readonly<Record<ParticipantState, readonly [icon: Icon, color: string]>> = {
  registered: [IconCircle, 'gray'], confirmed: [IconCircleCheck, 'petrol'], waiting: [IconClock, 'amber'], cancelled: [IconCircleX, 'gray'],
}

/** Where somebody stands, in a word and a sign; whoever has come is there. */
export function ParticipantStateBadge({ participant: { state, arrivedAt, persons, arrivedPersons } }: { participant: Pick<Participant, 'state' | 'arrivedAt' | 'persons' | 'arrivedPersons'> }): ReactNode {
  const [Sign, color] = arrivedAt === null ? looks[state] : [IconDoorEnter, 'green']
  const word = arrivedAt === null ? participantStateLabels[state] : persons > 1 ? `Da: ${arrivedPersons} von ${persons}` : 'Da'
  return <Badge variant="light" color={color} leftSection={<Sign size={12} aria-hidden />}>{word}</Badge>
}
