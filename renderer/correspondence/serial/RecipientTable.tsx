import { Button, Checkbox, Group, NativeSelect, SegmentedControl, Text } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconInfoCircle } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Judgement, ProblemLevel, SerialProblem } from '../../../shared/correspondence/serial/judge.ts'
import type { Candidate, SerialChoice } from '../../../shared/correspondence/serial/model.ts'
import { openRecord } from '../../app/openRecord.ts'
import { Personal } from '../../ui/Personal.tsx'
import table from '../../ui/PlainTable.module.css'
import parts from '../parts.module.css'
import { wayLabels } from './labels.ts'
import classes from './Serial.module.css'

export type Judged = Judgement & { candidate: Candidate; choice: SerialChoice | undefined }

const views = { all: 'Alle', check: 'Zu prüfen', out: 'Ausgelassen' } as const
type View = keyof typeof views
const shownAtOnce = 100
const icons: Readonly<Record<ProblemLevel, typeof IconBan>> = { stop: IconBan, ask: IconAlertTriangle, hint: IconInfoCircle }

/** Everybody before the letters are written: whether and how each gets one, what is wrong, and the way to put it right. */
export function RecipientTable({ judged, onChoose }: { judged: readonly Judged[]; onChoose(contactIds: string[], choice: Partial<SerialChoice>): void }): ReactNode {
  const [view, setView] = useState<View>('all')
  const [limit, setLimit] = useState(shownAtOnce)
  const parted: Record<View, Judged[]> = { all: [...judged], check: judged.filter(({ problems }) => problems.length > 0), out: judged.filter(({ written }) => !written) }
  const rows = parted[view]
  const ways = { letter: judged.filter(({ written, way }) => written && way === 'letter').length, email: judged.filter(({ written, way }) => written && way === 'email').length }
  return (
    <>
      <Group gap="sm">
        <SegmentedControl size="xs" aria-label="Welche Empfänger" value={view} onChange={(value) => setView(value as View)} data={Object.entries(views).map(([value, label]) => ({ value, label: `${label} (${parted[value as View].length})` }))} />
        <Text size="sm" role="status">{`${ways.letter} per Post, ${ways.email} per E-Mail, ${parted.out.length} ausgelassen`}</Text>
      </Group>
      <div className={table.tableFrame}>
        <table className={table.table}>
          <thead><tr><th scope="col">Schreiben</th><th scope="col">Empfänger</th><th scope="col">Weg</th><th scope="col">Zu beachten</th></tr></thead>
          <tbody>
            {rows.slice(0, limit).map(({ candidate, problems, written, way, target, reason, choice }) => (
              <tr key={candidate.contactId} data-out={!written || undefined} className={classes.row}>
                <td>
                  <Checkbox
                    size="sm" aria-label={`Schreiben an ${candidate.name}`} checked={written} disabled={problems.some(({ level }) => level === 'stop')}
                    onChange={({ currentTarget }) => onChoose([candidate.contactId], { written: currentTarget.checked ? 'in' : 'out' })}
                  />
                </td>
                <td>
                  <ContactLink candidate={candidate} />
                  <Text size="xs" c="dimmed" component="div"><Personal>{target}</Personal></Text>
                </td>
                <td>
                  <NativeSelect
                    size="xs" aria-label={`Weg zu ${candidate.name}`} value={choice?.way ?? 'auto'} onChange={({ currentTarget }) => onChoose([candidate.contactId], { way: currentTarget.value as SerialChoice['way'] })}
                    data={[{ value: 'auto', label: `${wayLabels[choice?.way === undefined || choice.way === 'auto' ? way : candidate.preferred]} (vorgesehen)` }, { value: 'letter', label: 'Post' }, { value: 'email', label: 'E-Mail' }]}
                  />
                </td>
                <td>
                  {problems.map((problem) => <Problem key={problem.code} problem={problem} contactId={candidate.contactId} />)}
                  {problems.length === 0 && reason !== '' && <Text size="sm">{reason}</Text>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <Text size="sm" c="dimmed">{view === 'check' ? 'Nichts zu prüfen.' : 'Niemand.'}</Text>}
      {rows.length > limit && <Button variant="default" w="fit-content" onClick={() => setLimit(limit + shownAtOnce)}>Weitere {Math.min(shownAtOnce, rows.length - limit)} zeigen</Button>}
    </>
  )
}

function ContactLink({ candidate: { contactId, name } }: { candidate: Candidate }): ReactNode {
  return <button type="button" className={parts.link} onClick={() => openRecord({ type: 'contact', id: contactId })}><Personal>{name}</Personal></button>
}

/** What is wrong, and the way to the record where it can be put right. */
function Problem({ problem: { level, text }, contactId }: { problem: SerialProblem; contactId: string }): ReactNode {
  const Icon = icons[level]
  return (
    <div className={classes.problem} data-level={level}>
      <Icon size={15} aria-hidden />
      <span>{text}{level === 'ask' && ' – nur mit Häkchen'}</span>
      <button type="button" className={parts.link} onClick={() => openRecord({ type: 'contact', id: contactId })}>ändern</button>
    </div>
  )
}
