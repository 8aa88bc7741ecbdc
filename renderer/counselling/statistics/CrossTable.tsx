import type { FigureTable } from '../../../shared/counselling/statistics/model.ts'
import { hiddenSign, printedTable } from '../../../shared/counselling/statistics/printed.ts'
import { HiddenFigure, shownFigure } from './CategoryTable.tsx'
import classes from '../../ui/Figures.module.css'

/** A table of two or three dimensions; the larger a figure, the darker its cell. */
export function CrossTable({ table, caption }: { table: FigureTable; caption: string }) {
  const { headings, words, rows } = printedTable(table)
  const inner = rows.filter(({ isTotal }) => !isTotal).flatMap(({ cells }) => cells.slice(words, -1)).filter((cell) => typeof cell === 'number')
  const most = Math.max(1, ...inner)
  return (
    // A wide table scrolls by itself, also by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.wide} role="region" aria-label={caption} tabIndex={0}>
      <table className={`${classes.table} ${classes.cross}`}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr>{placed(headings).map(({ key, at, item }) => <th key={key} scope="col" className={at < words ? undefined : classes.number}>{item}</th>)}</tr>
        </thead>
        <tbody>
          {placed(rows).map(({ key: row, item: { cells, depth, isTotal } }) => (
            <tr key={row} data-total={isTotal || undefined}>
              {placed(cells).map(({ key, at, item: cell }) => at < words
                ? <th key={key} scope="row" style={at === 0 ? { paddingLeft: 8 + depth * 16 } : {}}>{cell}</th>
                : (
                  <td key={key} className={classes.number} data-shade={typeof cell === 'number' && !isTotal && at < cells.length - 1 ? Math.ceil((cell / most) * 4) : undefined}>
                    {cell === hiddenSign ? <HiddenFigure /> : typeof cell === 'number' ? shownFigure(cell) : cell}
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Two lines may bear the same words; their place is what tells them apart. */
function placed<Item>(items: readonly Item[]): { key: string; at: number; item: Item }[] {
  return items.map((item, at) => ({ key: String(at), at, item }))
}
