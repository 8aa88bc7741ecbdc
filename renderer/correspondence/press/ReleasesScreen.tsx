import { Button, Group, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconNews, IconPlus, IconSearch, IconSettings } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState, type ReactNode } from 'react'
import type { ReleaseListItem } from '../../../shared/correspondence/press/model.ts'
import { letterDate } from '../../../shared/correspondence/letter-date.ts'
import { useCommand } from '../../app/commands.ts'
import { api, office } from '../../app/office.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { VirtualTable, type TableColumn } from '../../ui/VirtualTable.tsx'
import parts from '../parts.module.css'
import { EmbargoMark } from './Embargo.tsx'
import { NewRelease } from './NewRelease.tsx'
import { PressFigures } from './PressFigures.tsx'
import { PressSettingsDialog } from './PressSettingsDialog.tsx'
import { PressTabs } from './PressTabs.tsx'
import { ReleaseRecord } from './ReleaseRecord.tsx'
import { ReleaseStateBadge } from './ReleaseState.tsx'

type Sort = 'date' | 'title' | 'state' | 'embargo'
type Column = TableColumn<ReleaseListItem, Sort>
const title: Column = { key: 'title', heading: 'Überschrift', width: 'minmax(0, 2fr)', sort: 'title', render: (each) => each.title || 'Ohne Überschrift' }
const state: Column = { key: 'state', heading: 'Stand', width: '172px', sort: 'state', render: (each) => <ReleaseStateBadge state={each.state} /> }
const embargo: Column = { key: 'embargo', heading: 'Sperrfrist', width: '138px', sort: 'embargo', render: (each) => <EmbargoMark embargoAt={each.embargoAt} /> }
const date: Column = { key: 'date', heading: 'Datum', width: '96px', sort: 'date', render: (each) => letterDate(each.date, 'short') }
const columns = { wide: [title, state, embargo], narrow: [date, title, state] }

/** „Presse": the releases, beside them the chosen one or what the office's press work comes to. */
export function ReleasesScreen(): ReactNode {
  const { id, new: wanted } = useSearch({ from: '/correspondence/press' })
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 150)
  const [order, setOrder] = useState<{ sort: Sort; descending: boolean }>({ sort: 'date', descending: true })
  const [dialog, setDialog] = useState<'new' | 'settings' | null>(wanted ? 'new' : null)
  const search = useRef<HTMLInputElement>(null)
  useCommand('new', () => setDialog('new'))
  useCommand('find-here', () => search.current?.focus())
  const show = (chosen: string | undefined): void => void navigate({ to: '/correspondence/press', search: chosen ? { id: chosen } : {} })
  const input = { query, ...order }
  const rows = useWindowedRows<ReleaseListItem>(api.correspondence.press.releases.list.key({ input }), async (offset, limit) => {
    const { releases, total } = await office.correspondence.press.releases.list({ ...input, offset, limit })
    return { rows: releases, total }
  })
  const list = (
    <div className={parts.list}>
      <div className={parts.head}>
        <div className={parts.title}>
          <Title order={1} size="h3">Presse</Title>
          <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setDialog('new')}>Neue Mitteilung</Button>
        </div>
        <PressTabs current="press" />
        <Group gap="xs">
          <TextInput ref={search} flex="1 1 160px" aria-label="Pressemitteilungen suchen" placeholder="Überschrift, Zitat, Empfänger" leftSection={<IconSearch size={16} aria-hidden />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
          <Button variant="default" leftSection={<IconSettings size={16} aria-hidden />} onClick={() => setDialog('settings')}>Abbinder …</Button>
        </Group>
      </div>
      {rows.error ? <FailureAlert error={rows.error} /> : null}
      <Text component="output" className={parts.count} size="xs" c="dimmed">{rows.total === undefined ? '' : `${rows.total} ${rows.total === 1 ? 'Mitteilung' : 'Mitteilungen'}`}</Text>
      {rows.total !== undefined && rows.total > 0 && (
        <VirtualTable
          label="Pressemitteilungen" columns={id === undefined ? columns.wide : columns.narrow} rows={rows} {...order} current={id ?? null} selected={new Set(id === undefined ? [] : [id])} leastWidth={id === undefined ? 500 : 420}
          onSort={(sort) => setOrder({ sort, descending: sort === order.sort ? !order.descending : sort === 'date' })} onSelect={(_ids, shown) => shown !== null && show(shown)}
        />
      )}
      {rows.total === 0 && query !== '' && <Text px="md" c="dimmed" size="sm">Keine solche Mitteilung.</Text>}
      {rows.total === 0 && query === '' && (
        <EmptyState
          icon={IconNews} title="Noch keine Pressemitteilung" text="Sperrfrist, Zitatfreigabe und der Weg über die Pressestelle stehen beim Text; versandt wird an einen Verteiler mit dem Zweck Presse."
          steps={<><Button onClick={() => setDialog('new')}>Neue Mitteilung</Button><Button variant="default" onClick={() => setDialog('settings')}>Abbinder und Kontakt festlegen</Button></>}
        />
      )}
    </div>
  )
  return (
    <>
      <SplitView name="press.list" initial={560} smallest={300} recordSmallest={420} list={list} record={id === undefined ? <PressFigures /> : <ReleaseRecord key={id} id={id} onClose={() => show(undefined)} />} />
      {dialog === 'new' && <NewRelease onClose={() => setDialog(null)} onCreated={(created) => { setDialog(null); show(created) }} />}
      {dialog === 'settings' && <PressSettingsDialog onClose={() => setDialog(null)} />}
    </>
  )
}
