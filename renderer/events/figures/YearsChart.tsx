import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { SimpleGrid, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { EventFigures } from '../../../shared/events/figures/model.ts'

/** Events and visitors of the last years as columns; the table below says the same to whoever doesn't see them. */
export function YearsChart({ years }: { years: EventFigures['years'] }): ReactNode {
  const data = years.map(({ label, totals }) => ({ label, Veranstaltungen: totals.events, gezählt: totals.visitors.counted, geschätzt: totals.visitors.estimated }))
  const common = { h: 210, 'aria-hidden': true, data, dataKey: 'label', gridAxis: 'x', tickLine: 'none', withTooltip: false, maxBarWidth: 46, barChartProps: { accessibilityLayer: false }, valueFormatter: (value: number) => value.toLocaleString('de-DE') } as const
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <div>
        <Text fw={600} size="sm" mb={6}>Veranstaltungen im Vergleich</Text>
        <BarChart {...common} withBarValueLabel yAxisProps={{ allowDecimals: false, width: 40 }} series={[{ name: 'Veranstaltungen', color: 'petrol.6' }]} />
      </div>
      <div>
        <Text fw={600} size="sm" mb={6}>Besucherinnen und Besucher im Vergleich</Text>
        <BarChart {...common} type="stacked" withLegend yAxisProps={{ allowDecimals: false, width: 52 }} series={[{ name: 'gezählt', color: 'petrol.6' }, { name: 'geschätzt', color: 'amber.5' }]} />
      </div>
    </SimpleGrid>
  )
}
