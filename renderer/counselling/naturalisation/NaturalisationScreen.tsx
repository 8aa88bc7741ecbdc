import { ActionIcon, Alert, Button, Checkbox, Group, Select, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCalendarPlus, IconCertificate, IconEraser, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { parseDayInput } from '../../../shared/day-input.ts'
import { asksForMarriage, naturalisationConditions, naturalisationPaths, type NaturalisationResult } from '../../../shared/counselling/naturalisation.ts'
import { germanDate } from '../../../shared/dates.ts'
import { germanDay } from '../../../shared/holidays/days.ts'
import { useDraft } from '../../app/useDraft.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { showFailure } from '../../ui/notices.tsx'
import { CounsellingTabs } from '../CounsellingTabs.tsx'
import { DayField } from '../deadlines/DayField.tsx'
import { CertaintyBadge, ComputationSteps } from '../deadlines/DeadlineOutcome.tsx'
import classes from '../deadlines/Deadlines.module.css'
import { DeadlineViews } from '../deadlines/DeadlineViews.tsx'
import { DeadlineDialog } from '../deadlines/entry/DeadlineDialog.tsx'
import { ForCounsellors } from '../ForCounsellors.tsx'
import { useToday } from '../useToday.ts'
import { freshNaturalisation, naturalisationOf, noteOf, type NaturalisationEntry } from './naturalisationEntry.ts'

const parse = (text: string): string | null => parseDayInput(text, new Date())

/** The earliest day of a naturalisation with the conditions to tick; what was entered survives a lock, on the counselling side. */
export function NaturalisationScreen() {
  return <ForCounsellors><Restored /></ForCounsellors>
}

function Restored() {
  const draft = useDraft<NaturalisationEntry>('counselling', 'naturalisation')
  if (draft.restored === undefined) return null
  return <Helper initial={{ ...freshNaturalisation, ...draft.restored }} keep={draft.keep} discard={draft.discard} />
}

function Helper({ initial, keep, discard }: { initial: NaturalisationEntry; keep(entry: NaturalisationEntry): void; discard(): Promise<void> }) {
  const today = useToday()
  const [entry, setEntry] = useState(initial)
  const [storing, setStoring] = useState(false)
  const set = (patch: Partial<NaturalisationEntry>): void => {
    const next = { ...entry, ...patch }
    setEntry(next)
    keep(next)
  }
  const setTime = (index: number, patch: Partial<NaturalisationEntry['interruptions'][number]>): void =>
    set({ interruptions: entry.interruptions.map((time, at) => (at === index ? { ...time, ...patch } : time)) })
  const clear = (): void => {
    setEntry(freshNaturalisation)
    void discard().catch(showFailure)
  }
  const result = naturalisationOf(entry, today)
  const hint = naturalisationPaths(today).find(({ id }) => id === entry.path)?.hint
  return (
    <div className={classes.screen}>
      <div className={classes.form}>
        <Title order={1} size="h2">Beratung</Title>
        <CounsellingTabs current="deadlines" />
        <DeadlineViews current="naturalisation" />
        <Select
          label="Weg" data={naturalisationPaths(today).map(({ id, title }) => ({ value: id, label: title }))} value={entry.path} description={hint}
          onChange={(path) => path && set({ path })}
        />
        <DayField label="Beginn des Aufenthalts, der zählt" description="rechtmäßig und gewöhnlich" value={entry.start} parse={parse} onChange={(start) => set({ start })} />
        {asksForMarriage(entry.path, today) && (
          <DayField label="Eheschließung oder Lebenspartnerschaft" value={entry.marriage} parse={parse} onChange={(marriage) => set({ marriage })} />
        )}
        {entry.interruptions.map((time, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- The times have nothing of their own to be told apart by.
          <div key={index} className={classes.times} role="group" aria-label={`Zeit ${index + 1}, die nicht zählt`}>
            <DayField label="Zählt nicht von" value={time.from} parse={parse} onChange={(from) => setTime(index, { from })} />
            <DayField
              label="bis" value={time.to} parse={parse} onChange={(to) => setTime(index, { to })}
              error={time.from !== null && time.to !== null && time.to < time.from ? 'Das Ende liegt vor dem Anfang.' : undefined}
            />
            <ActionIcon
              variant="subtle" mt={28} aria-label={`Zeit ${index + 1} entfernen`}
              onClick={() => set({ interruptions: entry.interruptions.filter((_, at) => at !== index) })}
            >
              <IconX size={17} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Group gap="xs">
          <Button size="compact-sm" variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => set({ interruptions: [...entry.interruptions, { from: null, to: null }] })}>
            Zeit, die nicht zählt
          </Button>
          <Text size="xs" c="dimmed">Duldung, Unterbrechung, lange Auslandszeiten</Text>
        </Group>
        <Group gap="xs">
          <Button leftSection={<IconCalendarPlus size={18} aria-hidden />} disabled={result === null} onClick={() => setStoring(true)}>Als Termin eintragen</Button>
          <Button variant="default" leftSection={<IconEraser size={18} aria-hidden />} onClick={clear}>Leeren</Button>
        </Group>
      </div>
      {result
        ? <Outcome result={result} entry={entry} today={today} onTick={(ticked) => set({ ticked })} />
        : <EmptyState icon={IconCertificate} title="Frühester Tag der Einbürgerung" text="Geben Sie an, seit wann der Aufenthalt zählt. Der früheste Tag und die übrigen Voraussetzungen erscheinen hier mit ihrer Vorschrift." />}
      {storing && result && (
        <DeadlineDialog
          preset={{
            method: 'free', dueOn: result.earliest, earliest: true, title: 'Einbürgerung: frühester Tag', task: 'Einbürgerung beantragen', place: 'Staatsangehörigkeitsbehörde',
            note: noteOf(entry, result, today),
          }}
          onClose={() => setStoring(false)} onStored={() => setStoring(false)}
        />
      )}
    </div>
  )
}

function Outcome({ result, entry, today, onTick }: {
  result: NaturalisationResult
  entry: NaturalisationEntry
  today: string
  onTick(ticked: readonly string[]): void
}) {
  const conditions = naturalisationConditions(entry.path, today)
  return (
    <Stack component="section" gap="md" aria-label="Ergebnis">
      <Stack gap={4} align="flex-start">
        <Text>frühestens</Text>
        <output className={classes.day}>{germanDay(result.earliest)}</output>
        <CertaintyBadge certainty={result.certainty} />
      </Stack>
      <Alert color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />}><Text size="sm" fw={600}>{result.disclaimer}</Text></Alert>
      <ComputationSteps steps={result.steps} />
      <Stack gap={10}>
        <Title order={2} size="h4">Was außerdem vorliegen muss</Title>
        {conditions.map(({ id, label, norm, hint }) => (
          <Checkbox
            key={id} label={label} description={[norm, hint].filter(Boolean).join(' · ')} checked={entry.ticked.includes(id)}
            onChange={(event) => onTick(event.currentTarget.checked ? [...entry.ticked, id] : entry.ticked.filter((other) => other !== id))}
          />
        ))}
        <Text size="xs" c="dimmed">Regelwerk {result.source.version}, Rechtsstand {germanDate(result.source.asOf)}. Angehakt ist, was nach Ihrer Durchsicht vorliegt; die Behörde prüft selbst.</Text>
      </Stack>
    </Stack>
  )
}
