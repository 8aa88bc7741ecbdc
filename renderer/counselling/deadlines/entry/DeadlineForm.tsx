import { Button, Checkbox, Group, Input, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { parseDueDay } from '../../../../shared/due-day-input.ts'
import { CaseSelect } from '../../CaseSelect.tsx'
import { useToday } from '../../useToday.ts'
import { CalculatorFields } from '../CalculatorFields.tsx'
import { DayField } from '../DayField.tsx'
import { previewOf, textsOf, type DatingMethod, type DeadlineDraft } from './deadlineDraft.ts'
import { DatePreview } from './DatePreview.tsx'

const methods: { value: DatingMethod; label: string }[] = [
  { value: 'computed', label: 'Rechnen' },
  { value: 'notice', label: 'Laut Bescheid' },
  { value: 'free', label: 'Eigenes Datum' },
]

/** The fields of a deadline: first how its day is found, then what it is for. What will be stored is shown before. */
export function DeadlineForm({ initial, choosesCase, withTexts, button, onKeep, onStore, onCancel }: {
  initial: DeadlineDraft
  choosesCase: boolean
  /** Title, task, place and note are asked for too. */
  withTexts: boolean
  button: string
  onKeep?(draft: DeadlineDraft): void
  /** Stores it; gives the messages per field when something doesn't fit. */
  onStore(draft: DeadlineDraft): Promise<Record<string, string> | null>
  onCancel(): void
}) {
  const today = useToday()
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const preview = previewOf(draft, today)
  const errors = tried ? { ...preview.errors, ...refused } : {}
  const set = (patch: Partial<DeadlineDraft>): void => {
    const next = { ...draft, ...patch }
    setDraft(next)
    setRefused({})
    onKeep?.(next)
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(preview.errors).length > 0) return
    setBusy(true)
    setRefused((await onStore(draft)) ?? {})
    setBusy(false)
  }
  const takes = draft.method !== 'computed' || draft.takeNotice
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        {choosesCase && <CaseSelect label="Fall" value={draft.caseId} error={errors.caseId} onChange={(caseId) => set({ caseId })} />}
        <Input.Wrapper label="Wie steht das Datum fest?" labelElement="div">
          <SegmentedControl fullWidth data={methods} value={draft.method} onChange={(method) => set({ method: method as DatingMethod })} aria-label="Wie steht das Datum fest?" />
        </Input.Wrapper>
        {draft.method === 'computed' && (
          <>
            <CalculatorFields entry={draft.entry} onChange={(patch) => set({ entry: { ...draft.entry, ...patch } })} />
            <Checkbox
              label="Frist laut Bescheid übernehmen" description="Das Datum der Belehrung gilt; das gerechnete bleibt daneben stehen."
              checked={draft.takeNotice} onChange={(event) => set({ takeNotice: event.currentTarget.checked })}
            />
          </>
        )}
        {takes && (
          <DayField
            label={draft.method === 'free' ? 'Datum' : 'Letzter Tag laut Bescheid'} description="zum Beispiel 27.11. oder 2w" value={draft.dueOn} error={errors.dueOn}
            parse={(text) => parseDueDay(text, new Date())} onChange={(dueOn) => set({ dueOn })}
          />
        )}
        {draft.method === 'free' && (
          <Checkbox
            label="Frühestens ab diesem Tag" description="An diesem Tag läuft nichts ab; ab dann ist etwas möglich." checked={draft.earliest}
            onChange={(event) => set({ earliest: event.currentTarget.checked })}
          />
        )}
        {takes && draft.method !== 'free' && (
          <Textarea
            label="Was im Bescheid steht" placeholder="Wortlaut der Rechtsbehelfsbelehrung" autosize minRows={2} maxRows={6} value={draft.noticeText}
            error={errors.noticeText} onChange={(event) => set({ noticeText: event.currentTarget.value })}
          />
        )}
        {draft.method === 'computed' && draft.takeNotice && (
          <TextInput label="Grund für das andere Datum" value={draft.reason} error={errors.reason} onChange={(event) => set({ reason: event.currentTarget.value })} />
        )}
        {preview.dates && <DatePreview dates={preview.dates} />}
        {!takes && errors.dueOn && <Text size="sm" c="var(--mantine-color-error)" role="alert">{errors.dueOn}</Text>}
        {withTexts && <Texts draft={draft} errors={errors} onChange={set} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>Abbrechen</Button>
          <Button type="submit" loading={busy}>{button}</Button>
        </Group>
      </Stack>
    </form>
  )
}

function Texts({ draft, errors, onChange }: { draft: DeadlineDraft; errors: Record<string, string>; onChange(patch: Partial<DeadlineDraft>): void }) {
  return (
    <>
      <TextInput label="Wofür" value={draft.title ?? textsOf(draft).title} error={errors.title} onChange={(event) => onChange({ title: event.currentTarget.value })} />
      <Textarea
        label="Was zu tun ist" description="steht auf dem Fristzettel; bitte in einfachen Worten" autosize minRows={1} maxRows={6} value={draft.task}
        error={errors.task} onChange={(event) => onChange({ task: event.currentTarget.value })}
      />
      <Textarea
        label="Wo" description="Gericht oder Behörde, bei der es ankommen muss" autosize minRows={1} maxRows={4} value={draft.place} error={errors.place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <Textarea
        label="Notiz" description="nur für das Büro" autosize minRows={1} maxRows={8} value={draft.note} error={errors.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  )
}
