import { Menu } from '@mantine/core'
import { IconEraser, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { slots, type Place } from '../../../shared/correspondence/templates/model.ts'
import classes from './Outline.module.css'

export interface PlaceTargetProps {
  part: string
  paragraph: number
  mode: Place['mode']
  /** Whether a fault in this paragraph is being shown. */
  lit: boolean
  /** Whether something was put here already. */
  taken: boolean
  onPlace(place: Place | null, part: string, paragraph: number): void
  children: ReactNode
}

/** A paragraph that can be clicked: a menu says what goes there. */
export function PlaceTarget({ part, paragraph, mode, lit, taken, onPlace, children }: PlaceTargetProps): ReactNode {
  const put = (field: string, how: Place['mode']): void => onPlace({ part, paragraph, mode: how, field }, part, paragraph)
  return (
    <Menu position="bottom-start" withinPortal keepMounted={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" className={classes.pick} data-lit={lit || undefined}>{children}</button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Menu.Label>Hierher kommt</Menu.Label>
        {Object.entries(slots).map(([field, label]) => <Menu.Item key={field} onClick={() => put(field, mode)}>{label}</Menu.Item>)}
        <Menu.Divider />
        <Menu.Item leftSection={<IconEraser size={16} aria-hidden />} onClick={() => put('', 'clear')}>Beispieltext entfernen</Menu.Item>
        {taken && <Menu.Item leftSection={<IconX size={16} aria-hidden />} onClick={() => onPlace(null, part, paragraph)}>Stelle wieder freigeben</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
