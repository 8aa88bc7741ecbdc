import { NumberInput, Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { entriesOn, findEntry } from '../../../shared/counselling/catalogues.ts'
import { parseDayInput } from '../../../shared/day-input.ts'
import type { Referral } from '../../../shared/counselling/referrals/contract.ts'
import { targetLabel } from '../../../shared/counselling/referrals/model.ts'
import { office } from '../../app/office.ts'
import { showUndoNotice } from '../../ui/notices.tsx'
import { DayField } from '../deadlines/DayField.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { useToday } from '../useToday.ts'

/** Notes what became of a referral; its follow-up is done with it. */
export function FeedbackDialog({ referral, onClose }: { referral: Referral; onClose(): void }) {
  const today = useToday()
  const [feedback, setFeedback] = useState(referral.feedback ?? { code: '', on: today, waitingWeeks: null, note: '' })
  const set = (patch: Partial<typeof feedback>): void => setFeedback((before) => ({ ...before, ...patch }))
  const save = async (): Promise<void> => {
    const receipt = await office.counselling.referrals.settle({ id: referral.id, version: referral.version, feedback })
    showUndoNotice(referral.followUp && !referral.followUp.done ? 'Rückmeldung eingetragen, Nachfrage erledigt.' : 'Rückmeldung eingetragen.', 'counselling', receipt.change)
  }
  return (
    <FormDialog title={`Rückmeldung: ${targetLabel(referral)}`} button="Eintragen" onClose={onClose} onSubmit={save}>
      {(errors) => (
        <>
          <Radio.Group label="Was wurde daraus?" value={feedback.code} error={errors.code} onChange={(code) => set({ code })}>
            <Stack gap={6} mt={6}>
              {entriesOn('referralFeedback', today).map(({ code, label }) => <Radio key={code} value={code} label={label} description={findEntry('referralFeedback', code)?.hint} />)}
            </Stack>
          </Radio.Group>
          {feedback.code === 'waiting' && (
            <NumberInput
              label="Wartezeit in Wochen" min={0} max={260} allowDecimal={false} value={feedback.waitingWeeks ?? ''} error={errors.waitingWeeks}
              onChange={(value) => set({ waitingWeeks: value === '' ? null : Number(value) })}
            />
          )}
          <DayField label="Am" value={feedback.on === '' ? null : feedback.on} error={errors.on} parse={(text) => parseDayInput(text, new Date())} onChange={(on) => set({ on: on ?? '' })} />
          <Textarea label="Bemerkung" autosize minRows={1} maxRows={5} value={feedback.note} error={errors.note} onChange={(event) => set({ note: event.currentTarget.value })} />
        </>
      )}
    </FormDialog>
  )
}
