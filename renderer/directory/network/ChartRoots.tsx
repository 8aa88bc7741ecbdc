import { Loader, Text } from '@mantine/core'
import { IconSitemap } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { ContactPicker } from './ContactPicker.tsx'
import classes from './Network.module.css'

/** Where a chart can begin: every organisation with others below it, and a field for any other contact. */
export function ChartRoots({ onFocus }: { onFocus: (id: string) => void }) {
  const { data, error } = useQuery(api.directory.network.roots.queryOptions())
  if (error) return <FailureAlert error={error} />
  if (!data) return <Loader size="sm" aria-label="Organisationen werden geladen" />
  return (
    <div className={classes.roots}>
      <div className={classes.picker}>
        <ContactPicker label="Organigramm zeigen von" placeholder="Organisation oder Person suchen" onChoose={onFocus} />
      </div>
      {data.roots.length === 0 ? (
        <Text c="dimmed">
          Noch gehört keine Organisation zu einer anderen. Tragen Sie bei einer Organisation unter „Bearbeiten“ die übergeordnete Organisation ein;
          dann zeigt diese Ansicht, wer zu wem gehört.
        </Text>
      ) : (
        <ul className={classes.cards} aria-label="Organisationen mit Untergliederungen">
          {data.roots.map((root) => (
            <li key={root.id}>
              <button type="button" className={classes.card} onClick={() => onFocus(root.id)}>
                <IconSitemap size={20} aria-hidden />
                <span>
                  <strong><Personal>{root.name}</Personal></strong>
                  {root.department && <span className={classes.quiet}>{root.department}</span>}
                  <span className={classes.quiet}>{root.children === 1 ? '1 Untergliederung' : `${root.children} Untergliederungen`}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {data.total > data.roots.length && <Text size="sm" c="dimmed">{data.total - data.roots.length} weitere über das Suchfeld.</Text>}
    </div>
  )
}
