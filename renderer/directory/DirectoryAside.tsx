import { Button } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { contactGroups, type ContactGroup } from '../../shared/directory/list.ts'
import { keysOf } from '../../shared/shortcuts.ts'
import { useCommand } from '../app/commands.ts'
import { api } from '../app/office.ts'
import { asideClasses, GroupList } from '../ui/GroupList.tsx'
import { SavedViews } from './finding/SavedViews.tsx'
import { useListSettings } from './finding/useListSettings.ts'
import { directorySections } from './sections.ts'

const groupLabels: Record<ContactGroup, string> = { all: 'Alle', person: 'Personen', organisation: 'Organisationen', check: 'Zu prüfen' }

/** Left side of every screen of „Kontakte": what to begin, the groups of the list, and the further screens. */
export function DirectoryAside() {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const list = useListSettings()
  const { data: counts } = useQuery(api.directory.counts.queryOptions())
  const inList = pathname === '/directory'
  const begin = (): void => void navigate({ to: '/directory', search: { new: true } })
  const toList = (): void => {
    if (!inList) void navigate({ to: '/directory', search: {} })
  }
  // A group of the left side begins anew; from a saved view nothing is left over but the columns.
  const show = (group: ContactGroup): void => {
    list.change({ group, viewId: null, ...list.settings.viewId === null ? {} : { filter: {}, query: '', grouping: null } })
    toList()
  }
  useCommand('new', begin)
  return (
    <GroupList
      title="Kontakte"
      actions={
        <>
          <Button leftSection={<IconPlus size={17} aria-hidden />} title={keysOf('new')} onClick={begin}>Neuer Kontakt</Button>
          <Button variant="default" leftSection={<IconFileImport size={17} aria-hidden />} aria-current={pathname === '/directory/import' ? 'page' : undefined} onClick={() => void navigate({ to: '/directory/import' })}>
            Importieren
          </Button>
        </>
      }
      groups={contactGroups.map((key) => ({ key, label: groupLabels[key], count: counts?.[key] }))}
      current={inList && list.settings.viewId === null ? list.settings.group : null}
      onChoose={show}
    >
      <SavedViews current={inList ? list.settings.viewId : null} onShow={(view) => { list.show(view); toList() }} />
      {directorySections.length > 0 && (
        <nav className={asideClasses.links} aria-label="Weiteres in Kontakte">
          {directorySections.map(({ path, label, icon: SectionIcon, note: Note }) => (
            <Link key={path} to={path} className={asideClasses.group} aria-current={pathname.startsWith(path) ? 'page' : undefined}>
              <SectionIcon size={17} stroke={1.6} aria-hidden />
              {label}
              {Note && <Note />}
            </Link>
          ))}
        </nav>
      )}
    </GroupList>
  )
}
