import { Text, Title } from '@mantine/core'
import { IconArmchair, IconBus, IconDisabled, IconEar, IconLanguage, IconMoodKid, IconNotes, IconToiletPaper, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { stepFreeLabels } from '../../shared/events/catalogue.ts'
import type { EventInput } from '../../shared/events/model.ts'
import { useVenues } from './VenueField.tsx'
import classes from './Events.module.css'

type Told = Pick<EventInput, 'venueId' | 'roomId' | 'accessNote' | 'languages' | 'interpretation' | 'childcare'>

/** Who can come, and what stands in the way: what is known of the place and what was arranged. */
export function AccessCard({ fields }: { fields: Told }): ReactNode {
  const venue = useVenues().find(({ id }) => id === fields.venueId)
  const room = venue?.rooms.find(({ id }) => id === fields.roomId)
  const lines: readonly (readonly [Icon, string])[] = [
    [IconDisabled, venue ? `${room ? `${room.name}: ${stepFreeLabels[room.stepFree]}; Haus: ` : 'Zugang: '}${stepFreeLabels[venue.stepFree]}` : 'Zugang: nicht bekannt'],
    ...(venue ? [
      [IconToiletPaper, venue.accessibleToilet ? 'Rollstuhlgerechte Toilette' : 'Keine rollstuhlgerechte Toilette bekannt'],
      [IconEar, venue.hearingLoop ? 'Induktive Höranlage' : 'Keine Höranlage bekannt'],
    ] as const : []),
    ...(venue && venue.transport !== '' ? [[IconBus, venue.transport]] as const : []),
    ...(room && room.seating !== '' ? [[IconArmchair, room.seating]] as const : []),
    [IconLanguage, [fields.languages === '' ? 'Sprachen: nicht angegeben' : `Sprachen: ${fields.languages}`, fields.interpretation === '' ? '' : `Dolmetschen: ${fields.interpretation}`].filter(Boolean).join('; ')],
    [IconMoodKid, fields.childcare === '' ? 'Kinderbetreuung: keine' : `Kinderbetreuung: ${fields.childcare}`],
    ...[venue?.accessNote ?? '', fields.accessNote].filter(Boolean).map((note) => [IconNotes, note] as const),
  ]
  return (
    <section className={classes.card} aria-label="Zugänglichkeit">
      <Title order={3} size="h5">Zugänglichkeit</Title>
      {!venue && <Text size="sm" c="dimmed">Mit einem Ort aus „Orte“ steht hier, wie man hinein- und hinkommt.</Text>}
      <ul className={classes.access}>
        {lines.map(([Sign, text]) => <li key={text}><Sign size={18} aria-hidden /><span>{text}</span></li>)}
      </ul>
    </section>
  )
}
