import { Alert, Button, Group, Text } from '@mantine/core'
import { IconCheck, IconTrash, IconUserCheck, IconUsers } from '@tabler/icons-react'
import { outcomeLabels, type StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'
import { checkOpen } from '../../../../shared/counselling/deadlines/urgency.ts'
import { germanDateTime } from '../../../../shared/dates.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'

/** What stands out about a deadline: a check still open or made, a case in the trash, what became of it. */
export function DeadlineNotices({ deadline, onConfirm }: { deadline: StoredDeadline; onConfirm(): void }) {
  const { done, check, ownerTrashed, caseId, datedByName, restricted } = deadline
  return (
    <>
      {done !== null && (
        <Alert color="petrol" variant="light" icon={<IconCheck aria-hidden />} title={`${germanDay(done.on)}: ${outcomeLabels[done.how]}`}>
          {done.note !== '' && <Text size="sm">{done.note}</Text>}
          <Text size="sm" c="dimmed">eingetragen von {done.byName}, {germanDateTime(done.at)}</Text>
        </Alert>
      )}
      {ownerTrashed && done === null && (
        <Alert color="amber" variant="light" icon={<IconTrash aria-hidden />} title={`${caseId === null ? 'Beratung' : 'Fall'} im Papierkorb`}>
          Diese Frist läuft weiter. Bitte entscheiden Sie: erledigen, in den Papierkorb legen, oder den {caseId === null ? 'Eintrag' : 'Fall'} wiederherstellen.
        </Alert>
      )}
      {checkOpen(deadline) && (
        <Alert color="amber" variant="light" icon={<IconUsers aria-hidden />} title="Vier-Augen-Prüfung offen">
          <Group justify="space-between">
            <Text size="sm">Frist von höchstens einer Woche. {datedByName} hat das Datum gesetzt; eine zweite Person bestätigt es.{restricted ? ' Der Fall gehört einer anderen Person; zu sehen ist nur, was die Prüfung braucht.' : ''}</Text>
            <Button size="compact-sm" variant="default" onClick={onConfirm}>Datum bestätigen</Button>
          </Group>
        </Alert>
      )}
      {check !== null && (
        <Group gap={6} wrap="nowrap" align="flex-start">
          <IconUserCheck size={18} aria-hidden style={{ flexShrink: 0 }} />
          <Text size="sm">
            {check.kind === 'second-person' ? 'Datum von zweiter Person bestätigt' : 'Zweiter Blick derselben Person (keine Vier-Augen-Prüfung)'}: {check.byName},{' '}
            {germanDateTime(check.at)}{check.reason === '' ? '' : ` · ${check.reason}`}
          </Text>
        </Group>
      )}
    </>
  )
}
