import { Button, Text } from '@mantine/core'
import { IconMessages, IconUserOff } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf, shortTopicLabel, topicLabel } from '../../shared/counselling/catalogues.ts'
import type { ConsultationListItem } from '../../shared/counselling/contract.ts'
import { germanDate } from '../../shared/dates.ts'
import { useCommand } from '../app/commands.ts'
import { office } from '../app/office.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import { SplitView } from '../ui/SplitView.tsx'
import { useWindowedRows } from '../ui/useWindowedRows.ts'
import { VirtualTable, type TableColumn } from '../ui/VirtualTable.tsx'
import classes from './CaseRecord.module.css'
import { Confidential } from './Confidential.tsx'
import { ConsultationRecord } from './ConsultationRecord.tsx'
import { ForCounsellors } from './ForCounsellors.tsx'
import { listLayout } from './layout.ts'
import { CappedSearch, ListHead } from './ListHead.tsx'
import listClasses from './ListHead.module.css'
import { NewConsultation } from './NewConsultation.tsx'
import { useFilter } from './useFilter.ts'

const columns: readonly TableColumn<ConsultationListItem, 'date'>[] = [
  { key: 'date', heading: 'Datum', width: '82px', render: ({ date }) => germanDate(date) },
  {
    key: 'who', heading: 'Für', width: 'minmax(84px, 0.9fr)',
    render: ({ alias, caseNumber }) =>
      alias === null ? <Text span size="sm" c="dimmed">anonym</Text> : <span title={caseNumber ?? ''}><Personal>{alias}</Personal></span>,
  },
  {
    key: 'topic', heading: 'Thema', width: 'minmax(0, 1.3fr)',
    render: ({ topic, result }) => <span title={`${topicLabel(topic)} – ${labelOf('results', result)}`}>{shortTopicLabel(topic)}</span>,
  },
  { key: 'duration', heading: 'Dauer', width: '62px', render: ({ durationMinutes }) => `${durationMinutes} Min.` },
]

/** All consultations, anonymous ones included, beside the chosen one. */
export function ConsultationsScreen() {
  return <ForCounsellors><Consultations /></ForCounsellors>
}

function Consultations() {
  const { id, new: wanted } = useSearch({ from: '/counselling/consultations' })
  const navigate = useNavigate()
  const state = useFilter()
  const [capped, setCapped] = useState(false)
  const rows = useWindowedRows(['counselling', 'consultations', state.asked], async (offset, limit) => {
    const { consultations, total, capped } = await office.counselling.consultations.list({ ...state.asked, offset, limit })
    setCapped(capped)
    return { rows: consultations, total }
  })
  const show = (search: { id?: string; new?: 'consultation' }): void => void navigate({ to: '/counselling/consultations', search })
  const enter = (): void => show({ new: 'consultation' })
  useCommand('new', enter)

  const list = (
    <div className={listClasses.list}>
      <ListHead
        list="consultations"
        action={<Button leftSection={<IconUserOff size={18} aria-hidden />} onClick={enter}>Anonyme Beratung</Button>}
        state={state}
        searchHint="Alias, Nummer, Wörter der Notiz"
      />
      {capped && <CappedSearch />}
      {rows.error ? <FailureAlert error={rows.error} /> : null}
      {rows.total === 0 && (
        <Text px="md" c="dimmed" component="output">
          {state.active ? 'Nichts gefunden. Gesucht wird nach Wortanfängen.' : 'Noch keine Beratung eingetragen.'}
        </Text>
      )}
      {rows.total !== undefined && rows.total > 0 && (
        <VirtualTable
          label="Alle Beratungen, die letzte zuerst"
          columns={columns}
          rows={rows}
          sort="date"
          descending
          onSort={() => {}}
          current={id ?? null}
          selected={new Set(id === undefined ? [] : [id])}
          onSelect={(_selected, current) => current && show({ id: current })}
        />
      )}
    </div>
  )
  const record =
    wanted === 'consultation' ? (
      <div className={classes.record}>
        <NewConsultation caseId={null} language={null} onDone={(made) => show(made === null ? {} : { id: made })} />
        <Confidential />
      </div>
    ) : id === undefined ? (
      <div className={classes.page}>
        <EmptyState
          icon={IconMessages}
          title="Keine Beratung gewählt"
          text="Wählen Sie links eine Beratung. Eine Auskunft ohne Fall tragen Sie als anonyme Beratung ein; sie zählt genauso in der Statistik."
        />
        <Confidential />
      </div>
    ) : (
      <ConsultationRecord key={id} id={id} onRemoved={() => show({})} />
    )
  return <SplitView {...listLayout} list={list} record={record} />
}
