import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconArrowsMaximize, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import type { PanZoom } from './usePanZoom.ts'

/** Bigger, smaller, all of it. */
export function ZoomButtons({ panZoom }: { panZoom: PanZoom }) {
  const buttons = [
    { label: 'Vergrößern', keys: '+', icon: IconZoomIn, act: () => panZoom.zoom(1.25) },
    { label: 'Verkleinern', keys: '-', icon: IconZoomOut, act: () => panZoom.zoom(0.8) },
    { label: 'Alles zeigen', keys: '0', icon: IconArrowsMaximize, act: () => panZoom.fit() },
  ]
  return (
    <Group gap={4} className="no-print" wrap="nowrap">
      {buttons.map(({ label, keys, icon: ZoomIcon, act }) => (
        <Tooltip key={label} label={`${label} (${keys})`}>
          <ActionIcon variant="default" size={32} aria-label={label} onClick={act}><ZoomIcon size={17} aria-hidden /></ActionIcon>
        </Tooltip>
      ))}
    </Group>
  )
}
