import { Badge } from '@mantine/core'
import { IconAlarm, IconAlertTriangle, IconArrowForwardUp, IconFlame } from '@tabler/icons-react'
import { shortIncidentLabel } from '../../../shared/counselling/incidents/catalogues.ts'
import type { ClockEnd, ClockState, IncidentListItem } from '../../../shared/counselling/incidents/contract.ts'
import { germanDate } from '../../../shared/dates.ts'
import { daysBetween } from '../../../shared/holidays/days.ts'
import { Personal } from '../../ui/Personal.tsx'
import rowClasses from '../deadlines/list/DeadlineGroups.module.css'

/** One line of a list of incidents. */
export function IncidentRow({ incident, today, current = false, onOpen }: { incident: IncidentListItem; today: string; current?: boolean; onOpen(id: string): void }) {
  const { id, number, occurredOn, reportedOn, lifeArea, characteristic, summary, municipality, attack, caseNumbers, clock, nextOn } = incident
  const title = [lifeArea === null ? '' : shortIncidentLabel('lifeAreas', lifeArea), characteristic === null ? '' : shortIncidentLabel('characteristics', characteristic)].filter(Boolean)
  const facts = [germanDate(occurredOn ?? reportedOn), municipality, caseNumbers.join(', '), summary].filter(Boolean)
  return (
    <li>
      <button type="button" className={rowClasses.row} aria-current={current ? 'true' : undefined} onClick={() => onOpen(id)}>
        <span className={rowClasses.day}>{number}</span>
        <span className={rowClasses.title}>{title.length === 0 ? 'noch nicht eingeordnet' : title.join(' · ')}</span>
        <span className={rowClasses.owner}><Personal>{facts.join(' · ')}</Personal></span>
        <span className={rowClasses.marks}>
          <ClockMarks clock={clock} today={today} />
          {attack && <span className={rowClasses.mark}><IconFlame size={14} aria-hidden /> Angriff</span>}
          {nextOn !== null && <span className={rowClasses.mark}><IconArrowForwardUp size={14} aria-hidden /> nächster Schritt {germanDate(nextOn)}</span>}
        </span>
      </button>
    </li>
  )
}

/** Where the clock stands, by icon, colour and words: what runs, and what waits for a decision. */
function ClockMarks({ clock: { running, offered }, today }: { clock: ClockState; today: string }) {
  return (
    <>
      {running && <Badge variant="light" color="gray" leftSection={<IconAlarm size={13} aria-hidden />} style={{ maxWidth: '100%' }}>{remaining(running, today)}</Badge>}
      {offered && <Badge variant="light" color="amber" leftSection={<IconAlertTriangle size={13} aria-hidden />} style={{ maxWidth: '100%' }}>Frist offen: {remaining(offered, today)}</Badge>}
    </>
  )
}

/** „noch 41 Tage, bis 05.05.2026, § 15 Abs. 4 AGG“. */
export function remaining({ dueOn, norm }: ClockEnd, today: string): string {
  if (dueOn === '') return 'Beginn fehlt'
  const left = daysBetween(today, dueOn)
  const days = Math.abs(left) === 1 ? '1 Tag' : `${Math.abs(left)} Tage`
  const until = left < 0 ? `seit ${Math.abs(left) === 1 ? '1 Tag' : `${Math.abs(left)} Tagen`} vorbei` : left === 0 ? 'endet heute' : `noch ${days}`
  return [until, `${left < 0 ? 'war' : 'bis'} ${germanDate(dueOn)}`, norm].filter(Boolean).join(', ')
}
