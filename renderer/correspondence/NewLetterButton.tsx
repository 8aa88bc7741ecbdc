import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTemplates } from './templates/TemplateField.tsx'

/** Begins a letter in form B, or with a template chosen from the menu beside. */
export function NewLetterButton({ onBegin }: { onBegin: (template?: string) => void }): ReactNode {
  const { groups } = useTemplates()
  return (
    <Group gap={1} wrap="nowrap">
      <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => onBegin()}>Neues Schreiben</Button>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target><ActionIcon size={36} variant="filled" aria-label="Mit Vorlage beginnen"><IconChevronDown size={17} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {groups.map(({ group, items }) => (
            <div key={group}>
              {items.some(({ label }) => label !== group) && <Menu.Label>{group}</Menu.Label>}
              {items.map(({ value, label }) => <Menu.Item key={value} onClick={() => onBegin(value)}>{label}</Menu.Item>)}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
