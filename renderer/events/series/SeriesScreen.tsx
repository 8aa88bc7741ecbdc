import { Button } from '@mantine/core'
import { IconCalendarWeek } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import { useCommand } from '../../app/commands.ts'
import { api, office } from '../../app/office.ts'
import { useOfficeLand } from '../../app/useOfficeLand.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { attempt } from '../../ui/attempt.ts'
import { ListFrame } from '../ListFrame.tsx'
import { NewByTitle } from '../NewByTitle.tsx'
import { SeriesRecord } from './SeriesRecord.tsx'

/** „Reihen": several events under one title. */
export function SeriesScreen(): ReactNode {
  const { id } = useSearch({ from: '/events/series' })
  const navigate = useNavigate()
  const land = useOfficeLand()
  const [creating, setCreating] = useState(false)
  const { data, error } = useQuery(api.events.series.list.queryOptions())
  useCommand('new', () => setCreating(true))
  const show = (chosen: string | undefined): void => void navigate({ to: '/events/series', search: chosen ? { id: chosen } : {} })
  const create = (title: string): void => void attempt(async () => {
    const created = await office.events.series.create({ land, fields: { title, motto: '', startsOn: null, endsOn: null, entriesUntil: null, note: '' } })
    setCreating(false)
    show(created.id)
    return created
  }, 'Reihe angelegt.')
  if (error) return <FailureAlert error={error} />
  const entries = data?.map((each) => ({
    id: each.id, title: each.title,
    text: [each.startsOn === null ? '' : [each.startsOn, each.endsOn].filter((day) => day !== null).map(germanDate).join(' bis '), `${each.events} ${each.events === 1 ? 'Veranstaltung' : 'Veranstaltungen'}`].filter(Boolean).join(' · '),
  }))
  return (
    <>
      <SplitView
        name="events.series" initial={430} smallest={300} recordSmallest={430}
        list={<ListFrame tab="series" title="Reihen" add="Neue Reihe" onAdd={() => setCreating(true)} entries={entries} empty="Noch keine Reihe." current={id} onChoose={show} />}
        record={id === undefined ? (
          <EmptyState icon={IconCalendarWeek} title="Keine Reihe gewählt" text="Eine Interkulturelle Woche, ein Kurs, eine Saison: mehrere Veranstaltungen unter einem Titel." steps={<Button variant="default" onClick={() => setCreating(true)}>Neue Reihe</Button>} />
        ) : <SeriesRecord key={id} id={id} onClose={() => show(undefined)} />}
      />
      {creating && <NewByTitle title="Neue Reihe" label="Titel der Reihe" fault="Bitte der Reihe einen Titel geben." onClose={() => setCreating(false)} onCreate={create} />}
    </>
  )
}
