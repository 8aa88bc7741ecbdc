import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck, IconForms, IconNote } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'
import type { CaseListItem } from '../../../shared/counselling/contract.ts'
import type { ConsultationFields } from '../../../shared/counselling/model.ts'
import { parseQuickLine, type QuickPart } from '../../../shared/counselling/quick-line.ts'
import { api, office } from '../../app/office.ts'
import { flushUnsaved } from '../../app/unsaved.ts'
import { useDraft } from '../../app/useDraft.ts'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import type { ConsultationEntry } from '../consultationEntry.ts'
import { draftName } from '../NewConsultation.tsx'
import { OpenParts, QuickChips } from './QuickChips.tsx'
import { quickEntry, removePart, replacePart, unknownAsNote } from './quickEntry.ts'

/** A consultation that was just stored. */
export interface SavedConsultation {
  id: string
  version: number
  change: string | null
  language: string | null
  /** Number of its case; null for an anonymous one. */
  caseNumber: string | null
}

interface QuickFormProps {
  /** The case on screen, which a new line begins with. */
  caseId: string | null
  onSaved(saved: SavedConsultation): void
  /** Goes to the full form, of a case or anonymous. */
  onInFull(caseId: string | null): Promise<void>
  onClose(): void
}

const afterLastKeyMilliseconds = 150

/** The line, what it was taken for, and what is missing. A line that was kept from before a lock is there again. */
export function QuickForm(props: QuickFormProps) {
  const draft = useDraft<string>('counselling', 'quick-line')
  const current = useQuery(api.counselling.cases.get.queryOptions({ input: { id: props.caseId ?? '' }, enabled: props.caseId !== null }))
  if (draft.restored === undefined || (props.caseId !== null && current.isPending)) return null
  const start = current.data ? `@${current.data.number} ` : ''
  return <Form {...props} initial={draft.restored || start} keep={draft.keep} discard={draft.discard} />
}

function Form({ initial, keep, discard, onSaved, onInFull, onClose }: Omit<QuickFormProps, 'caseId'> & {
  initial: string
  keep(line: string): void
  discard(): Promise<void>
}) {
  const [line, setLine] = useState(initial)
  const [asked, setAsked] = useState(false)
  const [now] = useState(() => new Date())
  const field = useRef<HTMLInputElement>(null)
  const busy = useRef(false)
  const read = parseQuickLine(line, now)
  const quick = quickEntry(read, now)
  const unknown = read.parts.some((part) => part.kind === 'open' && part.problem === 'unknown')
  const open = read.parts.some((part) => part.kind === 'open')
  const found = useCase(read.caseReference)

  const change = (text: string): void => {
    setLine(text)
    keep(text)
    field.current?.focus()
  }
  const remove = (part: QuickPart): void => change(removePart(line, part))

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    field.current?.focus()
    if (open || quick.missing.length > 0 || quick.errors.length > 0 || busy.current) return
    busy.current = true
    try {
      const { caseReference: reference } = read
      const given = reference === null ? null : (await office.counselling.cases.match({ reference })).exact
      if (reference !== null && given === null) return
      const fields = quick.entry as ConsultationFields
      const made = await office.counselling.consultations.create({ caseId: given?.id ?? null, fields })
      await discard().catch(showFailure)
      onSaved({ ...made, language: fields.language, caseNumber: given?.number ?? null })
    } catch (error) {
      showFailure(error)
    } finally {
      busy.current = false
    }
  }
  const inFull = async (): Promise<void> => {
    try {
      const caseId = found.data?.exact?.id ?? null
      const moved = await moveToForm(caseId, withOpenWords(quick.entry, line, read.parts))
      if (moved) await discard()
      else showNotice('Dort steht noch ein angefangener Eintrag. Die Zeile bleibt im Schnelleintrag erhalten.')
      await onInFull(caseId)
    } catch (error) {
      showFailure(error)
    }
  }
  const caseMissing = read.caseReference !== null && found.data !== undefined && found.data.exact === null
  const hint = [
    quick.missing.length > 0 && `Es fehlt noch: ${quick.missing.join(', ')}.`,
    ...quick.errors,
    caseMissing && `Einen Fall „${read.caseReference}“ gibt es nicht.`,
    open && 'Bitte erst klären, was nicht übernommen wurde.',
  ].filter(Boolean).join(' ')
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <Stack gap="sm">
        <TextInput
          ref={field} label="Schnelleintrag" size="md" value={line} autoFocus data-autofocus autoComplete="off" spellCheck={false}
          description="Kanal, Dauer und Thema in beliebiger Folge; #weiteres Thema, @Fall, – Notiz"
          placeholder="tel 20min Aufenthalt Dari Lotse ja #Wohnen @B-2026-014 – Notiz"
          onChange={(event) => {
            setLine(event.currentTarget.value)
            keep(event.currentTarget.value)
            setAsked(false)
          }}
        />
        <QuickChips parts={read.parts} entry={quick} caseLabel={found.data?.exact ? labelOfCase(found.data.exact) : undefined} onRemove={remove} />
        <OpenParts line={line} parts={read.parts} onReplace={(part, text) => change(replacePart(line, part, text))} onRemove={remove} />
        {caseMissing && <NearCases near={found.data.near} parts={read.parts} onChoose={(part, number) => change(replacePart(line, part, `@${number}`))} />}
        <Text component="output" size="sm" c={asked && hint ? 'red' : 'dimmed'}>{hint || 'Vollständig. Enter speichert.'}</Text>
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            <Button variant="default" leftSection={<IconForms size={18} aria-hidden />} onClick={() => void inFull()}>Ausführlich eintragen</Button>
            {unknown && (
              <Button variant="default" leftSection={<IconNote size={18} aria-hidden />} onClick={() => change(unknownAsNote(line, read.parts))}>
                Unbekanntes als Notiz
              </Button>
            )}
          </Group>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>Schließen</Button>
            <Button type="submit" leftSection={<IconCheck size={18} aria-hidden />}>Eintragen</Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

/** Cases whose alias or number begins like the one that doesn't exist. */
function NearCases({ near, parts, onChoose }: {
  near: readonly CaseListItem[]
  parts: readonly QuickPart[]
  onChoose(part: QuickPart, number: string): void
}) {
  const part = parts.find(({ kind }) => kind === 'case')
  if (!part || near.length === 0) return null
  return (
    <Group gap="xs" role="group" aria-label="Ähnliche Fälle">
      {near.map((item) => (
        <Button key={item.id} size="compact-sm" variant="default" className="personal" onClick={() => onChoose(part, item.number)}>
          {labelOfCase(item)}
        </Button>
      ))}
    </Group>
  )
}

function useCase(reference: string | null) {
  const [settled] = useDebouncedValue(reference, afterLastKeyMilliseconds)
  const query = useQuery(api.counselling.cases.match.queryOptions({
    input: { reference: settled ?? '' }, enabled: settled !== null, placeholderData: keepPreviousData,
  }))
  // What was found for another reference says nothing about this one.
  return settled === reference && reference !== null && !query.isPlaceholderData ? query : { data: undefined }
}

/** Puts the entry into the full form as its kept text; false when that form already holds something. */
async function moveToForm(caseId: string | null, entry: ConsultationEntry): Promise<boolean> {
  await flushUnsaved()
  const form = draftName(caseId)
  if (await office.drafts.load({ side: 'counselling', form })) return false
  await office.drafts.save({ side: 'counselling', form, value: entry })
  return true
}

/** Words that the line didn't understand go to the note, so that none is lost on the way to the full form. */
function withOpenWords(entry: ConsultationEntry, line: string, parts: readonly QuickPart[]): ConsultationEntry {
  const words = parts.filter(({ kind }) => kind === 'open').map(({ start, end }) => line.slice(start, end))
  return { ...entry, note: [entry.note, ...words].filter(Boolean).join(' ') }
}

function labelOfCase({ number, alias }: CaseListItem): string {
  return `${number} · ${alias}`
}
