import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { layerLabels, type Layer } from '../../shared/calendar/model.ts'
import { layerIcons } from './layerLooks.ts'
import classes from './Calendar.module.css'

/** Legend and filter in one: each layer with its sign, its colour and its word. */
export function LayerFilter({ offered, hidden, onChange }: { offered: readonly Layer[]; hidden: ReadonlySet<Layer>; onChange(hidden: Layer[]): void }): ReactNode {
  const toggle = (layer: Layer): void => onChange(hidden.has(layer) ? [...hidden].filter((each) => each !== layer) : [...hidden, layer])
  return (
    <div className={classes.legend} role="group" aria-label="Was der Kalender zeigt">
      {offered.map((layer) => {
        const Sign = layerIcons[layer]
        return (
          <Checkbox
            key={layer} size="xs" classNames={{ root: classes.layer }} data-layer={layer} checked={!hidden.has(layer)} onChange={() => toggle(layer)}
            label={<span className={classes.layerName}><span className={classes.sign} data-layer={layer}><Sign size={14} aria-hidden /></span>{layerLabels[layer]}</span>}
          />
        )
      })}
    </div>
  )
}
