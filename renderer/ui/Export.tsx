import { Button, Menu, type ButtonProps, type MenuItemProps } from '@mantine/core'
import type { ComponentPropsWithoutRef } from 'react'
import type { SaveKind } from '../../shared/save-kinds.ts'
import { usePolicy } from '../app/usePolicy.ts'

const reason = 'Dieses Format ist von Ihrer IT gesperrt.'

type Handlers = Pick<ComponentPropsWithoutRef<'button'>, 'onClick' | 'disabled'>

/** An entry of a menu that saves a file in a format; greyed where IT has forbidden that. */
export function ExportItem({ format, disabled, children, ...props }: MenuItemProps & Handlers & { format: SaveKind }) {
  const forbidden = usePolicy().forbids(format)
  return <Menu.Item {...props} disabled={disabled || forbidden} title={forbidden ? reason : undefined}>{children}{forbidden && ' (von Ihrer IT gesperrt)'}</Menu.Item>
}

/** A button that saves a file in a format; greyed where IT has forbidden that. */
export function ExportButton({ format, disabled, ...props }: ButtonProps & Handlers & { format: SaveKind }) {
  const forbidden = usePolicy().forbids(format)
  return <Button {...props} disabled={disabled || forbidden} title={forbidden ? reason : undefined} />
}
