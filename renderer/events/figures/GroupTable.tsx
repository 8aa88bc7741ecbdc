import type { ReactNode } from 'react'
import { groupingLabels, type FigureTable, type FigureTotals } from '../../../shared/events/figures/model.ts'
import { figureHeadings, figureTitle } from '../../../shared/events/figures/words.ts'
import classes from '../../ui/Figures.module.css'

/** One table whose lines are bars, too: everything the picture says stands beside it as a figure. */
export function GroupTable({ table, totals, before }: { table: FigureTable; totals: FigureTotals; before: FigureTotals }): ReactNode {
  const most = Math.max(1, ...table.rows.map(({ events }) => events))
  return (
    // A wide table scrolls by itself, also by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.wide} role="region" aria-label={figureTitle(table)} tabIndex={0}>
      <table className={classes.table}>
        <caption className={classes.caption}>{figureTitle(table)}</caption>
        <thead>
          <tr>
            <th scope="col">{groupingLabels[table.grouping]}</th>
            <td aria-hidden className={classes.barColumn} />
            {figureHeadings.map((heading) => <th key={heading} scope="col" className={classes.number}>{heading}</th>)}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ label, events, before: then, visitors, estimated }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td aria-hidden className={classes.barColumn}>{events > 0 && <span className={classes.fill} style={{ width: `${(events / most) * 100}%` }} />}</td>
              <Figures values={[events, then, visitors, estimated]} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">insgesamt</th>
            <td aria-hidden className={classes.barColumn} />
            <Figures values={[totals.events, before.events, totals.visitors.counted + totals.visitors.estimated, totals.visitors.estimated]} />
          </tr>
        </tfoot>
      </table>
      {table.several && <p className={classes.notes}>Eine Veranstaltung zählt in jeder Zeile, die auf sie zutrifft.</p>}
    </div>
  )
}

function Figures({ values }: { values: readonly [events: number, before: number, visitors: number, estimated: number] }): ReactNode {
  return figureHeadings.map((heading, at) => <td key={heading} className={classes.number}>{(values[at] ?? 0).toLocaleString('de-DE')}</td>)
}
