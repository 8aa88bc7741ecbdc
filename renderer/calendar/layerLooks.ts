import { IconBeach, IconCalendarEvent, IconChecklist, IconConfetti, IconDoorEnter, IconFileText, IconFlag, IconHourglass, IconSchool, IconStar, IconUsers, type Icon } from '@tabler/icons-react'
import type { Layer } from '../../shared/calendar/model.ts'

/** The sign of each layer; with its word it says what the colour says. */
export const layerIcons: Readonly<Record<Layer, Icon>> = {
  event: IconCalendarEvent, meeting: IconUsers, hours: IconDoorEnter, absence: IconBeach, task: IconChecklist, statement: IconFileText, feast: IconConfetti, action: IconFlag,
  holiday: IconStar, school: IconSchool, counselling: IconHourglass,
}

/** Layers that stand in the background: nobody has to go there. */
export const quietLayers: ReadonlySet<Layer> = new Set<Layer>(['feast', 'action', 'holiday', 'school'])
