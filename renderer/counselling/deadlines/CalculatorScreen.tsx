import { Button, Group, Text, Title } from '@mantine/core'
import { IconCalendarPlus, IconEraser, IconScale } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { LAENDER } from '../../../shared/vault/laender.ts'
import { useSession } from '../../app/session.ts'
import { useDraft } from '../../app/useDraft.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { showFailure } from '../../ui/notices.tsx'
import { CounsellingTabs } from '../CounsellingTabs.tsx'
import { ForCounsellors } from '../ForCounsellors.tsx'
import { CalculatorFields } from './CalculatorFields.tsx'
import { newDeadlineEntry, resultOf, type DeadlineEntry } from './deadlineEntry.ts'
import { DeadlineOutcome } from './DeadlineOutcome.tsx'
import { DeadlineDialog } from './entry/DeadlineDialog.tsx'
import classes from './Deadlines.module.css'

/** Computes a legal deadline step by step. What was entered survives a lock, on the counselling side. */
export function CalculatorScreen() {
  return <ForCounsellors><Restored /></ForCounsellors>
}

function Restored() {
  const { land } = useSession()
  const draft = useDraft<DeadlineEntry>('counselling', 'deadline-calculator')
  const [fresh] = useState(() => newDeadlineEntry(LAENDER.find(({ code }) => code === land)?.code ?? 'BB'))
  if (draft.restored === undefined) return null
  return <Calculator fresh={fresh} initial={{ ...fresh, ...draft.restored }} keep={draft.keep} discard={draft.discard} />
}

function Calculator({ fresh, initial, keep, discard }: {
  fresh: DeadlineEntry
  initial: DeadlineEntry
  keep(entry: DeadlineEntry): void
  discard(): Promise<void>
}) {
  const [entry, setEntry] = useState(initial)
  const [storing, setStoring] = useState(false)
  const navigate = useNavigate()
  const result = resultOf(entry)
  const set = (patch: Partial<DeadlineEntry>): void => {
    const next = { ...entry, ...patch }
    setEntry(next)
    keep(next)
  }
  const clear = (): void => {
    setEntry(fresh)
    void discard().catch(showFailure)
  }
  return (
    <div className={classes.screen}>
      <div className={classes.form}>
        <Title order={1} size="h2">Beratung</Title>
        <CounsellingTabs current="calculator" />
        <CalculatorFields entry={entry} onChange={set} />
        <Group gap="xs">
          <Button leftSection={<IconCalendarPlus size={18} aria-hidden />} disabled={result === null} onClick={() => setStoring(true)}>
            Als Frist eintragen
          </Button>
          <Button variant="default" leftSection={<IconEraser size={18} aria-hidden />} onClick={clear}>Leeren</Button>
        </Group>
        <Text size="xs" c="dimmed">Gerechnet wird nur hier auf dem Gerät. Gespeichert wird erst mit „Als Frist eintragen“, für einen Fall oder ohne.</Text>
      </div>
      {result
        ? <DeadlineOutcome result={result} />
        : <EmptyState icon={IconScale} title="Noch keine Frist gerechnet" text="Wählen Sie Regel, Bekanntgabe und Datum. Jeder Schritt der Rechnung erscheint hier mit seiner Vorschrift." />}
      {storing && (
        <DeadlineDialog
          entry={entry}
          onClose={() => setStoring(false)}
          onStored={(id) => {
            setStoring(false)
            clear()
            void navigate({ to: '/counselling/deadlines', search: { id } })
          }}
        />
      )}
    </div>
  )
}
