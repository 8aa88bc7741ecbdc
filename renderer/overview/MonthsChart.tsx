import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { VisuallyHidden } from '@mantine/core'
import type { MonthFigure } from '../../shared/counselling/figures.ts'

const monthName = new Intl.DateTimeFormat('de-DE', { month: 'short', timeZone: 'UTC' })

/** Consultations over the year as bars, with the same figures as a table for screen readers. */
export function MonthsChart({ months }: { months: readonly MonthFigure[] }) {
  const data = months.map(({ month, people, professional }) => ({
    month: monthName.format(new Date(Date.UTC(2026, month - 1, 1))),
    Ratsuchende: people,
    Fachberatung: professional,
  }))
  return (
    <>
      <BarChart
        h={220}
        aria-hidden
        data={data}
        dataKey="month"
        type="stacked"
        withLegend
        // Hidden from screen readers, which get the table below: so nothing in it takes focus.
        barChartProps={{ accessibilityLayer: false }}
        gridAxis="x"
        tickLine="none"
        yAxisProps={{ allowDecimals: false, width: 34 }}
        legendProps={{ verticalAlign: 'bottom', height: 30 }}
        series={[
          { name: 'Ratsuchende', color: 'petrol.6' },
          { name: 'Fachberatung', color: 'amber.4' },
        ]}
      />
      <VisuallyHidden>
        <table>
          <caption>Beratungen nach Monat</caption>
          <thead>
            <tr>
              <th scope="col">Monat</th>
              <th scope="col">Ratsuchende</th>
              <th scope="col">Fachberatung</th>
            </tr>
          </thead>
          <tbody>
            {data.map((row) => (
              <tr key={row.month}>
                <th scope="row">{row.month}</th>
                <td>{row.Ratsuchende}</td>
                <td>{row.Fachberatung}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </>
  )
}
