import { Button, Text } from '@mantine/core'
import { IconMessages, IconPlus, IconUserSearch } from '@tabler/icons-react'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { shortTopicLabel, topicLabel } from '../../shared/counselling/catalogues.ts'
import type { CaseListItem, CaseSort } from '../../shared/counselling/contract.ts'
import { germanDate } from '../../shared/dates.ts'
import { keysOf } from '../../shared/shortcuts.ts'
import { runCommand, useCommand } from '../app/commands.ts'
import { office } from '../app/office.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import { SplitView } from '../ui/SplitView.tsx'
import { useWindowedRows } from '../ui/useWindowedRows.ts'
import { VirtualTable, type TableColumn } from '../ui/VirtualTable.tsx'
import recordClasses from './CaseRecord.module.css'
import { CaseRecord } from './CaseRecord.tsx'
import { Confidential } from './Confidential.tsx'
import { ForCounsellors } from './ForCounsellors.tsx'
import { listLayout } from './layout.ts'
import { CappedSearch, ListHead } from './ListHead.tsx'
import classes from './ListHead.module.css'
import { NewCaseDialog } from './NewCaseDialog.tsx'
import { useFilter } from './useFilter.ts'

const columns: readonly TableColumn<CaseListItem, CaseSort>[] = [
  { key: 'number', heading: 'Nummer', width: '92px', sort: 'number', render: ({ number }) => number },
  { key: 'alias', heading: 'Alias', width: 'minmax(76px, 0.8fr)', sort: 'alias', render: ({ alias }) => <Personal>{alias}</Personal> },
  {
    key: 'topic', heading: 'Letztes Thema', width: 'minmax(0, 1.2fr)',
    render: ({ lastTopic }) => lastTopic === '' ? '–' : <span title={topicLabel(lastTopic)}>{shortTopicLabel(lastTopic)}</span>,
  },
  {
    key: 'contact', heading: 'Zuletzt', width: '84px', sort: 'lastContact',
    render: ({ lastContact }) => (lastContact === '' ? '–' : germanDate(lastContact)),
  },
]

/** Cases under an alias beside the chosen one. */
export function CasesScreen() {
  return <ForCounsellors><Cases /></ForCounsellors>
}

function Cases() {
  const { id, new: wanted } = useSearch({ from: '/counselling' })
  const navigate = useNavigate()
  const state = useFilter()
  const [order, setOrder] = useState<{ sort: CaseSort; descending: boolean }>({ sort: 'lastContact', descending: true })
  const [capped, setCapped] = useState(false)
  const [creating, setCreating] = useState(false)
  const rows = useWindowedRows(['counselling', 'cases', state.asked, order], async (offset, limit) => {
    const { cases, total, capped } = await office.counselling.cases.list({ ...state.asked, ...order, offset, limit })
    setCapped(capped)
    return { rows: cases, total }
  })
  const open = useCallback((chosen: string | undefined) => void navigate({ to: '/counselling', search: chosen ? { id: chosen } : {} }), [navigate])
  useCommand('new', () => setCreating(true))

  if (wanted === 'consultation') return <Navigate to="/counselling/consultations" search={{ new: 'consultation' }} replace />
  const nothingYet = rows.total === 0 && !state.active
  const newCase = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>Neue ratsuchende Person</Button>
  )
  const list = (
    <div className={classes.list}>
      <ListHead
        list="cases" action={newCase} state={state} searchHint="Alias, Nummer, Stichwort"
        beside={(
          <Button variant="default" title={`${keysOf('find-client')}: mit Anlass, wird protokolliert`} leftSection={<IconUserSearch size={17} aria-hidden />} onClick={() => runCommand('find-client')}>
            Nach Namen
          </Button>
        )}
      />
      {capped && <CappedSearch />}
      {rows.error ? <FailureAlert error={rows.error} /> : null}
      {rows.total === 0 && state.active && <Text px="md" c="dimmed" component="output">Nichts gefunden. Gesucht wird nach Wortanfängen.</Text>}
      {rows.total !== undefined && rows.total > 0 && (
        <VirtualTable
          label="Ratsuchende"
          columns={columns}
          rows={rows}
          sort={order.sort}
          descending={order.descending}
          onSort={(sort) => setOrder({ sort, descending: sort === order.sort ? !order.descending : sort === 'lastContact' })}
          current={id ?? null}
          selected={new Set(id === undefined ? [] : [id])}
          onSelect={(_selected, current) => current && open(current)}
        />
      )}
    </div>
  )
  const empty = nothingYet ? (
    <EmptyState
      icon={IconMessages}
      title="Noch keine Beratung eingetragen"
      text="Hier führen Sie das vertrauliche Beratungsbuch: Ratsuchende unter einem Alias und jede Beratung mit Thema, Dauer und Ergebnis."
      steps={
        <>
          <Button onClick={() => setCreating(true)}>Mit einer Person beginnen</Button>
          <Button variant="default" onClick={() => void navigate({ to: '/counselling/consultations', search: { new: 'consultation' } })}>
            Ohne Namen eintragen
          </Button>
        </>
      }
    />
  ) : (
    <EmptyState icon={IconMessages} title="Keine Person gewählt" text="Wählen Sie links eine Person, oder legen Sie eine neue an." />
  )
  return (
    <>
      <SplitView
        {...listLayout}
        list={list}
        record={id === undefined ? <div className={recordClasses.page}>{empty}<Confidential /></div> : <CaseRecord key={id} id={id} onRemoved={() => open(undefined)} />}
      />
      <NewCaseDialog
        opened={creating}
        onClose={() => setCreating(false)}
        onCreated={(created) => {
          setCreating(false)
          open(created)
        }}
      />
    </>
  )
}
