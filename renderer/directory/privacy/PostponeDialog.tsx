import { Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import { office } from '../../app/office.ts'
import { attempt } from '../../ui/attempt.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { contactsText } from './contactsText.ts'

/** Keeps the chosen contacts off the list until a day, with the reason. */
export function PostponeDialog({ ids, onClose }: { ids: string[]; onClose: (done: boolean) => void }) {
  const [today] = useState(() => isoDay(new Date()))
  const [until, setUntil] = useState<string | null>(() => `${Number(today.slice(0, 4)) + 1}-12-31`)
  const [reason, setReason] = useState('')
  const past = until !== null && until <= today
  const save = async (): Promise<void> => {
    if (until === null) return
    if (await attempt(() => office.directory.privacy.postpone({ ids, until, reason }), `${contactsText(ids.length)} zurückgestellt`)) onClose(true)
  }
  return (
    <DecisionDialog title={`${contactsText(ids.length)} zurückstellen`} confirm="Zurückstellen" disabled={until === null || past || reason.trim().length < 3} onConfirm={() => void save()} onClose={() => onClose(false)}>
      <DateInput label="Wieder vorlegen am" valueFormat="DD.MM.YYYY" value={until} onChange={setUntil} error={past ? 'Bitte einen Tag in der Zukunft wählen.' : undefined} />
      <Textarea mt={6} label="Grund" description="Warum werden die Daten noch gebraucht?" data-autofocus autosize minRows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </DecisionDialog>
  )
}
