import type { ReactNode } from 'react'
import type { MoneyFigures } from '../../../shared/events/figures/model.ts'
import { moneyNotes } from '../../../shared/events/figures/words.ts'
import { centsText } from '../../../shared/money.ts'
import classes from '../../ui/Figures.module.css'

/** Who paid: planned, come in and spent, by the kind of source. */
export function MoneyTable({ money, before }: { money: MoneyFigures; before: MoneyFigures }): ReactNode {
  const most = Math.max(1, ...money.sources.map(({ usedCents }) => usedCents))
  return (
    // A wide table scrolls by itself, also by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.wide} role="region" aria-label="Geld" tabIndex={0}>
      <table className={classes.table}>
        <caption className={classes.caption}>Geld</caption>
        <thead>
          <tr>
            <th scope="col">Herkunft</th>
            <td aria-hidden className={classes.barColumn} />
            {['geplant', 'eingegangen', 'ausgegeben'].map((heading) => <th key={heading} scope="col" className={classes.number}>{heading}</th>)}
          </tr>
        </thead>
        <tbody>
          {money.sources.map(({ label, plannedCents, actualCents, usedCents }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td aria-hidden className={classes.barColumn}>{usedCents > 0 && <span className={classes.fill} style={{ width: `${(usedCents / most) * 100}%` }} />}</td>
              <Amounts planned={plannedCents} actual={actualCents} used={usedCents} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Plan der Ausgaben, Eingang, Ist</th>
            <td aria-hidden className={classes.barColumn} />
            <Amounts planned={money.plannedCents} actual={money.incomeCents} used={money.spentCents} />
          </tr>
        </tfoot>
      </table>
      <ul className={classes.notes}>{moneyNotes(money, before).map((note) => <li key={note}>{note}</li>)}</ul>
    </div>
  )
}

function Amounts({ planned, actual, used }: { planned: number; actual: number; used: number }): ReactNode {
  return <><td className={classes.number}>{centsText(planned)}</td><td className={classes.number}>{centsText(actual)}</td><td className={classes.number}>{centsText(used)}</td></>
}
