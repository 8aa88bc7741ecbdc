import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useRowHeight } from '../app/useDensity.ts'
import { useListSelection } from './useListSelection.ts'
import type { WindowedRows } from './useWindowedRows.ts'
import classes from './VirtualTable.module.css'

/** One column. `sort` is the name under which the list sorts by it. */
export interface TableColumn<Row, Sort extends string> {
  key: string
  heading: string
  /** Track of the CSS grid, e.g. `minmax(0, 2fr)`. */
  width: string
  sort?: Sort
  render: (row: Row) => ReactNode
}

export interface VirtualTableProps<Row extends { id: string }, Sort extends string> {
  label: string
  columns: readonly TableColumn<Row, Sort>[]
  rows: WindowedRows<Row>
  sort: Sort
  descending: boolean
  onSort: (sort: Sort) => void
  /** Id of the row whose record is shown. */
  current: string | null
  selected: ReadonlySet<string>
  onSelect: (selected: ReadonlySet<string>, current: string | null) => void
  /** Enter on a row: go on in its record. */
  onOpen?: () => void
}

const headHeight = 34

/** A list of any length: only visible rows exist. Keyboard and selection as in `useListSelection`; one tab stop. */
export function VirtualTable<Row extends { id: string }, Sort extends string>(props: VirtualTableProps<Row, Sort>) {
  const { label, columns, rows, current, selected } = props
  const frame = useRef<HTMLDivElement>(null)
  const id = useId()
  const rowHeight = useRowHeight()
  const virtual = useVirtualizer({
    count: rows.total ?? 0,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head lies over the top of what scrolls.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  useEffect(() => virtual.measure(), [virtual, rowHeight])
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { onRange } = rows
  useEffect(() => onRange(first, last), [onRange, first, last])

  const shownAt = items.find((item) => rows.at(item.index)?.id === current)?.index
  const { active, onKeyDown, onRowClick } = useListSelection({
    rows,
    selected,
    onSelect: props.onSelect,
    onOpen: props.onOpen,
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    pageRows: () => Math.max(1, Math.floor(((frame.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1),
    shownAt,
    hasFocus: () => document.activeElement === frame.current,
  })

  const grid = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') }
  return (
    <div
      ref={frame}
      className={classes.table}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={(rows.total ?? 0) + 1}
      aria-multiselectable="true"
      aria-activedescendant={active >= first && active <= last && rows.total ? `${id}-${active}` : undefined}
      onKeyDown={(event) => {
        // Keys on a column head are the head's own.
        if (event.target === event.currentTarget) onKeyDown(event)
      }}
    >
      <div className={classes.sticky} role="rowgroup">
        <div className={classes.head} style={grid} role="row" aria-rowindex={1}>
          {columns.map((column) => <ColumnHead key={column.key} column={column} {...props} />)}
        </div>
      </div>
      <div className={classes.rows} style={{ height: virtual.getTotalSize() }} role="rowgroup">
        {items.map(({ index, start }) => {
          const row = rows.at(index)
          return (
            // Keys reach the rows through the grid, which has the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={index}
              id={`${id}-${index}`}
              className={classes.row}
              style={{ ...grid, transform: `translateY(${start - headHeight}px)` }}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={row !== undefined && selected.has(row.id)}
              data-current={(row !== undefined && row.id === current) || undefined}
              data-active={index === active || undefined}
              onClick={(event) => onRowClick(index, event)}
            >
              {columns.map(({ key, render }) => (
                <div key={key} className={classes.cell} role="gridcell">{row === undefined ? '' : render(row)}</div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function ColumnHead<Row extends { id: string }, Sort extends string>({ column, sort, descending, onSort }: {
  column: TableColumn<Row, Sort>
} & Pick<VirtualTableProps<Row, Sort>, 'sort' | 'descending' | 'onSort'>) {
  const { heading, sort: by } = column
  if (by === undefined) return <div role="columnheader">{heading}</div>
  const Arrow = descending ? IconArrowDown : IconArrowUp
  return (
    <div role="columnheader" aria-sort={sort === by ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={classes.sort} onClick={() => onSort(by)}>
        {heading}
        {sort === by && <Arrow size={14} aria-hidden />}
      </button>
    </div>
  )
}
