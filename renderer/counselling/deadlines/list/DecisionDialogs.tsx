import { Alert, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { parseDayInput } from '../../../../shared/day-input.ts'
import { parseDueDay } from '../../../../shared/due-day-input.ts'
import { deadlineOutcomes, outcomeLabels, type DeadlineOutcome, type StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'
import { office } from '../../../app/office.ts'
import { useSession } from '../../../app/session.ts'
import { DecisionDialog } from '../../DecisionDialog.tsx'
import { useToday } from '../../useToday.ts'
import { DayField } from '../DayField.tsx'

/** Says what became of a deadline. */
export function DoneDialog({ deadline, onClose }: { deadline: StoredDeadline; onClose(): void }) {
  const today = useToday()
  const [on, setOn] = useState<string | null>(today)
  const [how, setHow] = useState<DeadlineOutcome>('filed')
  const [note, setNote] = useState('')
  return (
    <DecisionDialog
      title={`Frist ${deadline.number} erledigen`} button="Erledigt" said={`Frist ${deadline.number} erledigt.`} onClose={onClose}
      onDecide={() => office.counselling.deadlines.finish({ id: deadline.id, version: deadline.version, done: { on: on ?? '', how, note } })}
    >
      {(errors) => (
        <>
          <Radio.Group label="Was ist geschehen?" value={how} onChange={(value) => setHow(value as DeadlineOutcome)} error={errors.how}>
            <Stack gap={6} mt={6}>{deadlineOutcomes.map((value) => <Radio key={value} value={value} label={outcomeLabels[value]} />)}</Stack>
          </Radio.Group>
          <DayField label="Am" value={on} error={errors.on} parse={(text) => parseDayInput(text, new Date())} onChange={setOn} />
          <Textarea
            label={how === 'passed-on' ? 'An wen' : 'Bemerkung'} description={how === 'filed' ? 'zum Beispiel: per Fax, Sendebericht liegt in der Akte' : undefined}
            autosize minRows={1} maxRows={5} value={note} error={errors.note} onChange={(event) => setNote(event.currentTarget.value)}
          />
        </>
      )}
    </DecisionDialog>
  )
}

/**
 * Confirms the date of a one-week deadline. The person enters the day that they have found themselves; it is not shown to them here,
 * so that they look it up and don't just nod.
 */
export function ConfirmDialog({ deadline, onClose }: { deadline: StoredDeadline; onClose(): void }) {
  const { person } = useSession()
  const same = person.id === deadline.datedById
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  return (
    <DecisionDialog
      title="Datum bestätigen" button="Bestätigen" said={same ? 'Zweiter Blick festgehalten.' : 'Vier-Augen-Prüfung festgehalten.'} onClose={onClose}
      onDecide={() => office.counselling.deadlines.confirm({ id: deadline.id, version: deadline.version, dueOn: dueOn ?? '', reason })}
    >
      {(errors) => (
        <>
          <Alert variant="light" color={same ? 'amber' : 'petrol'} icon={<IconUsers aria-hidden />}>
            {same
              ? 'Dieses Datum haben Sie selbst gesetzt. Ist niemand sonst da, können Sie nach einer Stunde ein zweites Mal darauf sehen. Festgehalten wird das als „zweiter Blick derselben Person“, nicht als Vier-Augen-Prüfung.'
              : `${deadline.datedByName} hat das Datum gesetzt. Bitte rechnen Sie am Bescheid selbst nach und tragen Sie ein, worauf Sie kommen.`}
          </Alert>
          <DayField
            label="Letzter Tag der Frist" description="wie Sie ihn gefunden haben" value={dueOn} error={errors.dueOn} parse={(text) => parseDueDay(text, new Date())}
            onChange={setDueOn}
          />
          {same && <TextInput label="Warum konnte keine zweite Person prüfen?" value={reason} error={errors.reason} onChange={(event) => setReason(event.currentTarget.value)} />}
          {!same && <Text size="xs" c="dimmed">Ihr Name und die Uhrzeit stehen danach bei der Frist und im Fristenbuch.</Text>}
        </>
      )}
    </DecisionDialog>
  )
}
