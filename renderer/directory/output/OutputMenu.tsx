import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconListDetails, IconShare2, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { ContactSelection } from '../../../shared/directory/lists/model.ts'
import { ListForm } from '../lists/ListForm.tsx'
import { contactsText } from './formats.ts'
import { OutputDialog } from './OutputDialog.tsx'

/** Above the list of contacts: gives out the marked contacts or all that the list shows, or makes a list of what it shows. */
export function OutputMenu({ selected, selection, total }: { selected: ReadonlySet<string>; selection: ContactSelection; total: number | undefined }) {
  const [open, setOpen] = useState<'marked' | 'shown' | 'list' | null>(null)
  const close = (): void => setOpen(null)
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Tooltip label="Ausgeben: Liste, E-Mail-Adressen, Etiketten, Serienbrief …">
            <ActionIcon size={36} variant="default" aria-label="Ausgeben"><IconShare2 size={17} aria-hidden /></ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {selected.size > 0 && <Menu.Item leftSection={<IconUsers size={16} aria-hidden />} onClick={() => setOpen('marked')}>{selected.size === 1 ? 'Ausgewählten Kontakt' : `${selected.size.toLocaleString('de-DE')} ausgewählte`} ausgeben …</Menu.Item>}
          <Menu.Item leftSection={<IconShare2 size={16} aria-hidden />} disabled={(total ?? 0) === 0} onClick={() => setOpen('shown')}>Was die Liste zeigt ausgeben ({contactsText(total ?? 0)}) …</Menu.Item>
          <Menu.Item leftSection={<IconListDetails size={16} aria-hidden />} onClick={() => setOpen('list')}>Verteiler aus Suche und Filter …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'marked' && <OutputDialog source={{ kind: 'contacts', ids: [...selected] }} title="Ausgewählte Kontakte" onClose={close} />}
      {open === 'shown' && <OutputDialog source={{ kind: 'selection', selection }} title="Kontakte" onClose={close} />}
      {open === 'list' && <ListForm rule={selection} onClose={close} />}
    </>
  )
}
