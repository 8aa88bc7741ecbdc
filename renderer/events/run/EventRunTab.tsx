import { Radio } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { Equipment } from '../equipment/Equipment.tsx'
import { SafetySheet } from '../safety/SafetySheet.tsx'
import { Shifts } from '../shifts/Shifts.tsx'
import { RunSheet } from './RunSheet.tsx'
import events from '../Events.module.css'
import classes from '../Plan.module.css'

const views = { run: 'Ablaufplan', shifts: 'Schichten', equipment: 'Material', safety: 'Sicherheit' } as const
type View = keyof typeof views

/** „Ablauf": how the day goes, who helps, what is needed, what may happen. */
export function EventRunTab({ event }: { event: OfficeEvent }): ReactNode {
  const [view, setView] = useState<View>('run')
  return (
    <>
      <Radio.Group aria-label="Teil des Ablaufs" value={view} onChange={(value) => setView(value as View)}>
        <div className={classes.switch}>{Object.entries(views).map(([value, label]) => <Radio.Card key={value} value={value} className={events.filter}>{label}</Radio.Card>)}</div>
      </Radio.Group>
      {view === 'run' && <RunSheet event={event} />}
      {view === 'shifts' && <Shifts event={event} />}
      {view === 'equipment' && <Equipment event={event} />}
      {view === 'safety' && <SafetySheet event={event} />}
    </>
  )
}
