import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { parseDayInput } from '../../../shared/day-input.ts'
import type { Escalation } from '../../../shared/counselling/escalation/model.ts'
import { office } from '../../app/office.ts'
import { DayField } from '../deadlines/DayField.tsx'
import { DecisionDialog } from '../DecisionDialog.tsx'
import { useToday } from '../useToday.ts'

/** Ends a log. */
export function CloseDialog({ escalation: { id, version, number }, onClose }: { escalation: Escalation; onClose(): void }) {
  const today = useToday()
  const [on, setOn] = useState<string | null>(today)
  const [note, setNote] = useState('')
  return (
    <DecisionDialog
      title="Lage abschließen" button="Abschließen" said={`Lage ${number} ist abgeschlossen.`} onClose={onClose}
      onDecide={() => office.counselling.escalation.close({ id, version, closing: { on: on ?? '', note } })}
    >
      {(errors) => (
        <>
          <DayField label="Am" value={on} error={errors.on} parse={(text) => parseDayInput(text, new Date())} onChange={setOn} />
          <Textarea label="Wie es ausging" autosize minRows={2} maxRows={8} value={note} error={errors.note} onChange={(event) => setNote(event.currentTarget.value)} />
        </>
      )}
    </DecisionDialog>
  )
}
