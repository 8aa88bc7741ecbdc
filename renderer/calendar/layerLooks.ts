import { IconBeach, IconCalendarEvent, IconChecklist, IconConfetti, IconDoorEnter, IconFileText, IconFlag, IconHourglass, IconSchool, IconStar, IconUsers, type Icon } from '@tabler/icons-react'
import type { Layer } from '../../shared/calendar/model.ts'

/** The sign of each layer; with its word it says what the colour says. */
export const layerIcons: Readonly<Record<Layer, Icon>> = {
  event: IconCalendarEvent, meeting: IconUsers, hours: IconDoorEnter, absence: IconBeach, task: IconChecklist, statement: IconFileText, feast: IconConfetti, action: IconFlag,
  holiday: IconStar, school: IconSchool, counselling: IconHourglass,
}

/** What one line of a layer is called. */
export const layerSingular: Readonly<Record<Layer, string>> = {
  event: 'Veranstaltung', meeting: 'Termin', hours: 'Sprechzeit', absence: 'Abwesenheit', task: 'Aufgabe', statement: 'Stellungnahme fällig', feast: 'Fest', action: 'Aktionstag', holiday: 'Feiertag',
  school: 'Schulferien', counselling: 'Beratungsfrist',
}

/** Layers that stand in the background: nobody has to go there. */
export const quietLayers: ReadonlySet<Layer> = new Set<Layer>(['feast', 'action', 'holiday', 'school'])
