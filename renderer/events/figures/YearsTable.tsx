import type { ReactNode } from 'react'
import type { EventFigures } from '../../../shared/events/figures/model.ts'
import { centsText } from '../../../shared/money.ts'
import classes from '../../ui/Figures.module.css'
import own from './Figures.module.css'

const headings = ['Veranstaltungen', 'mit Partnern', 'verschiedene Partner', 'Besucher gezählt', 'Besucher geschätzt', 'ohne Besucherzahl', 'Sprachen', 'Ausgaben']

/** The same span of the last years beside each other. A year without events says so. */
export function YearsTable({ years }: { years: EventFigures['years'] }): ReactNode {
  return (
    // A wide table scrolls by itself, also by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={`${classes.wide} ${own.years}`} role="region" aria-label="Jahre nebeneinander" tabIndex={0}>
      <table className={classes.table}>
        <caption className={classes.caption}>Jahre nebeneinander</caption>
        <thead><tr><th scope="col">Zeitraum</th>{headings.map((heading) => <th key={heading} scope="col" className={classes.number}>{heading}</th>)}</tr></thead>
        <tbody>
          {years.map(({ label, spentCents, totals: { events, withPartners, partners, visitors, languages } }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {events === 0 ? <td colSpan={headings.length}>keine Veranstaltung</td>
                : [...[events, withPartners, partners, visitors.counted, visitors.estimated, visitors.unknown, languages].map((value) => value.toLocaleString('de-DE')), spentCents === 0 ? '–' : centsText(spentCents)]
                  .map((value, at) => <td key={headings[at]} className={classes.number}>{value}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
