import { Alert, Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconCalendarStar } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { entriesOn, findEntry, type ResidenceStatusEntry } from '../../../shared/counselling/catalogues.ts'
import { parseDayInput } from '../../../shared/day-input.ts'
import { parseDueDay } from '../../../shared/due-day-input.ts'
import { extendedBy, openEnded, residenceFields, type ResidenceFields, type ResidenceStatus } from '../../../shared/counselling/residence/model.ts'
import { germanDay } from '../../../shared/holidays/days.ts'
import { failureOf } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { useDraft } from '../../app/useDraft.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { CodeSelect } from '../CodeSelect.tsx'
import { DayField } from '../deadlines/DayField.tsx'
import { useToday } from '../useToday.ts'

const empty: ResidenceFields = { person: '', code: 'UNB', basis: '', from: null, printedExpiry: null, effectiveExpiry: null, extension: null, note: '' }

/** Enters or changes one title of the history. What was typed is kept on the counselling side until it is stored. */
export function ResidenceDialog({ caseId, current, onClose }: { caseId: string; current: ResidenceStatus | null; onClose(): void }) {
  const draft = useDraft<ResidenceFields>('counselling', `residence:${current?.id ?? caseId}`)
  if (draft.restored === undefined) return null
  const stored = current && fieldsOf(current)
  return (
    <Modal.Root opened onClose={onClose} size={560}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Modal.Title mb="sm" fw={600} fz="lg">{current === null ? 'Aufenthaltsstatus eintragen' : 'Aufenthaltsstatus bearbeiten'}</Modal.Title>
          <ResidenceForm
            caseId={caseId} current={current} initial={{ ...empty, ...stored, ...draft.restored }} keep={draft.keep}
            onClose={() => {
              void draft.discard().catch(showFailure)
              onClose()
            }}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function ResidenceForm({ caseId, current, initial, keep, onClose }: {
  caseId: string
  current: ResidenceStatus | null
  initial: ResidenceFields
  keep(fields: ResidenceFields): void
  onClose(): void
}) {
  const today = useToday()
  const [fields, setFields] = useState(initial)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const set = (patch: Partial<ResidenceFields>): void => {
    const next = { ...fields, ...patch }
    setFields(next)
    setErrors({})
    keep(next)
  }
  const act = async (work: () => Promise<{ change: string | null }>, said: string): Promise<void> => {
    setBusy(true)
    try {
      showUndoNotice(said, 'counselling', (await work()).change)
      onClose()
    } catch (error) {
      const found = failureOf(error).data.fields
      if (found) setErrors(Object.fromEntries(Object.entries(found).map(([path, text]) => [path.split('.').at(-1) ?? path, text])))
      else showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const parsed = residenceFields.safeParse(fields)
    if (!parsed.success) return setErrors(Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message])))
    void act(
      () => current === null
        ? office.counselling.residence.create({ caseId, fields: parsed.data })
        : office.counselling.residence.update({ id: current.id, version: current.version, fields: parsed.data }),
      'Aufenthaltsstatus gespeichert.',
    )
  }
  const remove = (status: ResidenceStatus): void =>
    void act(() => office.counselling.residence.remove({ id: status.id, version: status.version }), 'Der Aufenthaltsstatus liegt im Papierkorb.')
  const offer = extendedBy(fields.code, fields.printedExpiry)
  const offered = offer !== null && fields.effectiveExpiry !== offer.until
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="sm">
        <Select
          label="Status" searchable openOnFocus={false} data={statusOptions(today)} value={fields.code} error={errors.code} maxDropdownHeight={300}
          description={findEntry('residenceStatus', fields.code)?.hint} nothingFoundMessage="Nicht in der Liste" onChange={(code) => code && set({ code })}
        />
        <TextInput
          label="Für wen" placeholder="die ratsuchende Person" description="nur bei mehreren Personen, ohne Namen: Kind 1, Partnerin" value={fields.person}
          error={errors.person} onChange={(event) => set({ person: event.currentTarget.value })}
        />
        <TextInput
          label="Aufgedruckte Rechtsgrundlage" placeholder="§ 25 Abs. 2 S. 1 Alt. 2" value={fields.basis} error={errors.basis}
          onChange={(event) => set({ basis: event.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <DayField label="Gültig ab" value={fields.from} error={errors.from} parse={(text) => parseDayInput(text, new Date())} onChange={(from) => set({ from })} />
          <DayField
            label="Aufgedruckt bis" value={fields.printedExpiry} error={errors.printedExpiry} parse={(text) => parseDueDay(text, new Date())}
            onChange={(printedExpiry) => set({ printedExpiry })}
          />
        </Group>
        {offer !== null && offered && (
          <Alert variant="light" color="petrol" icon={<IconCalendarStar aria-hidden />} title={`Durch Verordnung gültig bis ${germanDay(offer.until)}?`}>
            <Group justify="space-between">
              <Text size="sm">Ob die Person von der Verordnung erfasst ist, ist zu prüfen.</Text>
              <Button size="compact-sm" variant="default" onClick={() => set({ effectiveExpiry: offer.until, extension: offer.extension })}>Übernehmen</Button>
            </Group>
          </Alert>
        )}
        <CodeSelect
          catalogue="residenceExtensions" label="Gilt anders als aufgedruckt" placeholder="nein" clearable day={today} value={fields.extension} error={errors.extension}
          onChange={(extension) => set(extension === null ? { extension, effectiveExpiry: null } : { extension })}
        />
        {fields.extension !== null && (
          <DayField
            label="Tatsächlich gültig bis" description={openEnded(fields.extension) ? 'leer: bis zur Entscheidung' : ''} value={fields.effectiveExpiry} error={errors.effectiveExpiry}
            parse={(text) => parseDueDay(text, new Date())} onChange={(effectiveExpiry) => set({ effectiveExpiry })}
          />
        )}
        <Textarea label="Notiz" autosize minRows={2} maxRows={8} value={fields.note} error={errors.note} onChange={(event) => set({ note: event.currentTarget.value })} />
        <Group justify="space-between">
          {current ? <Button variant="default" disabled={busy} onClick={() => remove(current)}>In den Papierkorb</Button> : <span />}
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>Abbrechen</Button>
            <Button type="submit" loading={busy}>Speichern</Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

/** Titles with their paragraph, by which most people look for them; what is not known comes first. */
function statusOptions(day: string): { value: string; label: string }[] {
  const entries = entriesOn('residenceStatus', day) as readonly ResidenceStatusEntry[]
  const known = entries.filter(({ code }) => code !== empty.code)
  return [...entries.filter(({ code }) => code === empty.code), ...known].map(({ code, label, basis }) => ({
    value: code, label: basis === '–' ? label : `${label} · ${basis}`,
  }))
}

function fieldsOf({ person, code, basis, from, printedExpiry, effectiveExpiry, extension, note }: ResidenceStatus): ResidenceFields {
  return { person, code, basis, from, printedExpiry, effectiveExpiry, extension, note }
}
