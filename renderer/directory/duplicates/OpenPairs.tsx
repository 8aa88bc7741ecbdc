import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/office.ts'
import { asideClasses } from '../../ui/GroupList.tsx'

/** How many pairs await a decision, beside the link to them; nothing as long as nobody has looked. */
export function OpenPairs() {
  const { data } = useQuery(api.directory.duplicates.counts.queryOptions())
  const open = data ? data.sure + data.likely + data.possible : 0
  return open === 0 ? null : <span className={asideClasses.count} aria-label={`${open} offene Paare`}>{open.toLocaleString('de-DE')}</span>
}
