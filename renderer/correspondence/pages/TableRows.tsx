import { Fragment, type CSSProperties, type ReactNode } from 'react'
import type { Borders, Cell, Row, Table } from '../../../shared/correspondence/pages/model.ts'
import { keyed } from '../keyed.ts'
import { line } from './letters.ts'
import { points, Story } from './Story.tsx'
import classes from './Story.module.css'

/** Rows of a table as a table of their own, so that pages can break between them. A line between two rows or cells is drawn by the first of them. */
export function TableRows({ table, from, to, topLine }: { table: Table; from: number; to: number; topLine: boolean }): ReactNode {
  const { columns, align, left } = table
  const shared = columns.some((width) => width < 0)
  const width = columns.reduce((sum, each) => sum + Math.abs(each), 0)
  const style: CSSProperties = {
    width: shared ? `${width * 100}%` : `${width}pt`, marginLeft: align === 'start' ? points(left) : 'auto', marginRight: align === 'center' ? 'auto' : undefined,
  }
  return (
    <table className={classes.table} style={style} role="presentation">
      <colgroup>{keyed(columns).map(({ key, item }) => <col key={key} style={{ width: shared ? `${(Math.abs(item) / width) * 100}%` : `${item}pt` }} />)}</colgroup>
      <tbody>
        {keyed(table.rows.slice(from, to)).map(({ key, item }, index) => (
          <tr key={key} style={{ height: points(item.height) }}>
            {keyed(item.cells).map((cell, place) => <Fragment key={cell.key}><CellView cell={cell.item} row={item} borders={drawn(table, from + index, place, topLine && index === 0)} /></Fragment>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CellView({ cell: { columns, rows, padding, ground, align, blocks }, row, borders }: { cell: Cell; row: Row; borders: Borders }): ReactNode {
  // Lines stand on the edge of the cell in Word, and take nothing from its words.
  const [above, right, below, left] = padding
  const style: CSSProperties = {
    padding: `${above}pt ${right - (borders.right?.width ?? 0)}pt ${below}pt ${left - (borders.left?.width ?? 0)}pt`, verticalAlign: align === 'middle' ? 'middle' : align === 'end' ? 'bottom' : 'top', backgroundColor: ground,
    borderTop: line(borders.top), borderRight: line(borders.right), borderBottom: line(borders.bottom), borderLeft: line(borders.left), height: points(row.height),
  }
  const exact = row.exact ? { height: `${row.height}pt`, overflow: 'hidden' } : undefined
  return <td colSpan={columns} rowSpan={rows} style={style}><div style={exact}><Story blocks={blocks} /></div></td>
}

/** The lines that a cell draws. */
function drawn(table: Table, row: number, place: number, topLine: boolean): Borders {
  const cells = table.rows[row]?.cells ?? []
  const own: Borders = cells[place]?.borders ?? {}
  return {
    top: topLine ? own.top : undefined, left: place === 0 ? own.left : undefined, right: own.right ?? cells[place + 1]?.borders.left,
    bottom: own.bottom ?? table.rows[row + 1]?.cells[place]?.borders.top,
  }
}
