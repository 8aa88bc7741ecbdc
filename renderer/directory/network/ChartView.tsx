import { Alert, Anchor, Breadcrumbs, Button, Group, Loader, Text } from '@mantine/core'
import { IconArrowsDiagonalMinimize2, IconDeviceFloppy, IconInfoCircle, IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, desktop, office } from '../../app/office.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { ChartRoots } from './ChartRoots.tsx'
import { ChartTree } from './ChartTree.tsx'
import { Personal } from '../../ui/Personal.tsx'

/** The organisation chart from one organisation downwards, or the choice of one. */
export function ChartView({ id, day, onFocus, onOpen, onPicture }: {
  id: string | null
  day: string
  onFocus: (id: string | null) => void
  onOpen: (id: string) => void
  onPicture: (id: string) => void
}) {
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const chart = useQuery(api.directory.network.chart.queryOptions({ input: { id: id ?? '-', day }, enabled: id !== null, placeholderData: keepPreviousData }))
  if (id === null) return <ChartRoots onFocus={onFocus} />
  if (chart.error) {
    return (
      <>
        <FailureAlert error={chart.error} />
        <Button mt="sm" variant="default" onClick={() => onFocus(null)}>Andere Organisation wählen</Button>
      </>
    )
  }
  if (!chart.data) return <Loader size="sm" aria-label="Organigramm wird geladen" />
  const { above, units, left } = chart.data
  const save = async (): Promise<void> => {
    try {
      const target = await desktop.chooseSaveTarget({ name: 'Organigramm.svg', kind: 'svg' })
      if (!target) return
      await office.directory.network.saveChart({ id, day, collapsed: [...collapsed], grant: target.grant })
      showNotice(`Gespeichert als „${target.name}“.`)
    } catch (error) {
      showFailure(error)
    }
  }
  const [top] = units
  return (
    <>
      <Group justify="space-between" gap="xs" className="no-print">
        <Breadcrumbs separator="›" separatorMargin={6}>
          <Anchor component="button" type="button" size="sm" onClick={() => onFocus(null)}>Alle</Anchor>
          {above.map((unit) => (
            <Anchor key={unit.id} component="button" type="button" size="sm" onClick={() => onFocus(unit.id)}><Personal>{unit.name}</Personal></Anchor>
          ))}
          <Text size="sm" fw={600}>{top?.department || top?.name}</Text>
        </Breadcrumbs>
        <Group gap={6}>
          <Button
            size="compact-sm" variant="default" leftSection={<IconArrowsDiagonalMinimize2 size={15} aria-hidden />}
            onClick={() => setCollapsed(collapsed.size > 0 ? new Set() : new Set(units.filter((unit) => unit.parentId !== null).map((unit) => unit.id)))}
          >
            {collapsed.size > 0 ? 'Alles aufklappen' : 'Zuklappen'}
          </Button>
          <Button size="compact-sm" variant="default" leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => void desktop.print().catch(showFailure)}>Drucken</Button>
          <ExportButton format="svg" size="compact-sm" variant="default" leftSection={<IconDeviceFloppy size={15} aria-hidden />} onClick={() => void save()}>Als Bild speichern</ExportButton>
        </Group>
      </Group>
      {left > 0 && (
        <Alert icon={<IconInfoCircle aria-hidden />} py={6} title={`${left.toLocaleString('de-DE')} weitere Organisationen gehören dazu und sind hier nicht gezeigt. Bitte weiter unten ansetzen.`} />
      )}
      <ChartTree chart={chart.data} collapsed={collapsed} onCollapse={setCollapsed} onFocus={onFocus} onOpen={onOpen} onPicture={onPicture} />
    </>
  )
}
