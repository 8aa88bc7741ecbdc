import type { ReactNode } from 'react'
import type { FigureTotals as Totals } from '../../../shared/events/figures/model.ts'
import classes from '../../ui/Figures.module.css'

/** The sums of a period with those of a year earlier. */
export function FigureTotals({ totals, before }: { totals: Totals; before: Totals }): ReactNode {
  const all = ({ visitors }: Totals): number => visitors.counted + visitors.estimated
  return (
    <dl className={classes.totals}>
      <Total label="Veranstaltungen" now={totals.events} then={before.events} />
      <Total label="Besucherinnen und Besucher" now={all(totals)} then={all(before)} more={visitorsText(totals)} />
      <Total label="Mit Partnern" now={totals.withPartners} then={before.withPartners} more={`${shown(totals.alone)} allein`} />
      <Total label="Verschiedene Partner" now={totals.partners} then={before.partners} />
      <Total label="Sprachen" now={totals.languages} then={before.languages} />
    </dl>
  )
}

function Total({ label, now, then, more }: { label: string; now: number; then: number; more?: string }): ReactNode {
  return (
    <div className={classes.total}>
      <dt>{label}</dt>
      <dd className={classes.figure}>{shown(now)}</dd>
      {more !== undefined && <dd>{more}</dd>}
      <dd>{changeText(now - then)} gegenüber dem Vorjahr ({shown(then)})</dd>
    </div>
  )
}

function visitorsText({ visitors: { counted, estimated, unknown } }: Totals): string {
  return [`${shown(counted)} gezählt`, `${shown(estimated)} geschätzt`, ...(unknown === 0 ? [] : [`${shown(unknown)}-mal keine Zahl`])].join(', ')
}

/** „+12", „−3" or „±0". */
function changeText(change: number): string {
  if (change === 0) return '±0'
  return `${change > 0 ? '+' : '−'}${shown(Math.abs(change))}`
}

function shown(value: number): string {
  return value.toLocaleString('de-DE')
}
