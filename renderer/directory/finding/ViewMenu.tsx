import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconBookmark, IconBookmarkPlus, IconDeviceFloppy, IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { definitionOf, differs, useListSettings } from './useListSettings.ts'
import { ViewDialog } from './ViewDialog.tsx'

/** „Ansichten": keeps what the list shows under a name, and changes, renames or removes the view at hand. */
export function ViewMenu() {
  const { settings, change } = useListSettings()
  const { data: views = [] } = useQuery(api.directory.finding.views.queryOptions())
  const [dialog, setDialog] = useState<'none' | 'new' | 'rename'>('none')
  const current = views.find(({ id }) => id === settings.viewId)

  const save = async (name: string, shared: boolean): Promise<void> => {
    const known = dialog === 'rename' && current ? { id: current.id, version: current.version } : {}
    const definition = dialog === 'rename' && current ? current.definition : definitionOf(settings)
    const { id, change: step } = await office.directory.finding.saveView({ ...known, view: { name, shared, definition } })
    change({ viewId: id })
    showUndoNotice(dialog === 'rename' ? 'Ansicht geändert' : `Ansicht „${name}“ gespeichert`, 'office', step)
    setDialog('none')
  }
  const overwrite = async (): Promise<void> => {
    if (!current) return
    try {
      const { id, version, name, shared } = current
      const { change: step } = await office.directory.finding.saveView({ id, version, view: { name, shared, definition: definitionOf(settings) } })
      showUndoNotice(`Ansicht „${name}“ überschrieben`, 'office', step)
    } catch (error) {
      showFailure(error)
    }
  }
  const remove = async (): Promise<void> => {
    if (!current) return
    try {
      const { change: step } = await office.directory.finding.removeView({ id: current.id })
      showUndoNotice(`Ansicht „${current.name}“ gelöscht`, 'office', step)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <>
      <Menu position="bottom-end" withArrow shadow="md" returnFocus keepMounted={false}>
        <Menu.Target>
          <Tooltip label={current ? `Ansicht „${current.name}“` : 'Ansicht speichern'}>
            <ActionIcon size={36} variant="default" aria-label="Ansicht"><IconBookmark size={17} aria-hidden /></ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown aria-label="Ansicht">
          <Menu.Item leftSection={<IconBookmarkPlus size={16} aria-hidden />} onClick={() => setDialog('new')}>Als Ansicht speichern …</Menu.Item>
          {current && (
            <>
              <Menu.Divider />
              <Menu.Label>{current.name}{differs(settings, current) ? ' (verändert)' : ''}</Menu.Label>
              <Menu.Item leftSection={<IconDeviceFloppy size={16} aria-hidden />} disabled={!differs(settings, current)} onClick={() => void overwrite()}>Mit der jetzigen Liste überschreiben</Menu.Item>
              <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setDialog('rename')}>Umbenennen …</Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void remove()}>Löschen</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog !== 'none' && <ViewDialog view={dialog === 'rename' ? current : undefined} onSave={save} onClose={() => setDialog('none')} />}
    </>
  )
}
