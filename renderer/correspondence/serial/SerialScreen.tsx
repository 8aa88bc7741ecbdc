import { Button, Loader, Title } from '@mantine/core'
import { IconMailForward, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import { useCommand } from '../../app/commands.ts'
import { hidesData } from '../../app/failure.ts'
import { api } from '../../app/office.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { CorrespondenceTabs } from '../CorrespondenceTabs.tsx'
import parts from '../parts.module.css'
import templates from '../templates/Templates.module.css'
import { countedLetters, runStateLabels } from './labels.ts'
import { NewRun } from './NewRun.tsx'
import { SerialRecord } from './SerialRecord.tsx'

/** „Serienbriefe": the runs, and the one that is open. Which one stands in the route: `?id=…`; `letter`: begin one with this letter. */
export function SerialScreen(): ReactNode {
  const { id = null, letter } = useSearch({ from: '/correspondence/serial' })
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const { data: runs, error, refetch } = useQuery(api.correspondence.serial.list.queryOptions())
  const open = (run: string | null): void => void navigate({ to: '/correspondence/serial', search: run === null ? {} : { id: run } })
  useCommand('new', () => setCreating(true))
  const list = (
    <div className={parts.list}>
      <div className={parts.head}>
        <div className={parts.title}>
          <Title order={1} size="h3">Schreiben</Title>
          <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setCreating(true)}>Neuer Serienbrief</Button>
        </div>
        <CorrespondenceTabs current="serial" />
      </div>
      {hidesData(error, runs) ? <FailureAlert error={error} retry={() => void refetch()} /> : null}
      {runs === undefined && !error && <Loader m="md" size="sm" aria-label="Serienbriefe werden geladen" />}
      {runs?.length === 0 && (
        <EmptyState
          icon={IconMailForward} title="Noch kein Serienbrief"
          text="Ein Schreiben an viele: an einen Verteiler, an ausgewählte Kontakte oder an alle mit einem Schlagwort. Vorher steht da, wem was fehlt; jedes Schreiben bekommt seine Nummer."
        />
      )}
      {runs !== undefined && runs.length > 0 && (
        <ul className={templates.items} aria-label="Serienbriefe">
          {runs.map((run) => (
            <li key={run.id}>
              <button type="button" className={templates.item} aria-current={run.id === id} onClick={() => open(run.id)}>
                <span className={templates.name}>{run.title || 'Ohne Betreff'}</span>
                <span className={templates.quiet}>{run.sourceName}</span>
                <span className={templates.quiet}>{[germanDate(run.createdAt.slice(0, 10)), runStateLabels[run.state], countedLetters(run)].join(' · ')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
  return (
    <>
      {id === null ? list : <SplitView name="correspondence.serial" initial={330} smallest={240} recordSmallest={430} list={list} record={<SerialRecord key={id} id={id} onClosed={() => open(null)} />} />}
      {(creating || letter !== undefined) && <NewRun letterId={letter ?? null} onClose={() => { setCreating(false); if (letter !== undefined) open(null) }} onCreated={(run) => { setCreating(false); open(run) }} />}
    </>
  )
}
