import { Alert, Button, Group, Kbd, Text, Title } from '@mantine/core'
import { IconArrowsExchange, IconArrowsJoin, IconInfoCircle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { differs, proposedChoice } from '../../../shared/directory/duplicates/combine.ts'
import type { MergeChoice } from '../../../shared/merge/values.ts'
import { mergeFields, type MergeChoices, type MergeField } from '../../../shared/directory/duplicates/merge-fields.ts'
import type { ContactInput } from '../../../shared/directory/model.ts'
import { displayName } from '../../../shared/directory/names.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { ChoiceRow, Choices } from '../../ui/ChoiceRow.tsx'
import classes from './Duplicates.module.css'
import { fieldLines, fieldsToShow } from './fieldText.ts'
import type { ComparedPair } from './PairComparison.tsx'
import { useScreenKeys } from './useScreenKeys.ts'

/** Two contacts become one, field by field: arrows move and choose, Enter merges. Everything that differs is shown, nothing goes silently. */
export function MergeForm({ pair, next, onCancel, onMerged }: {
  pair: ComparedPair
  /** Where to go on afterwards; asked before the list changes. */
  next: () => string | null
  onCancel: () => void
  onMerged: (next: string | null) => void
}) {
  const [swapped, setSwapped] = useState(pair.links.other > pair.links.one)
  const [choices, setChoices] = useState<MergeChoices>({})
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const [keep, other] = swapped ? [pair.other, pair.one] : [pair.one, pair.other]
  const [left, right] = [keep as ContactInput, other as ContactInput]
  const links = swapped ? pair.links.one : pair.links.other
  const fields = fieldsToShow(keep, other, pair.superiors)
  const open = fields.filter((field) => differs(left, right, field))
  const same = fields.filter((field) => !differs(left, right, field))
  const choiceOf = (field: MergeField): MergeChoice => choices[field] ?? proposedChoice(left, right, field)
  const dropped = open.flatMap((field) => {
    const choice = choiceOf(field)
    const lines = choice === 'both' ? [] : fieldLines(choice === 'keep' ? other : keep, field, pair.superiors)
    const taken = new Set(fieldLines(choice === 'keep' ? keep : other, field, pair.superiors))
    const lost = lines.filter((line) => !taken.has(line))
    return lost.length > 0 ? [`${mergeFields[field].label}: ${lost.join(', ')}`] : []
  })
  const swap = (): void => {
    setSwapped(!swapped)
    setChoices({})
  }
  const merge = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    const following = next()
    try {
      const { change } = await office.directory.duplicates.merge({
        keep: { id: keep.id, version: keep.version }, other: { id: other.id, version: other.version },
        choices: Object.fromEntries(open.map((field) => [field, choiceOf(field)])),
      })
      showUndoNotice('Kontakte zusammengeführt', 'office', change)
      onMerged(following)
    } catch (error) {
      showFailure(error)
      setBusy(false)
    }
  }
  const focusFirst = (): void => (form.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]') ?? form.current?.querySelector<HTMLElement>('button[type="submit"]'))?.focus()
  useEffect(focusFirst, [])
  useScreenKeys({ escape: onCancel, t: swap })
  return (
    <form ref={form} className={classes.pair} aria-label="Zusammenführen" onSubmit={(event) => { event.preventDefault(); void merge() }}>
      <Title order={2} size="h3">Zusammenführen</Title>
      <Text size="sm" c="dimmed">Bleibt: <Personal><b>{displayName(keep)}</b></Personal>. {linksText(links)}</Text>
      <p className={classes.keys}>
        <span><Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> Feld</span>
        <span><Kbd size="xs">←</Kbd> links <Kbd size="xs">→</Kbd> rechts <Kbd size="xs">B</Kbd> beide</span>
        <span><Kbd size="xs">Enter</Kbd> zusammenführen</span>
        <span><Kbd size="xs">Esc</Kbd> zurück</span>
      </p>
      <Choices>
        {open.map((field) => (
          <ChoiceRow
            key={field}
            label={mergeFields[field].label}
            joinable={mergeFields[field].way !== 'one'}
            left={fieldLines(keep, field, pair.superiors)}
            right={fieldLines(other, field, pair.superiors)}
            choice={choiceOf(field)}
            onChoose={(choice) => setChoices({ ...choices, [field]: choice })}
            onSubmit={() => void merge()}
          />
        ))}
      </Choices>
      {open.length === 0 && <Text size="sm" my="sm">Beide Kontakte sagen dasselbe.</Text>}
      {same.length > 0 && <Text size="sm" c="dimmed" mt="xs">Gleich bei beiden: {same.map((field) => mergeFields[field].label).join(', ')}.</Text>}
      {dropped.length > 0 && (
        <Alert variant="light" color="amber" icon={<IconInfoCircle aria-hidden />} mt="sm">
          <Text size="sm" fw={600}>Nicht übernommen wird</Text>
          {dropped.map((text) => <Text key={text} size="sm"><Personal>{text}</Personal></Text>)}
          <Text size="sm" c="dimmed">Es bleibt aufgehoben und kommt mit „Zusammenführung aufheben“ zurück.</Text>
        </Alert>
      )}
      <Group gap={8} mt="md">
        <Button type="submit" loading={busy} leftSection={<IconArrowsJoin size={17} aria-hidden />}>Zusammenführen</Button>
        <Button variant="default" leftSection={<IconArrowsExchange size={17} aria-hidden />} rightSection={<Kbd size="xs">T</Kbd>} onClick={swap}>Seiten tauschen</Button>
        <Button variant="default" onClick={onCancel}>Zurück</Button>
      </Group>
    </form>
  )
}

function linksText(links: number): string {
  if (links === 0) return 'Der andere hat keine Verknüpfungen.'
  return links === 1 ? 'Eine Verknüpfung des anderen zieht mit um.' : `${links.toLocaleString('de-DE')} Verknüpfungen des anderen ziehen mit um.`
}
