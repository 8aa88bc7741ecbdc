import { Select, Stack, Text, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import type { CasePrivacy, Correction } from '../../../shared/counselling/privacy/model.ts'
import { privacyOptions } from '../../../shared/counselling/privacy/rules.ts'
import { office } from '../../app/office.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { useToday } from '../useToday.ts'
import { act } from './act.ts'

interface Props { caseId: string; onClose(): void }
type Errors = Record<string, string>

/** Restricts a case, or marks it as disputed (Art. 18 DSGVO). */
export function RestrictDialog({ caseId, onClose }: Props) {
  const today = useToday()
  const [why, setWhy] = useState('contested')
  const [note, setNote] = useState('')
  const [errors, setErrors] = useState<Errors>({})
  const save = async (): Promise<void> => {
    if (await act(() => office.counselling.privacy.restrict({ caseId, restriction: { why, note } }), 'Verarbeitung eingeschränkt', setErrors)) onClose()
  }
  return (
    <DecisionDialog title="Verarbeitung einschränken" confirm="Einschränken" disabled={note.trim().length < 3} onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">Der Fall bleibt gespeichert und sichtbar. Bis zur Aufhebung wird nichts geändert, ausgegeben oder übermittelt; Vermerke zum Streit und Fristen bleiben möglich.</Text>
        <Select label="Grund" allowDeselect={false} data={privacyOptions('restrictions', today)} value={why} onChange={(value) => setWhy(value ?? why)} />
        <Textarea label="Worum es geht" data-autofocus autosize minRows={2} maxLength={1000} value={note} error={errors.note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Stack>
    </DecisionDialog>
  )
}

/** Notes what the person wants corrected and what became of it; one that is still open is settled here. */
export function CorrectionDialog({ caseId, stored, onClose }: Props & { stored: Correction | null }) {
  const today = useToday()
  const [id] = useState(() => stored?.id ?? crypto.randomUUID())
  const [askedOn, setAskedOn] = useState<string | null>(stored?.askedOn ?? today)
  const [what, setWhat] = useState(stored?.what ?? '')
  const [outcome, setOutcome] = useState(stored?.outcome ?? 'open')
  const [note, setNote] = useState(stored?.note ?? '')
  const [errors, setErrors] = useState<Errors>({})
  const save = async (): Promise<void> => {
    if (askedOn !== null && await act(() => office.counselling.privacy.saveCorrection({ caseId, correction: { id, askedOn, what, outcome, note } }), 'Berichtigung vermerkt', setErrors)) onClose()
  }
  return (
    <DecisionDialog title="Berichtigung (Art. 16 DSGVO)" confirm="Vermerken" disabled={what.trim().length < 3 || askedOn === null} onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">Berichtigt wird an der Stelle selbst; der frühere Wert bleibt im Verlauf des Eintrags. Hier steht, was verlangt und entschieden wurde.</Text>
        <DateInput label="verlangt am" valueFormat="DD.MM.YYYY" maxDate={today} value={askedOn} onChange={setAskedOn} />
        <Textarea label="Was soll berichtigt werden?" data-autofocus autosize minRows={2} maxLength={2000} value={what} error={errors.what} onChange={(event) => setWhat(event.currentTarget.value)} />
        <Select label="Ergebnis" allowDeselect={false} data={privacyOptions('correctionOutcomes', today)} value={outcome} onChange={(value) => setOutcome(value ?? outcome)} />
        <Textarea label="Vermerk" autosize minRows={1} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Stack>
    </DecisionDialog>
  )
}

/** Notes an objection and how it was weighed (Art. 21 DSGVO). */
export function ObjectionDialog({ caseId, stored, onClose }: Props & { stored: CasePrivacy['objection'] }) {
  const today = useToday()
  const [on, setOn] = useState<string | null>(stored?.on ?? today)
  const [grounds, setGrounds] = useState(stored?.grounds ?? '')
  const [result, setResult] = useState(stored?.result ?? '')
  const [weighing, setWeighing] = useState(stored?.weighing ?? '')
  const [errors, setErrors] = useState<Errors>({})
  const save = async (): Promise<void> => {
    if (on !== null && await act(() => office.counselling.privacy.object({ caseId, objection: { on, grounds, result, weighing } }), 'Widerspruch vermerkt', setErrors)) onClose()
  }
  return (
    <DecisionDialog title="Widerspruch (Art. 21 DSGVO)" confirm="Vermerken" disabled={grounds.trim().length < 3 || on === null} onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        <DateInput label="Widerspruch vom" valueFormat="DD.MM.YYYY" maxDate={today} value={on} onChange={setOn} />
        <Textarea label="Gründe aus der besonderen Situation" data-autofocus autosize minRows={2} maxLength={2000} value={grounds} error={errors.grounds} onChange={(event) => setGrounds(event.currentTarget.value)} />
        <Select label="Entscheidung" placeholder="noch offen" clearable data={privacyOptions('objectionResults', today)} value={result || null} onChange={(value) => setResult(value ?? '')} />
        <Textarea label="Abwägung" autosize minRows={2} maxLength={3000} value={weighing} error={errors.weighing} onChange={(event) => setWeighing(event.currentTarget.value)} />
      </Stack>
    </DecisionDialog>
  )
}

/** Stops the destruction of a case. */
export function HoldDialog({ caseId, onClose }: Props) {
  const today = useToday()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<string | null>(null)
  const [errors, setErrors] = useState<Errors>({})
  const save = async (): Promise<void> => {
    if (await act(() => office.counselling.privacy.hold({ caseId, hold: { reason, until } }), 'Löschung gesperrt', setErrors)) onClose()
  }
  return (
    <DecisionDialog title="Löschung sperren" confirm="Sperren" disabled={reason.trim().length < 5} onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">Solange die Sperre gilt, wird der Fall weder gelöscht noch anonymisiert, zum Beispiel wegen einer Klage oder einer Prüfung.</Text>
        <Textarea label="Grund" data-autofocus autosize minRows={2} maxLength={500} value={reason} error={errors.reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <DateInput label="bis (leer: bis zur Aufhebung)" valueFormat="DD.MM.YYYY" minDate={today} clearable value={until} onChange={setUntil} />
      </Stack>
    </DecisionDialog>
  )
}
