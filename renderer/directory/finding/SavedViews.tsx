import { IconBookmark, IconUsers } from '@tabler/icons-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import type { ContactView } from '../../../shared/directory/finding/views.ts'
import { api } from '../../app/office.ts'
import { asideClasses } from '../../ui/GroupList.tsx'

/** „Ansichten" on the left side: each with how many contacts it has now. */
export function SavedViews({ current, onShow }: { current: string | null; onShow: (view: ContactView) => void }) {
  const { data: views = [] } = useQuery(api.directory.finding.views.queryOptions())
  const totals = useQueries({
    queries: views.map(({ definition: { query, group, filter } }) => api.directory.finding.count.queryOptions({ input: { query, group, filter } })),
  })
  if (views.length === 0) return null
  return (
    <nav className={asideClasses.links} aria-label="Ansichten">
      {views.map((view, index) => {
        const Sign = view.shared ? IconUsers : IconBookmark
        return (
          <button key={view.id} type="button" className={asideClasses.group} title={view.name} aria-current={view.id === current} onClick={() => onShow(view)}>
            <Sign size={16} stroke={1.6} aria-label={view.shared ? 'Ansicht des Büros' : 'Eigene Ansicht'} role="img" />
            <span className={asideClasses.label}>{view.name}</span>
            <span className={asideClasses.count}>{totals[index]?.data?.toLocaleString('de-DE')}</span>
          </button>
        )
      })}
    </nav>
  )
}
