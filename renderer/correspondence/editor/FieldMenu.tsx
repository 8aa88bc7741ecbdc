import { Menu } from '@mantine/core'
import { RichTextEditor } from '@mantine/tiptap'
import { IconForms } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import type { ReactNode } from 'react'
import { bodyFieldGroups, bodyFields, type BodyField } from '../../../shared/correspondence/body-field-names.ts'
import type { BodyFieldValues } from '../../../shared/correspondence/body-fields.ts'
import classes from './Tools.module.css'

const groups = Object.entries(bodyFieldGroups) as [BodyField['group'], string][]

/** „Feld einfügen": every field with what it would say now. */
export function FieldMenu({ editor, values, opened, onOpen }: { editor: Editor; values: BodyFieldValues | undefined; opened: boolean; onOpen(opened: boolean): void }): ReactNode {
  const insert = (field: string): void => {
    onOpen(false)
    setTimeout(() => editor.chain().focus().insertContent([{ type: 'field', attrs: { field, value: null } }]).run())
  }
  return (
    <Menu opened={opened} onChange={onOpen} returnFocus={false} position="bottom-start" shadow="md">
      <Menu.Target><RichTextEditor.Control aria-label="Feld einfügen (/feld)" title="Feld einfügen (/feld)"><IconForms size={16} aria-hidden /></RichTextEditor.Control></Menu.Target>
      <Menu.Dropdown className={classes.fields}>
        {groups.map(([group, title]) => [
          <Menu.Label key={group}>{title}</Menu.Label>,
          ...bodyFields.filter((field) => field.group === group).map(({ key, label }) => (
            <Menu.Item key={key} onClick={() => insert(key)} rightSection={<span className={classes.value}>{values && (values.get(key) || 'noch leer')}</span>}>{label}</Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  )
}
