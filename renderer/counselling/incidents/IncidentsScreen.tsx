import { Button, Select, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch, IconShieldExclamation } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { IncidentView } from '../../../shared/counselling/incidents/contract.ts'
import { useCommand } from '../../app/commands.ts'
import { api } from '../../app/office.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import recordClasses from '../CaseRecord.module.css'
import { Confidential } from '../Confidential.tsx'
import { CounsellingTabs } from '../CounsellingTabs.tsx'
import rowClasses from '../deadlines/list/DeadlineGroups.module.css'
import { ForCounsellors } from '../ForCounsellors.tsx'
import { IncidentViews } from '../IncidentViews.tsx'
import { listLayout } from '../layout.ts'
import headClasses from '../ListHead.module.css'
import { useToday } from '../useToday.ts'
import { CodeOne } from './CodeField.tsx'
import classes from './Incidents.module.css'
import { IncidentRecord } from './IncidentRecord.tsx'
import { IncidentRow } from './IncidentRow.tsx'
import { useNewIncident } from './useNewIncident.ts'

const views: readonly { value: IncidentView; label: string }[] = [
  { value: 'all', label: 'alle Vorfälle' }, { value: 'clock', label: 'Frist offen oder läuft' }, { value: 'steps', label: 'Nächster Schritt offen' },
  { value: 'attacks', label: 'Angriffe' }, { value: 'unlinked', label: 'Ohne Fall' },
]

/** „Vorfälle“: discrimination and attacks, beside the chosen one. */
export function IncidentsScreen() {
  return <ForCounsellors><Incidents /></ForCounsellors>
}

function Incidents() {
  const { id } = useSearch({ from: '/counselling/incidents' })
  const navigate = useNavigate()
  const today = useToday()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 150)
  const [view, setView] = useState<IncidentView>('all')
  const [lifeArea, setLifeArea] = useState<string | null>(null)
  const [characteristic, setCharacteristic] = useState<string | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const { data, error } = useQuery(api.counselling.incidents.list.queryOptions({ input: { query, view, lifeArea, characteristic }, placeholderData: keepPreviousData }))
  const create = useNewIncident()
  useCommand('new', () => void create())
  useCommand('find-here', () => search.current?.focus())
  const show = (chosen: string | undefined): void => void navigate({ to: '/counselling/incidents', search: chosen ? { id: chosen } : {} })
  const narrowed = query !== '' || view !== 'all' || lifeArea !== null || characteristic !== null
  const list = (
    <div className={headClasses.list}>
      <div className={headClasses.head}>
        <div className={headClasses.title}>
          <Title order={1} size="h2">Beratung</Title>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => void create()}>Neuer Vorfall</Button>
        </div>
        <CounsellingTabs current="incidents" />
        <IncidentViews current="incidents" />
        <TextInput
          ref={search} type="search" aria-label="Vorfälle durchsuchen" placeholder="Nummer, Ort, Einrichtung, Stichwort" value={typed}
          leftSection={<IconSearch size={17} aria-hidden />} onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className={classes.filters}>
          <Select aria-label="Welche Vorfälle" size="xs" allowDeselect={false} data={[...views]} value={view} comboboxProps={{ width: 'max-content', position: 'bottom-start' }} onChange={(value) => value && setView(value as IncidentView)} />
          <CodeOne label="Nach Bereich filtern" list="lifeAreas" whole placeholder="alle Bereiche" value={lifeArea} onChange={setLifeArea} />
          <CodeOne label="Nach Merkmal filtern" list="characteristics" whole placeholder="alle Merkmale" value={characteristic} onChange={setCharacteristic} />
        </div>
      </div>
      {error ? <FailureAlert error={error} /> : null}
      {data?.length === 0 && narrowed && <Text px="md" c="dimmed" component="output">Kein solcher Vorfall.</Text>}
      <div className={rowClasses.scroll}>
        <ul className={rowClasses.list} aria-label="Vorfälle">
          {data?.map((incident) => <IncidentRow key={incident.id} incident={incident} today={today} current={incident.id === id} onOpen={show} />)}
        </ul>
      </div>
    </div>
  )
  const nothingYet = data?.length === 0 && !narrowed
  return (
    <SplitView
      {...listLayout}
      list={list}
      record={id === undefined ? (
        <div className={recordClasses.page}>
          <EmptyState
            icon={IconShieldExclamation} title={nothingYet ? 'Noch kein Vorfall aufgenommen' : 'Kein Vorfall gewählt'}
            text="Hier stehen Benachteiligungen und Angriffe: was geschehen ist, getrennt davon, wem es geschah. Fristen nach AGG und für den Strafantrag werden aus den Angaben angeboten."
            steps={nothingYet ? <Button onClick={() => void create()}>Ersten Vorfall aufnehmen</Button> : undefined}
          />
          <Confidential />
        </div>
      ) : <IncidentRecord key={id} id={id} onRemoved={() => show(undefined)} />}
    />
  )
}
