import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import { sourceKindLabel } from '../../../shared/events/money/catalogue.ts'
import { restText } from '../../../shared/events/money/words.ts'
import { centsText } from '../../../shared/money.ts'
import { api } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import events from '../Events.module.css'
import classes from '../Plan.module.css'

/** The budgets of a series, event by event and together. Nothing where no event of it has one. */
export function SeriesMoney({ seriesId }: { seriesId: string }): ReactNode {
  const { data } = useQuery(api.events.money.ofSeries.queryOptions({ input: { seriesId } }))
  const rows = data?.events.filter(({ expense, income }) => [expense, income].some(({ plannedCents, actualCents }) => plannedCents !== 0 || actualCents !== 0)) ?? []
  if (!data || rows.length === 0) return null
  const { expense, income, bySource } = data
  return (
    <section className={events.section} aria-label="Geld der Reihe">
      <Title order={3} size="h4">Geld der Reihe</Title>
      <table className={classes.table}>
        <thead><tr><th scope="col">Veranstaltung</th><th scope="col" className={classes.money}>Mittel</th><th scope="col" className={classes.money}>Plan</th><th scope="col" className={classes.money}>Ist</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row"><button type="button" className={events.link} onClick={() => openRecord({ type: 'event', id: row.id })}>{row.title}</button>{row.startsOn !== null && <Text size="xs" c="dimmed">{germanDate(row.startsOn)}</Text>}</th>
              <td className={classes.money}>{centsText(row.income.plannedCents)}</td><td className={classes.money}>{centsText(row.expense.plannedCents)}</td><td className={classes.money}>{centsText(row.expense.actualCents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">Zusammen</th><td className={classes.money}>{centsText(income.plannedCents)}</td><td className={classes.money}>{centsText(expense.plannedCents)}</td><td className={classes.money}>{centsText(expense.actualCents)}</td></tr></tfoot>
      </table>
      <ul className={events.rows} aria-label="Nach Art der Quelle">
        {bySource.map(({ kind, plannedCents, actualCents, usedCents }) => (
          <li key={kind} className={events.row}>
            <Text size="sm" fw={600} className={events.grow}>{sourceKindLabel(kind)}</Text>
            <div className={classes.figures}><span>Plan {centsText(plannedCents)}</span><span>eingegangen {centsText(actualCents)}</span><span>ausgegeben {centsText(usedCents)}</span><span className={usedCents > plannedCents ? classes.over : classes.quiet}>{restText(plannedCents - usedCents)}</span></div>
          </li>
        ))}
      </ul>
    </section>
  )
}
