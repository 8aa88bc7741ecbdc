import { ActionIcon, Button, Menu, type ActionIconProps, type ButtonProps, type MenuItemProps } from '@mantine/core'
import type { ComponentPropsWithoutRef } from 'react'
import type { SaveKind } from '../../shared/save-kinds.ts'
import { usePolicy } from '../app/usePolicy.ts'
import { viewingHint, useViewing } from '../app/viewing/useViewing.ts'

type Handlers = Pick<ComponentPropsWithoutRef<'button'>, 'onClick' | 'disabled' | 'type' | 'aria-label'> & { 'data-autofocus'?: boolean }
/** The format that is written, or all those that are. */
type Formats = { format: SaveKind | readonly SaveKind[] }

/** Why a file can't be written here, null where it can: IT has forbidden a format, or a copy is only looked at, which takes no entry in the log. */
export function useExportBar(format: Formats['format']): string | null {
  const { forbids } = usePolicy()
  const viewing = useViewing()
  const forbidden = [format].flat().find((each) => forbids(each))
  if (forbidden !== undefined) return `Dateien im Format .${forbidden} sind von Ihrer IT gesperrt.`
  return viewing ? viewingHint : null
}

/** An entry of a menu that saves a file in a format; greyed where IT has forbidden that. */
export function ExportItem({ format, disabled, children, ...props }: MenuItemProps & Handlers & Formats) {
  const bar = useExportBar(format)
  return <Menu.Item {...props} disabled={disabled || bar !== null} title={bar ?? undefined}>{children}{bar !== null && (bar === viewingHint ? ' (nur ansehen)' : ' (von Ihrer IT gesperrt)')}</Menu.Item>
}

/** A button that saves a file in a format; greyed where IT has forbidden that. */
export function ExportButton({ format, disabled, ...props }: ButtonProps & Handlers & Formats) {
  const bar = useExportBar(format)
  return <Button {...props} disabled={disabled || bar !== null} title={bar ?? undefined} />
}

/** The same as a sign without words. */
export function ExportIcon({ format, disabled, ...props }: ActionIconProps & Handlers & Formats) {
  const bar = useExportBar(format)
  return <ActionIcon {...props} disabled={disabled || bar !== null} title={bar ?? undefined} />
}
