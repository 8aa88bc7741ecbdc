import { Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import { erasureReasons } from '../../../shared/directory/privacy/rules.ts'
import { office } from '../../app/office.ts'
import { attempt } from '../../ui/attempt.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { contactsText } from './contactsText.ts'

/** First step of destruction: proposes it with the reason. Nothing is deleted by it. */
export function ProposeDialog({ ids, onClose }: { ids: string[]; onClose: (done: boolean) => void }) {
  const [today] = useState(() => isoDay(new Date()))
  const [reason, setReason] = useState<string | null>('not-needed')
  const [note, setNote] = useState('')
  const save = async (): Promise<void> => {
    if (reason === null) return
    if (await attempt(() => office.directory.privacy.propose({ ids, reason, note }), `${contactsText(ids.length)} zur Löschung vorgeschlagen`)) onClose(true)
  }
  return (
    <DecisionDialog title={`${contactsText(ids.length)} zur Löschung vorschlagen`} confirm="Vorschlagen" onConfirm={() => void save()} onClose={() => onClose(false)}>
      <Text size="sm" mb="xs">Damit wird noch nichts gelöscht. Leitung oder Vertretung prüft den Vorschlag in der Prüfliste und löscht dort endgültig.</Text>
      <Select label="Grund" data={erasureReasons(today)} value={reason} onChange={setReason} />
      <Textarea mt={6} label="Bemerkung" autosize minRows={2} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </DecisionDialog>
  )
}
