import { Center, Loader, SegmentedControl } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { EvaluationView } from './evaluation/EvaluationView.tsx'
import { FiguresView } from './FiguresView.tsx'
import { RosterHead } from './RosterHead.tsx'
import { RosterView } from './RosterView.tsx'
import { useRoster } from './useRoster.ts'
import classes from './Participants.module.css'

type View = 'list' | 'figures' | 'evaluation'
const views: readonly { value: View; label: string }[] = [{ value: 'list', label: 'Liste' }, { value: 'figures', label: 'Zahlen und Löschung' }, { value: 'evaluation', label: 'Auswertung' }]

/** „Teilnehmende": who comes, what they need, what they say afterwards, and until when all that is kept. */
export function ParticipantsTab({ event }: { event: OfficeEvent }): ReactNode {
  const { roster, failure, retry } = useRoster(event.id)
  const [view, setView] = useState<View>('list')
  if (failure) return <FailureAlert error={failure} retry={retry} />
  if (!roster) return <Center h="100%"><Loader aria-label="Teilnehmende werden geladen" /></Center>
  return (
    <div className={classes.tab}>
      <RosterHead event={event} roster={roster} />
      <SegmentedControl className={classes.views} aria-label="Ansicht" value={view} data={[...views]} onChange={(value) => setView(value as View)} />
      {view === 'list' && <RosterView event={event} roster={roster} />}
      {view === 'figures' && <div className={classes.scroll}><FiguresView event={event} roster={roster} /></div>}
      {view === 'evaluation' && <div className={classes.scroll}><EvaluationView event={event} roster={roster} /></div>}
    </div>
  )
}
