import { Radio, Select, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { disposalModes, type DisposalTarget } from '../../../shared/counselling/privacy/model.ts'
import { privacyOptions } from '../../../shared/counselling/privacy/rules.ts'
import { office } from '../../app/office.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { useToday } from '../useToday.ts'
import { act } from './act.ts'

/** First step of destruction: the reason, and whether what is counted stays. */
export function ProposeDialog({ targets, onClose }: { targets: DisposalTarget[]; onClose(done: boolean): void }) {
  const today = useToday()
  const [reason, setReason] = useState<string | null>(null)
  const [mode, setMode] = useState<keyof typeof disposalModes>('destroy')
  const [note, setNote] = useState('')
  const papers = targets.every(({ type }) => type === 'attachment')
  const save = async (): Promise<void> => {
    if (reason !== null && await act(() => office.counselling.privacy.propose({ targets, mode: papers ? 'destroy' : mode, reason, note }), 'Zur Löschung vorgeschlagen. Gelöscht wird erst, wenn unter „Datenschutz“ bestätigt ist.')) onClose(true)
  }
  return (
    <DecisionDialog title={targets.length === 1 ? 'Zur Löschung vorschlagen' : `${targets.length} Einträge zur Löschung vorschlagen`} confirm="Vorschlagen" disabled={reason === null} onConfirm={() => void save()} onClose={() => onClose(false)}>
      <Stack gap="sm">
        <Text size="sm">Erster von zwei Schritten: Noch wird nichts gelöscht. Eine zweite Person mit Zugang zur Beratung prüft und löscht dann endgültig; ist sonst niemand da, bestätigen Sie selbst, frühestens morgen und mit Ihrem Namen.</Text>
        <Select label="Grund" data-autofocus data={privacyOptions('reasons', today)} value={reason} onChange={setReason} />
        {!papers && (
          <Radio.Group label="Wie" value={mode} onChange={(value) => setMode(value as typeof mode)}>
            <Stack gap={4} mt={4}>{Object.entries(disposalModes).map(([value, label]) => <Radio key={value} value={value} label={label} />)}</Stack>
          </Radio.Group>
        )}
        {mode === 'anonymise' && !papers && <Text size="sm">Es bleiben Tag, Kanal, Dauer, Thema und Ergebnis jeder Beratung, ohne Person, Notiz und Uhrzeit. Eine seltene Sprache bleibt nicht.</Text>}
        <Textarea label="Bemerkung (freiwillig)" autosize minRows={1} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Stack>
    </DecisionDialog>
  )
}
