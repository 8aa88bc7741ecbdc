import { Button, Text, TextInput, Title } from '@mantine/core'
import { IconFlag, IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { labelOf } from '../../../shared/counselling/catalogues.ts'
import type { EscalationListItem } from '../../../shared/counselling/escalation/model.ts'
import { germanDay } from '../../../shared/holidays/days.ts'
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
import { EscalationRecord } from './EscalationRecord.tsx'
import { LevelBadge } from './LevelBadge.tsx'
import { NewEscalationDialog } from './NewEscalationDialog.tsx'

/** „Lagen“: running logs of what escalates in a place, beside the chosen one. */
export function EscalationsScreen() {
  return <ForCounsellors><Escalations /></ForCounsellors>
}

function Escalations() {
  const { id } = useSearch({ from: '/counselling/escalations' })
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const [creating, setCreating] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const { data, error } = useQuery(api.counselling.escalation.list.queryOptions())
  useCommand('new', () => setCreating(true))
  useCommand('find-here', () => search.current?.focus())
  const show = (chosen: string | undefined): void => void navigate({ to: '/counselling/escalations', search: chosen ? { id: chosen } : {} })
  const words = query.toLocaleLowerCase('de').split(/\s+/u).filter(Boolean)
  const shown = (data ?? []).filter((item) => words.every((word) => `${item.number} ${item.title} ${item.place} ${item.municipality} ${labelOf('escalationKinds', item.kind)}`.toLocaleLowerCase('de').includes(word)))
  const begin = <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>Neue Lage</Button>
  const list = (
    <div className={headClasses.list}>
      <div className={headClasses.head}>
        <div className={headClasses.title}><Title order={1} size="h2">Beratung</Title>{begin}</div>
        <CounsellingTabs current="incidents" />
        <IncidentViews current="escalations" />
        <TextInput
          ref={search} type="search" aria-label="Lagen durchsuchen" placeholder="Nummer, Ort, Bezeichnung" value={query} leftSection={<IconSearch size={17} aria-hidden />}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      {error ? <FailureAlert error={error} /> : null}
      {query !== '' && shown.length === 0 && <Text px="md" c="dimmed" component="output">Keine solche Lage.</Text>}
      <div className={rowClasses.scroll}>
        <Part title="Dauern an" items={shown.filter(({ closedOn }) => closedOn === '')} current={id} onOpen={show} />
        <Part title="Abgeschlossen" items={shown.filter(({ closedOn }) => closedOn !== '')} current={id} onOpen={show} />
      </div>
    </div>
  )
  return (
    <>
      <SplitView
        {...listLayout} list={list}
        record={id === undefined
          ? (
            <div className={recordClasses.page}>
              {data && (
                <EmptyState
                  icon={IconFlag} title={data.length === 0 ? 'Noch keine Lage' : 'Keine Lage gewählt'}
                  text="Spitzt sich an einem Ort etwas zu, hält die Lage fest, was wann geschah, wie gesichert es ist und wer wann informiert wurde. Bei Gefahr zuerst 110 oder 112."
                  steps={data.length === 0 ? <Button onClick={() => setCreating(true)}>Neue Lage</Button> : undefined}
                />
              )}
              <Confidential />
            </div>
          )
          : <EscalationRecord key={id} id={id} onClose={() => show(undefined)} />}
      />
      {creating && <NewEscalationDialog onClose={() => setCreating(false)} onMade={show} />}
    </>
  )
}

function Part({ title, items, current, onOpen }: { title: string; items: readonly EscalationListItem[]; current: string | undefined; onOpen(id: string): void }) {
  if (items.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className={rowClasses.heading}>{title} <span>{items.length}</span></h2>
      <ul className={rowClasses.list}>
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" className={rowClasses.row} aria-current={item.id === current ? 'true' : undefined} onClick={() => onOpen(item.id)}>
              <span className={rowClasses.day}>{item.number}</span>
              <span className={rowClasses.title}>{item.title}</span>
              <span className={rowClasses.owner}>{[item.place, item.municipality].filter(Boolean).join(', ') || 'ohne Ort'} · zuletzt {germanDay(item.lastOn)}</span>
              <span className={rowClasses.marks}><LevelBadge level={item.level} /></span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
