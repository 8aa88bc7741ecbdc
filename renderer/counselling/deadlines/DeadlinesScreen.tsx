import { Button, NumberInput, Select, Text, TextInput, Title } from '@mantine/core'
import { IconEraser, IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import type { Way } from '../../../shared/counselling/deadlines.ts'
import { rules } from '../../../shared/counselling/deadlines/data.ts'
import { LAENDER, type Land } from '../../../shared/vault/laender.ts'
import { useSession } from '../../app/session.ts'
import { useDraft } from '../../app/useDraft.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { showFailure } from '../../ui/notices.tsx'
import { CounsellingTabs } from '../CounsellingTabs.tsx'
import { ForCounsellors } from '../ForCounsellors.tsx'
import {
  chosenRule, dateLabel, newDeadlineEntry, presumesArrival, resultOf, typedDay, waysOf, type DeadlineEntry,
} from './deadlineEntry.ts'
import { DayField } from './DayField.tsx'
import { DeadlineOutcome } from './DeadlineOutcome.tsx'
import classes from './Deadlines.module.css'

const ruleOptions = rules.map(({ id, title }) => ({ value: id, label: title }))
const landOptions = LAENDER.map(({ code, name }) => ({ value: code as string, label: name }))

/** Computes a legal deadline step by step. What was entered survives a lock, on the counselling side. */
export function DeadlinesScreen() {
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
  const rule = chosenRule(entry)
  const ways = rule ? waysOf(rule) : []
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
  const day = (label: string, name: 'date' | 'applicationDate' | 'arrivedOn', description?: string) => (
    <DayField
      key={name} label={label} {...(description && { description })} value={entry[name]}
      parse={(text) => (rule ? typedDay(text, rule, new Date()) : null)} onChange={(value) => set({ [name]: value })}
    />
  )
  return (
    <div className={classes.screen}>
      <div className={classes.form}>
        <Title order={1} size="h2">Beratung</Title>
        <CounsellingTabs current="deadlines" />
        <Select
          label="Regel" placeholder="Wogegen oder wofür läuft die Frist?" searchable data={ruleOptions} value={entry.rule}
          nothingFoundMessage="Nicht in der Liste" maxDropdownHeight={360}
          onChange={(value) => set({ rule: value, way: null })}
        />
        {rule && ways.length > 0 && (
          <Select label="Bekanntgabe" placeholder="Wie kam der Bescheid?" data={ways} value={entry.way} onChange={(way) => set({ way: way as Way | null })} />
        )}
        {rule && day(dateLabel(rule, entry.way), 'date')}
        {rule && presumesArrival(rule, entry.way) && day('Nachweislich später angekommen am', 'arrivedOn', 'nur wenn sich das belegen lässt')}
        {rule?.keyDate === 'asylum-application' && day('Datum des Asylantrags', 'applicationDate', 'bestimmt, welche Fassung des Asylgesetzes gilt')}
        {rule?.kind === 'hours' && (
          <TextInput label="Uhrzeit" placeholder="16:30" value={entry.time} onChange={(event) => set({ time: event.currentTarget.value })} />
        )}
        {rule?.kind === 'summons' && (
          <NumberInput
            label="Volle Tage zwischen Zugang und Sitzung" min={1} max={90} allowDecimal={false} value={entry.days}
            onChange={(days) => typeof days === 'number' && days > 0 && set({ days })}
          />
        )}
        <Select
          label="Land" description="des Gerichts oder der Behörde; bestimmt die Feiertage" searchable data={landOptions} value={entry.land}
          onChange={(value) => value && set({ land: value as Land })}
        />
        <Button variant="default" leftSection={<IconEraser size={18} aria-hidden />} onClick={clear} style={{ alignSelf: 'flex-start' }}>Leeren</Button>
        <Text size="xs" c="dimmed">Der Rechner speichert keine Frist und gehört zu keinem Fall.</Text>
      </div>
      {result
        ? <DeadlineOutcome result={result} />
        : <EmptyState icon={IconScale} title="Noch keine Frist gerechnet" text="Wählen Sie Regel, Bekanntgabe und Datum. Jeder Schritt der Rechnung erscheint hier mit seiner Vorschrift." />}
    </div>
  )
}
