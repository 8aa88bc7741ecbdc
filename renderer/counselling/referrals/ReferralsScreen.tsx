import { Badge, Button, Checkbox, Select, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowForwardUp, IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { FeedbackState, Referral } from '../../../shared/counselling/referrals/contract.ts'
import { targetLabel } from '../../../shared/counselling/referrals/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { useCommand } from '../../app/commands.ts'
import { api, office } from '../../app/office.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { VirtualTable, type TableColumn } from '../../ui/VirtualTable.tsx'
import recordClasses from '../CaseRecord.module.css'
import { Confidential } from '../Confidential.tsx'
import { CounsellingTabs } from '../CounsellingTabs.tsx'
import { ForCounsellors } from '../ForCounsellors.tsx'
import { listLayout } from '../layout.ts'
import headClasses from '../ListHead.module.css'
import { mainTopicOptions } from '../topicOptions.tsx'
import { useToday } from '../useToday.ts'
import { NewReferral } from './ReferralDialog.tsx'
import { ReferralFigures } from './ReferralFigures.tsx'
import { ReferralRecord } from './ReferralRecord.tsx'
import classes from './Referrals.module.css'
import { FeedbackBadge } from './StateBadge.tsx'

const feedbackOptions: { value: FeedbackState; label: string }[] = [
  { value: 'all', label: 'alle' }, { value: 'due', label: 'Nachfrage fällig' }, { value: 'open', label: 'ohne Rückmeldung' }, { value: 'answered', label: 'mit Rückmeldung' },
]
const afterLastKeyMilliseconds = 150

/** To whom people were referred: the list beside the chosen one, or the figures of a year. */
export function ReferralsScreen() {
  return <ForCounsellors><Referrals /></ForCounsellors>
}

function Referrals() {
  const { id, contact } = useSearch({ from: '/counselling/referrals' })
  const navigate = useNavigate()
  const today = useToday()
  const search = useRef<HTMLInputElement>(null)
  const [filter, setFilter] = useState({ query: '', year: null as number | null, topic: null as string | null, feedback: 'all' as FeedbackState, mine: false })
  const [query] = useDebouncedValue(filter.query, afterLastKeyMilliseconds)
  const [entering, setEntering] = useState(false)
  const set = (patch: Partial<typeof filter>): void => setFilter((before) => ({ ...before, ...patch }))
  const show = (search: { id?: string; contact?: string }): void => void navigate({ to: '/counselling/referrals', search })
  const asked = { ...filter, query, contactId: contact ?? null }
  const rows = useWindowedRows(['counselling', 'referrals', asked], async (offset, limit) => {
    const { referrals, total } = await office.counselling.referrals.list({ ...asked, offset, limit })
    return { rows: referrals, total }
  })
  const figures = useQuery(api.counselling.referrals.figures.queryOptions({ input: { year: filter.year } }))
  useCommand('new', () => setEntering(true))
  useCommand('find-here', () => search.current?.focus())
  const years = [...new Set([Number(today.slice(0, 4)), ...(figures.data?.years ?? [])])].sort((a, b) => b - a)
  const active = filter.query !== '' || filter.year !== null || filter.topic !== null || filter.feedback !== 'all' || filter.mine || contact !== undefined

  const list = (
    <div className={headClasses.list}>
      <div className={headClasses.head}>
        <div className={headClasses.title}>
          <Title order={1} size="h2">Beratung</Title>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEntering(true)}>Verweisen</Button>
        </div>
        <CounsellingTabs current="referrals" />
        <TextInput
          ref={search} type="search" aria-label="Verweisungen durchsuchen" placeholder="Stelle, Fall, Stichwort" value={filter.query} leftSection={<IconSearch size={17} aria-hidden />}
          onChange={(event) => set({ query: event.currentTarget.value })}
        />
        <div className={classes.filters}>
          <Select
            aria-label="Filter: Anliegen" placeholder="alle Anliegen" searchable clearable data={mainTopicOptions(today)} value={filter.topic} onChange={(topic) => set({ topic })}
            clearButtonProps={{ 'aria-label': 'Filter Anliegen leeren' }} comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
          />
          <Select
            aria-label="Filter: Jahr" placeholder="alle Jahre" clearable data={years.map(String)} value={filter.year === null ? null : String(filter.year)}
            clearButtonProps={{ 'aria-label': 'Filter Jahr leeren' }} onChange={(year) => set({ year: year === null ? null : Number(year) })}
          />
          <Select aria-label="Filter: Rückmeldung" data={feedbackOptions} allowDeselect={false} value={filter.feedback} onChange={(value) => set({ feedback: (value ?? 'all') as FeedbackState })} comboboxProps={{ width: 'max-content', position: 'bottom-end' }} />
          <Checkbox label="nur eigene" checked={filter.mine} onChange={(event) => set({ mine: event.currentTarget.checked })} />
        </div>
        {contact !== undefined && (
          <Badge
            variant="light" tt="none" rightSection={<Button variant="transparent" size="compact-xs" aria-label="Filter Stelle leeren" onClick={() => show({})}>×</Button>}
          >
            Stelle: <Personal>{figures.data?.contacts.find(({ contactId }) => contactId === contact)?.name ?? 'gewählter Kontakt'}</Personal>
          </Badge>
        )}
      </div>
      {rows.error ? <FailureAlert error={rows.error} /> : null}
      {rows.total === 0 && active && <Text px="md" c="dimmed" component="output">Keine solche Verweisung.</Text>}
      {rows.total !== undefined && rows.total > 0 && (
        <VirtualTable
          label="Verweisungen" columns={columnsOn(today)} rows={rows} sort="date" descending onSort={() => {}} current={id ?? null} selected={new Set(id === undefined ? [] : [id])}
          onSelect={(_selected, current) => current && show({ id: current, ...(contact !== undefined && { contact }) })}
        />
      )}
    </div>
  )
  const overview = figures.data === undefined ? null : figures.data.count === 0 && filter.year === null
    ? (
      <EmptyState
        icon={IconArrowForwardUp} title="Noch keine Verweisung eingetragen" text="Hier steht, an wen verwiesen wurde, ob etwas weitergegeben werden durfte und was daraus wurde."
        steps={<Button onClick={() => setEntering(true)}>Verweisen</Button>}
      />
    )
    : <ReferralFigures figures={figures.data} year={filter.year} onShow={(contactId) => show({ contact: contactId })} />
  return (
    <>
      <SplitView
        {...listLayout} list={list}
        record={id === undefined
          ? <div className={recordClasses.page}>{overview}<Confidential /></div>
          : <ReferralRecord key={id} id={id} onRemoved={() => show(contact === undefined ? {} : { contact })} />}
      />
      {entering && (
        <NewReferral
          owner={null} onClose={() => setEntering(false)}
          onStored={(stored) => {
            setEntering(false)
            show({ id: stored })
          }}
        />
      )}
    </>
  )
}

function columnsOn(today: string): readonly TableColumn<Referral, 'date'>[] {
  return [
    { key: 'date', heading: 'Am', width: '84px', render: ({ date }) => germanDate(date) },
    { key: 'target', heading: 'Wohin', width: 'minmax(0, 1fr)', render: (referral) => <span title={targetLabel(referral)}><Personal>{targetLabel(referral)}</Personal></span> },
    { key: 'state', heading: 'Stand', width: 'minmax(0, 1.15fr)', render: (referral) => <FeedbackBadge referral={referral} today={today} /> },
  ]
}
