import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowsExchange, IconArrowsJoin } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { labelOf } from '../../../shared/counselling/catalogues.ts'
import { CASE_KINDS } from '../../../shared/counselling/case-number.ts'
import type { MergeSide } from '../../../shared/counselling/merging/contract.ts'
import { caseParts, subjectParts } from '../../../shared/counselling/merging/fields.ts'
import { api, office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { DeadlineRow } from '../deadlines/list/DeadlineGroups.tsx'
import listClasses from '../deadlines/list/DeadlineGroups.module.css'
import { useToday } from '../useToday.ts'
import { BothIdentities, type OpenedPair } from './BothIdentities.tsx'
import classes from './Merging.module.css'
import { nothingChosen, type PartsChosen } from './mergeOrder.ts'
import { PartChoices } from './PartChoices.tsx'

/** Both cases, what moves and what has to be chosen; then they become one. */
export function MergePreview({ keepId, otherId, onSwap, onCancel, onMerged }: {
  keepId: string
  otherId: string
  onSwap(): void
  onCancel(): void
  onMerged(keptId: string): void
}) {
  const { data, error } = useQuery(api.counselling.merging.preview.queryOptions({ input: { keep: keepId, other: otherId }, gcTime: 0 }))
  const today = useToday()
  const [chosen, setChosen] = useState<PartsChosen>(nothingChosen)
  const [opened, setOpened] = useState<OpenedPair | null>(null)
  const [busy, setBusy] = useState(false)
  if (error) return <FailureAlert error={error} />
  if (!data) return null
  const { keep, other, moves } = data
  const bothNamed = keep.identity && other.identity
  const [mine, brought] = [opened?.[keep.id], opened?.[other.id]]
  const ready = !bothNamed || (mine !== undefined && brought !== undefined)

  const merge = async (): Promise<void> => {
    if (busy || !ready) return
    setBusy(true)
    try {
      const { change } = await office.counselling.merging.merge({
        keep: { id: keep.id, version: keep.version }, other: { id: other.id, version: other.version }, choices: chosen,
        openings: mine && brought ? { keep: mine.opening, other: brought.opening } : null, deadlinesSeen: other.deadlines.map(({ id }) => id),
      })
      showUndoNotice(`${other.number} ist jetzt Teil von ${keep.number}.`, 'counselling', change)
      onMerged(keep.id)
    } catch (failure) {
      showFailure(failure)
      setBusy(false)
    }
  }
  return (
    <form aria-label="Zusammenführen" onSubmit={(event) => { event.preventDefault(); void merge() }}>
      <Stack gap="md">
        <div className={classes.sides}>
          <Side side={keep} word="bleibt" />
          <Side side={other} word="kommt dazu" />
        </div>
        <div>
          <Button variant="default" size="compact-sm" leftSection={<IconArrowsExchange size={16} aria-hidden />} onClick={() => { setChosen(nothingChosen); onSwap() }}>Andersherum: {other.number} bleibt</Button>
        </div>
        <Part title="Das zieht um">
          {moves.length === 0
            ? <Text size="sm">Im anderen Fall ist noch nichts eingetragen.</Text>
            : <Text size="sm">{moves.map(({ label, count }) => `${label}: ${count}`).join(' · ')}</Text>}
          <Text size="sm" c="dimmed">
            {other.number} wird weiter gefunden und führt hierher. Das Protokoll der Zugriffe bleibt erhalten. Rückgängig ist ein Schritt.
          </Text>
          {other.openTo.length > 0 && <Text size="sm">Für {other.openTo.join(', ')} ist {other.number} geöffnet; das gilt dann für den ganzen Fall.</Text>}
        </Part>
        {other.deadlines.length > 0 && (
          <Part title="Offene Fristen, die weiterlaufen">
            <ul className={listClasses.list} aria-label="Offene Fristen des anderen Falls">
              {other.deadlines.map((deadline) => (
                <DeadlineRow key={deadline.id} deadline={deadline} today={today} onOpen={(id) => openRecord({ type: 'deadline', id })} />
              ))}
            </ul>
          </Part>
        )}
        <Part title="Identität">
          <BothIdentities
            keep={keep} other={other} opened={opened} choices={chosen.identity} onOpened={setOpened}
            onChoose={(identity) => setChosen({ ...chosen, identity })} onSubmit={() => void merge()}
          />
        </Part>
        <Part title="Angaben zum Fall">
          <PartChoices
            parts={caseParts} keep={keep} other={other} choices={chosen.case} onChoose={(choices) => setChosen({ ...chosen, case: choices })} onSubmit={() => void merge()}
            lines={caseLines}
          />
          <PartChoices
            parts={subjectParts} keep={keep.subject} other={other.subject} choices={chosen.subject} onChoose={(subject) => setChosen({ ...chosen, subject })} onSubmit={() => void merge()}
            lines={(subject, part) => [part === 'stage' && subject.stage !== '' ? labelOf('foundingStages', subject.stage) : subject[part]].filter(Boolean)}
          />
        </Part>
        <Group justify="flex-end" gap="xs">
          {!ready && <Text size="sm" c="dimmed">Zuerst beide Identitäten öffnen.</Text>}
          <Button variant="default" onClick={onCancel}>Abbrechen</Button>
          <Button type="submit" loading={busy} disabled={!ready} leftSection={<IconArrowsJoin size={18} aria-hidden />}>Zusammenführen</Button>
        </Group>
      </Stack>
    </form>
  )
}

const catalogues = { language: 'languages', origin: 'origins', ageBand: 'ageBands', gender: 'genders' } as const

function caseLines(side: MergeSide, part: keyof typeof caseParts): string[] {
  const value = side[part] ?? ''
  if (value === '') return []
  return [part in catalogues ? labelOf(catalogues[part as keyof typeof catalogues], value) : value]
}

function Side({ side, word }: { side: MergeSide; word: string }) {
  const { number, alias, kind, language, counsellorName, closed } = side
  const facts = [CASE_KINDS[kind].label, language === null ? '' : labelOf('languages', language), counsellorName, closed ? 'abgeschlossen' : '']
  return (
    <div className={classes.side}>
      <Text size="xs" c="dimmed">{word}</Text>
      <Text fw={600}>{number} · <Personal current>„{alias}“</Personal></Text>
      <Text size="sm" c="dimmed">{facts.filter(Boolean).join(' · ')}</Text>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <Title order={3} size="h6">{title}</Title>
      {children}
    </section>
  )
}
