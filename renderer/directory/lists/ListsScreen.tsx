import { Button } from '@mantine/core'
import { IconListDetails, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../app/office.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { WorkArea } from '../../ui/WorkArea.tsx'
import { DirectoryAside } from '../DirectoryAside.tsx'
import { ListForm } from './ListForm.tsx'
import { ListRecord } from './ListRecord.tsx'
import { ListsOverview } from './ListsOverview.tsx'
import classes from './ListsScreen.module.css'

/** „Verteiler": the lists, and the one that is open with its members. Which one stands in the route: `?id=…`. */
export function ListsScreen() {
  const { id = null } = useSearch({ from: '/directory/lists' })
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const { data: lists, error, refetch } = useQuery(api.directory.lists.all.queryOptions())
  const open = (list: string | null): void => void navigate({ to: '/directory/lists', search: list === null ? {} : { id: list } })
  const begin = <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setCreating(true)}>Neuer Verteiler</Button>

  return (
    <WorkArea aside={<DirectoryAside />}>
      {creating && <ListForm onClose={() => setCreating(false)} onSaved={open} />}
      {error && <FailureAlert error={error} retry={() => void refetch()} />}
      {lists?.length === 0 && id === null ? (
        <EmptyState
          icon={IconListDetails}
          title="Verteiler"
          text="Ein Verteiler hält fest, wer gemeinsam angeschrieben oder eingeladen wird: benannte Kontakte, alle zu einem Filter oder beides. Er gibt Listen, E-Mail-Adressen, Etiketten und Serienbriefe aus."
          steps={begin}
        />
      ) : (
        <SplitView
          name="directory.lists"
          initial={330}
          smallest={220}
          recordSmallest={430}
          list={<ListsOverview lists={lists ?? []} current={id} onOpen={open} begin={begin} />}
          record={id === null
            ? <p className={classes.hint}>Wählen Sie einen Verteiler aus der Liste.</p>
            : <ListRecord key={id} id={id} onClosed={() => open(null)} />}
        />
      )}
    </WorkArea>
  )
}
