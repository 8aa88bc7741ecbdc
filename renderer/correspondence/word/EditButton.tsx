import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFileTypeDocx } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Editing } from './useEditing.ts'

export interface EditButtonProps {
  editing: Editing
  disabled: boolean
  /** Brings unsaved text to safety; false when that failed. */
  before(): Promise<boolean>
}

/** „In Word bearbeiten": goes on with the last state from Word, or begins anew with the letter as it stands in the office. */
export function EditButton({ editing, disabled, before }: EditButtonProps): ReactNode {
  const [newest] = editing.versions
  const common = { variant: 'default', leftSection: <IconFileTypeDocx size={18} aria-hidden />, disabled: disabled || editing.copy !== null, loading: editing.busy } as const
  if (!newest) return <Button {...common} onClick={() => void editing.open('docx', true, before)}>In Word bearbeiten</Button>
  return (
    <Menu>
      <Menu.Target><Button {...common} rightSection={<IconChevronDown size={16} aria-hidden />}>In Word bearbeiten</Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void editing.open('docx', false, before)}>Mit der letzten Fassung aus Word weiterarbeiten</Menu.Item>
        <Menu.Item onClick={() => void editing.open('docx', true, before)}>Neu aus dem Text des Schreibens</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
