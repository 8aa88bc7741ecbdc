import { Loader, Text, Title } from '@mantine/core'
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
      <Bars title="Was wurde daraus?" rows={outcomes.map((outcome) => ({ label: outcomeLabels[outcome], count: data.outcomes[outcome] ?? 0 }))} />
      {year === null && <Bars title="Nach Jahr" rows={data.byYear} />}
      <Bars title="Nach anfragender Stelle" rows={data.byRequester.slice(0, 8)} />
      <Bars title="Nach Themenfeld" rows={data.byField.slice(0, 8)} />
    </div>
  )
}

function Bars({ title, rows }: { title: string; rows: readonly { label: string; count: number }[] }): ReactNode {
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
