import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { Button, Collapse, Group, Text } from '@mantine/core'
import { useId, useState } from 'react'
import type { FigureTable } from '../../../shared/counselling/statistics/model.ts'
import { CategoryTable } from './CategoryTable.tsx'

/** Contacts by month (or quarter) as columns, with the figures as a table below. What isn't shown has no column. */
export function MonthChart({ table, before = null }: { table: FigureTable; before?: FigureTable | null }) {
  const [opened, setOpened] = useState(false)
  const id = useId()
  const axis = table.axes[0]
  if (!axis) return null
  const inner = new Set(axis.nodes.map(({ parent }) => parent))
  const data = axis.nodes.flatMap(({ label }, node) => {
    const figure = table.cells[node]?.[0]
    const then = before?.cells[node]?.[0]
    return inner.has(node) ? [] : [{ month: label.replace(/ \d{4}$/u, ''), Kontakte: figure, ...(then === undefined ? {} : { Vorjahr: then }) }]
  })
  return (
    <>
      <Group justify="space-between" mb={6}>
        <Text fw={600} size="sm">Kontakte im Verlauf</Text>
        <Button className="no-print" size="compact-sm" variant="subtle" aria-expanded={opened} aria-controls={id} onClick={() => setOpened(!opened)}>{opened ? 'Tabelle ausblenden' : 'Als Tabelle'}</Button>
      </Group>
      <BarChart
        h={230} aria-hidden data={data} dataKey="month" gridAxis="x" tickLine="none" withBarValueLabel={data.length <= 16} withTooltip={false}
        // Hidden from screen readers, which get the table below: so nothing in it takes focus.
        barChartProps={{ accessibilityLayer: false }} yAxisProps={{ allowDecimals: false, width: 38 }} maxBarWidth={46}
        series={[{ name: 'Kontakte', color: 'petrol.6' }]}
      />
      <Collapse expanded={opened} id={id} keepMounted>
        <CategoryTable table={table} before={before} caption="Kontakte im Verlauf" />
      </Collapse>
    </>
  )
}
