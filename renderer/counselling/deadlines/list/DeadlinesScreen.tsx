import { Button, Menu, SegmentedControl, Text, TextInput, Title } from '@mantine/core'
import { IconBook2, IconCalendarDown, IconCalendarPlus, IconDownload, IconPlus, IconScale, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { DeadlineScope } from '../../../../shared/counselling/deadlines/contract.ts'
import { useCommand } from '../../../app/commands.ts'
import { api } from '../../../app/office.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { SplitView } from '../../../ui/SplitView.tsx'
import recordClasses from '../../CaseRecord.module.css'
import { Confidential } from '../../Confidential.tsx'
import { CounsellingTabs } from '../../CounsellingTabs.tsx'
import { ForCounsellors } from '../../ForCounsellors.tsx'
import { listLayout } from '../../layout.ts'
import headClasses from '../../ListHead.module.css'
import { useToday } from '../../useToday.ts'
import { DeadlineDialog } from '../entry/DeadlineDialog.tsx'
import { DeadlineViews } from '../DeadlineViews.tsx'
import { BookDialog, CalendarDialog } from './OutputDialogs.tsx'
import { DeadlineGroups } from './DeadlineGroups.tsx'
import { DeadlineRecord } from './DeadlineRecord.tsx'
import { matches } from './matches.ts'
import { WhatComes } from './WhatComes.tsx'

/** All deadlines: what is overdue, due and coming, beside the chosen one or a picture of the weeks to come. */
export function DeadlinesScreen() {
  return <ForCounsellors><Deadlines /></ForCounsellors>
}

function Deadlines() {
  const { id } = useSearch({ from: '/counselling/deadlines' })
  const navigate = useNavigate()
  const today = useToday()
  const [scope, setScope] = useState<DeadlineScope>('mine')
  const [query, setQuery] = useState('')
  const [dialog, setDialog] = useState<'new' | 'book' | 'calendar' | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const open = useQuery(api.counselling.deadlines.open.queryOptions({ input: { scope } }))
  const done = useQuery(api.counselling.deadlines.done.queryOptions({ input: { scope } }))
  useCommand('new', () => setDialog('new'))
  useCommand('find-here', () => search.current?.focus())
  const show = (chosen: string | undefined): void => void navigate({ to: '/counselling/deadlines', search: chosen ? { id: chosen } : {} })

  const close = (): void => setDialog(null)
  const shownOpen = (open.data ?? []).filter((deadline) => matches(deadline, query))
  const shownDone = (done.data?.deadlines ?? []).filter((deadline) => matches(deadline, query))
  const nothingYet = open.data?.length === 0 && done.data?.total === 0
  const list = (
    <div className={headClasses.list}>
      <div className={headClasses.head}>
        <div className={headClasses.title}>
          <Title order={1} size="h2">Beratung</Title>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDialog('new')}>Neue Frist</Button>
        </div>
        <CounsellingTabs current="deadlines" />
        <DeadlineViews current="deadlines" />
        <TextInput
          ref={search} type="search" aria-label="Fristen durchsuchen" placeholder="Nummer, Fall, Stichwort" value={query}
          leftSection={<IconSearch size={17} aria-hidden />} onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <div className={headClasses.title}>
          <SegmentedControl
            size="xs" aria-label="Wessen Fristen" data={[{ value: 'mine', label: 'Eigene Fälle' }, { value: 'all', label: 'Alle' }]} value={scope}
            onChange={(value) => setScope(value as DeadlineScope)}
          />
          <Menu position="bottom-end">
            <Menu.Target><Button size="compact-sm" variant="default" leftSection={<IconDownload size={16} aria-hidden />}>Ausgeben</Button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconBook2 size={16} aria-hidden />} onClick={() => setDialog('book')}>Fristenbuch …</Menu.Item>
              <Menu.Item leftSection={<IconCalendarDown size={16} aria-hidden />} onClick={() => setDialog('calendar')}>Kalenderdatei …</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      {open.error ? <FailureAlert error={open.error} /> : null}
      {query !== '' && shownOpen.length + shownDone.length === 0 && <Text px="md" c="dimmed" component="output">Keine solche Frist.</Text>}
      <DeadlineGroups open={shownOpen} done={shownDone} doneTotal={query === '' ? (done.data?.total ?? 0) : shownDone.length} today={today} current={id ?? null} onOpen={show} />
    </div>
  )
  const empty = nothingYet
    ? (
      <EmptyState
        icon={IconCalendarPlus} title="Noch keine Frist eingetragen"
        text="Hier stehen die Fristen aller Fälle: gerechnet, laut Bescheid oder mit eigenem Datum. Was brennt, steht auch auf der Übersicht."
        steps={
          <>
            <Button onClick={() => setDialog('new')}>Neue Frist</Button>
            <Button variant="default" leftSection={<IconScale size={17} aria-hidden />} onClick={() => void navigate({ to: '/counselling/calculator' })}>Erst rechnen</Button>
          </>
        }
      />
    )
    : <WhatComes deadlines={shownOpen} today={today} onOpen={show} />
  return (
    <>
      <SplitView
        {...listLayout}
        list={list}
        record={id === undefined
          ? <div className={recordClasses.page}>{open.data && empty}<Confidential /></div>
          : <DeadlineRecord key={id} id={id} onClose={() => show(undefined)} />}
      />
      {dialog === 'new' && (
        <DeadlineDialog
          onClose={close}
          onStored={(stored) => {
            close()
            show(stored)
          }}
        />
      )}
      {dialog === 'book' && <BookDialog onClose={close} />}
      {dialog === 'calendar' && <CalendarDialog onClose={close} />}
    </>
  )
}
