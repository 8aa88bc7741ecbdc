import { Button, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { dimensions } from '../../../shared/counselling/statistics/dimensions.ts'
import { measureIds, measureLabels, type FigureTable, type FigureTotals, type MeasureId } from '../../../shared/counselling/statistics/model.ts'
import { figureOf, hiddenSign, suppressionNote } from '../../../shared/counselling/statistics/printed.ts'
import { api, desktop } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { CategoryTable, changeText, shownFigure } from './CategoryTable.tsx'
import { Definition } from './Definition.tsx'
import classes from '../../ui/Figures.module.css'
import type { FigureChoice } from './useFigureChoice.ts'

/** The chart library is large, so it comes after the first paint. */
const MonthChart = lazy(() => import('./MonthChart.tsx').then((module) => ({ default: module.MonthChart })))

/** Totals of the period with those of the year before, and its simple tables, each as bars with their figures. */
export function OverviewView({ choice: { source, asked } }: { choice: FigureChoice }) {
  const { data, error, refetch } = useQuery({
    ...api.counselling.statistics.overview.queryOptions({
      input: { source: source ?? { kind: 'live', from: '2000-01-01', to: '2000-01-01' }, threshold: asked, measures: asked === null ? [...measureIds] : ['contacts'] },
      placeholderData: (kept) => kept,
    }),
    enabled: source !== null,
  })
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return null
  const { totals, before, tables } = data
  if (totals.contacts === 0) return <Text component="output">In diesem Zeitraum ist keine Beratung eingetragen.</Text>
  const isCourse = (table: FigureTable): boolean => table.axes[0]?.dimension === 'month'
  const shown = tables.filter((table) => saysSomething(table)).sort((a, b) => Number(isCourse(b)) - Number(isCourse(a)))
  const hidden = tables.reduce((sum, table) => sum + table.hidden, 0)
  return (
    <>
      <dl className={classes.totals}>
        {measureIds.map((measure) => <Total key={measure} measure={measure} now={totals[measure]} then={before?.[measure]} />)}
        <div className={classes.total}>
          <dt>Anonyme Kontakte</dt>
          <dd className={classes.figure}>{totals.anonymous === null ? hiddenSign : shownFigure(totals.anonymous)}</dd>
          <dd>{shareText(totals)}</dd>
        </div>
      </dl>
      <ul className={classes.notes}>
        {suppressionNote({ threshold: asked, hidden, withheld: false }).map((note) => <li key={note}>{note}</li>)}
      </ul>
      <div className={classes.cards}>
        {shown.map((table) => (
          <section key={table.axes[0]?.dimension} className={`${classes.card} ${isCourse(table) ? classes.full : ''}`} aria-label={titleOf(table)}>
            {isCourse(table) && (table.axes[0]?.nodes.length ?? 0) > 3
              ? <Suspense fallback={<Text size="sm">Diagramm wird geladen …</Text>}><MonthChart table={table} /></Suspense>
              : <CategoryTable table={table} caption={titleOf(table)} />}
          </section>
        ))}
      </div>
      <Button className="no-print" variant="default" w="fit-content" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => void desktop.print()}>Drucken</Button>
    </>
  )
}

function titleOf(table: FigureTable): string {
  return table.axes[0] === undefined ? '' : dimensions[table.axes[0].dimension].label
}

/** A dimension that nobody was asked about has nothing to show. */
function saysSomething(table: FigureTable): boolean {
  return !table.withheld && (table.axes[0]?.nodes.some(({ unknown }, node) => node > 0 && !unknown) ?? false)
}

function Total({ measure, now, then }: { measure: MeasureId; now: number | null; then: number | null | undefined }) {
  const figure = now === null ? null : figureOf(measure, now)
  const earlier = then === null || then === undefined ? null : figureOf(measure, then)
  return (
    <div className={classes.total}>
      <dt>{measureLabels[measure]}<Definition of={measure} /></dt>
      <dd className={classes.figure}>{figure === null ? hiddenSign : shownFigure(measure === 'minutes' ? Math.round(figure) : figure)}</dd>
      {figure !== null && earlier !== null && <dd>{changeText(Math.round(figure - earlier))} gegenüber dem Vorjahr ({shownFigure(Math.round(earlier))})</dd>}
    </div>
  )
}

function shareText({ anonymous, contacts }: FigureTotals): string {
  return anonymous === null || !contacts ? '' : `${Math.round((anonymous / contacts) * 100)} % der Kontakte`
}
