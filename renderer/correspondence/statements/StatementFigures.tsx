import { Loader, Table, Text, Title, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { outcomeLabels, outcomes } from '../../../shared/correspondence/statements/workflow.ts'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import parts from '../parts.module.css'
import classes from './Statement.module.css'

/** The figures of a year, or of all: how many, in time, how long, and what became of them. */
export function StatementFigures({ year }: { year: number | null }): ReactNode {
  const { data, error } = useQuery(api.correspondence.statements.statistics.queryOptions({ input: { year } }))
  if (error) return <FailureAlert error={error} />
  if (!data) return <Loader m="md" aria-label="Zahlen werden gerechnet" />
  const figures = [
    ['Eingegangen', data.total], ['Abgegeben', data.sent], ['Offen', data.open], ['Ohne Stellungnahme', data.dropped], ['Fristgerecht', data.inTime], ['Verspätet', data.late],
    ['Tage bis Versand (Median)', data.medianDays ?? '–'], ['Verspätet beteiligt', data.involvedLate], ['Nicht beteiligt', data.notInvolved],
  ] as const
  return (
    // Figures alone have nothing to step to: so that they scroll by keyboard, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={parts.page} role="region" aria-label="Zahlen der Stellungnahmen" tabIndex={0}>
      <Title order={2} size="h3">Zahlen {year === null ? 'aller Jahre' : year}</Title>
      <dl className={classes.figures}>{figures.map(([label, value]) => <div key={label} className={classes.figure}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      <Punctuality years={data.punctuality} />
      <Bars title="Was wurde daraus?" rows={outcomes.map((outcome) => ({ label: outcomeLabels[outcome], count: data.outcomes[outcome] ?? 0 }))} />
      <Bars title="Gesamtvotum der abgegebenen" rows={data.byVote} />
      <Bars title="Nach Anlass" rows={data.byOccasion} />
      <Bars title="Nach anfragender Stelle" rows={data.byRequester.slice(0, 8)} />
      <Bars title="Nach Themenfeld" rows={data.byField.slice(0, 8)} />
      <Bars title="Nicht oder verspätet beteiligt" rows={data.byInvolvement.slice(0, 8)} />
    </div>
  )
}

/** How many of each year were sent in time: a bar of two parts, and the same in a table. */
function Punctuality({ years }: { years: readonly { label: string; received: number; sent: number; inTime: number; late: number }[] }): ReactNode {
  const most = Math.max(1, ...years.map(({ received }) => received))
  if (years.length === 0) return null
  return (
    <section className={parts.section} aria-label="Eingang und Pünktlichkeit nach Jahr">
      <Title order={3} size="h4">Eingang und Pünktlichkeit nach Jahr</Title>
      <Table className={classes.years} verticalSpacing={4}>
        <Table.Thead><Table.Tr><Table.Th scope="col">Jahr</Table.Th><Table.Th><VisuallyHidden>Schaubild</VisuallyHidden></Table.Th><Table.Th scope="col" ta="right">Eingegangen</Table.Th><Table.Th scope="col" ta="right">Fristgerecht</Table.Th><Table.Th scope="col" ta="right">Verspätet</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {years.map(({ label, received, inTime, late }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row">{label}</Table.Th>
              <Table.Td className={classes.yearBar}>
                <svg className={classes.barTrack} width="100%" height="14" aria-hidden>
                  <rect className={classes.barRest} width={`${(received / most) * 100}%`} height="14" rx="2" />
                  <rect className={classes.barFill} width={`${(inTime / most) * 100}%`} height="14" rx="2" />
                  <rect className={classes.barLate} x={`${(inTime / most) * 100}%`} width={`${(late / most) * 100}%`} height="14" />
                </svg>
              </Table.Td>
              <Table.Td ta="right">{received}</Table.Td><Table.Td ta="right">{inTime}</Table.Td><Table.Td ta="right">{late}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">Voller Balken: fristgerecht abgegeben; dunkles Ende: verspätet; heller Rest: offen, ohne Frist oder ohne Stellungnahme erledigt.</Text>
    </section>
  )
}

/** Counts as bars, the words before and the figures behind them. */
export function Bars({ title, rows }: { title: string; rows: readonly { label: string; count: number }[] }): ReactNode {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  if (rows.length === 0) return null
  return (
    <section className={parts.section} aria-label={title}>
      <Title order={3} size="h4">{title}</Title>
      <ul className={classes.bars}>
        {rows.map(({ label, count }) => (
          <li key={label}><span>{label}</span><svg className={classes.barTrack} width="100%" height="12" aria-hidden><rect className={classes.barFill} width={`${(count / most) * 100}%`} height="12" rx="2" /></svg><Text span ta="right" fz="inherit">{count}</Text></li>
        ))}
      </ul>
    </section>
  )
}
