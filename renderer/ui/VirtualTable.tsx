import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useRowHeight } from '../app/useDensity.ts'
import { ColumnEdge } from './ColumnEdge.tsx'
import { SectionHeading } from './SectionHeading.tsx'
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
  /** Further keys on the list; true when the key was taken. */
  onKey?: (event: KeyboardEvent) => boolean
  /** Opens or closes the section under a heading. */
  onToggle?: (section: string) => void
  /** Pixels that the columns need; in a narrower place the list scrolls sideways. */
  leastWidth?: number
  /** Columns can be made wider and narrower; gets the width in pixels. */
  onResize?: (column: string, width: number) => void
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
  const heading = rows.headingAt?.(active)
  const toggles = (event: KeyboardEvent): boolean => {
    if (heading === undefined || !props.onToggle) return false
    const wanted = event.key === 'Enter' || event.key === ' ' || event.key === (heading.collapsed ? 'ArrowRight' : 'ArrowLeft')
    if (wanted) props.onToggle(heading.key)
    return wanted
  }
  return (
    // The role is one of two: rows under headings make a tree.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={frame}
      className={classes.table}
      role={rows.headingAt ? 'treegrid' : 'grid'}
      tabIndex={0}
      aria-label={label}
      aria-rowcount={(rows.total ?? 0) + 1}
      aria-multiselectable="true"
      aria-activedescendant={active >= first && active <= last && rows.total ? `${id}-${active}` : undefined}
      onKeyDown={(event) => {
        // Keys on a column head are the head's own.
        if (event.target !== event.currentTarget) return
        if (toggles(event) || props.onKey?.(event)) event.preventDefault()
        else onKeyDown(event)
      }}
    >
      <div className={classes.sticky} style={{ width: `max(100%, ${props.leastWidth ?? 0}px)` }} role="rowgroup">
        <div className={classes.head} style={grid} role="row" aria-rowindex={1}>
          {columns.map((column) => <ColumnHead key={column.key} column={column} {...props} />)}
        </div>
      </div>
      <div className={classes.rows} style={{ height: virtual.getTotalSize(), width: `max(100%, ${props.leastWidth ?? 0}px)` }} role="rowgroup">
        {items.map(({ index, start }) => {
          const section = rows.headingAt?.(index)
          if (section) {
            const place = { id: `${id}-${index}`, index, top: start - headHeight, active: index === active }
            return <SectionHeading key={index} {...place} section={section} onToggle={() => props.onToggle?.(section.key)} />
          }
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
              aria-level={rows.headingAt ? 2 : undefined}
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

function ColumnHead<Row extends { id: string }, Sort extends string>({ column, sort, descending, onSort, onResize }: {
  column: TableColumn<Row, Sort>
} & Pick<VirtualTableProps<Row, Sort>, 'sort' | 'descending' | 'onSort' | 'onResize'>) {
  const { heading, sort: by } = column
  const Arrow = descending ? IconArrowDown : IconArrowUp
  return (
    <div className={classes.columnHead} role="columnheader" aria-sort={by === undefined ? undefined : sort === by ? (descending ? 'descending' : 'ascending') : 'none'}>
      {by === undefined ? heading : (
        <button type="button" className={classes.sort} onClick={() => onSort(by)}>
          {heading}
          {sort === by && <Arrow size={14} aria-hidden />}
        </button>
      )}
      {onResize && <ColumnEdge heading={heading} onResize={(width) => onResize(column.key, width)} />}
    </div>
  )
}
