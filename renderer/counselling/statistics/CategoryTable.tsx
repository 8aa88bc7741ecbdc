import { dimensions } from '../../../shared/counselling/statistics/dimensions.ts'
import { measureLabels, type FigureTable, type MeasureId } from '../../../shared/counselling/statistics/model.ts'
import { figureOf, hiddenSign } from '../../../shared/counselling/statistics/printed.ts'
import { axisLines } from '../../../shared/counselling/statistics/table.ts'
import classes from '../../ui/Figures.module.css'

/** A figure as it is read. */
export function shownFigure(value: number): string {
  return value.toLocaleString('de-DE', { maximumFractionDigits: 1 })
}

/** What stands for a figure that isn't shown, with its words for whoever hears it. */
export function HiddenFigure() {
  return <span role="img" aria-label="nicht ausgewiesen" title="nicht ausgewiesen">{hiddenSign}</span>
}

/**
 * A table of one dimension whose lines are bars, too: everything the picture says stands beside it as a figure. `before`: the same of
 * a year earlier.
 */
export function CategoryTable({ table, before = null, caption, all = false }: { table: FigureTable; before?: FigureTable | null; caption: string; all?: boolean }) {
  const axis = table.axes[0]
  if (!axis) return null
  const first = (node: number): number | null => table.cells[node]?.[0] ?? null
  const lines = axisLines(axis, first)
  const most = Math.max(1, ...axis.nodes.map((_, node) => (node === 0 ? 0 : (first(node) ?? 0))))
  const measures = all ? table.measures : table.measures.slice(0, 1)
  const earlier = new Map((before?.axes[0]?.nodes ?? []).map(({ code }, node) => [code, before?.cells[node] ?? null]))
  const figures = (node: number) => measures.map((measure, at) => <Figure key={measure} measure={measure} value={table.cells[node]?.[at]} />)
  const then = (node: number) => (before === null ? null : <Earlier now={first(node)} then={earlier.has(axis.nodes[node]?.code ?? '') ? earlier.get(axis.nodes[node]?.code ?? '')?.[0] ?? null : 0} />)
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{dimensions[axis.dimension].label}</th>
          <td aria-hidden className={classes.barColumn} />
          {measures.map((measure) => <th key={measure} scope="col" className={classes.number}>{measureLabels[measure]}</th>)}
          {before !== null && <><th scope="col" className={classes.number}>Vorjahr</th><th scope="col" className={classes.number}>Änderung</th></>}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ node, depth }) => (
          <tr key={node}>
            <th scope="row" style={{ paddingLeft: 8 + depth * 16 }} data-group={lines.some((line) => axis.nodes[line.node]?.parent === node) || undefined}>{axis.nodes[node]?.label}</th>
            <td aria-hidden className={classes.barColumn}>
              {first(node) !== null && <span className={classes.fill} data-depth={depth} style={{ width: `${((first(node) ?? 0) / most) * 100}%` }} />}
            </td>
            {figures(node)}
            {then(node)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">insgesamt</th>
          <td aria-hidden className={classes.barColumn} />
          {figures(0)}
          {then(0)}
        </tr>
      </tfoot>
    </table>
  )
}

function Figure({ measure, value }: { measure: MeasureId; value: number | undefined }) {
  return <td className={classes.number}>{value === undefined ? <HiddenFigure /> : shownFigure(figureOf(measure, value))}</td>
}

function Earlier({ now, then }: { now: number | null; then: number | null }) {
  return (
    <>
      <td className={classes.number}>{then === null ? <HiddenFigure /> : shownFigure(then)}</td>
      <td className={classes.number}>{now === null || then === null ? <HiddenFigure /> : changeText(now - then)}</td>
    </>
  )
}

/** „+12", „−3" or „±0". */
export function changeText(change: number): string {
  if (change === 0) return '±0'
  return `${change > 0 ? '+' : '−'}${shownFigure(Math.abs(change))}`
}
