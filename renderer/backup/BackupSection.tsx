import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { IconDatabaseExport, IconRestore } from '@tabler/icons-react'
import { useState } from 'react'
import type { BackupStand } from '../../shared/backup/model.ts'
import { backupRules } from '../../shared/backup/rules.ts'
import { ageWords, sizeWords } from '../../shared/backup/words.ts'
import { desktop } from '../app/office.ts'
import { useSession } from '../app/session.ts'
import { usePolicy } from '../app/usePolicy.ts'
import { SetByIt } from '../ui/SetByIt.tsx'
import { BackupTrouble } from './BackupTrouble.tsx'
import { SecondPlace } from './SecondPlace.tsx'
import { RestoreProbe } from './probe/RestoreProbe.tsx'
import { RestoreAssistant } from './restore/RestoreAssistant.tsx'
import { ReplacedStates } from './ReplacedStates.tsx'
import { SetTable } from './SetTable.tsx'
import { useBackUp, useBackupStand } from './useBackups.ts'

const steps = { copying: 'Der Tresor wird kopiert', checking: 'Die Kopie wird geöffnet und geprüft', second: 'Die Kopie geht an den zweiten Ort', verifying: 'Die Sicherung wird geprüft' } as const

/** „Sicherungen": how old the last one is, the second place, and what is kept. */
export function BackupSection() {
  const stand = useBackupStand()
  const { canSee } = useSession()
  const { values, locked } = usePolicy()
  const [restoring, setRestoring] = useState(false)
  if (!stand) return null
  if (restoring) {
    return (
      <Stack gap="md" maw={860}>
        <Title order={2}>Früheren Stand wiederherstellen</Title>
        {/* What was decided happens as soon as the office is locked. */}
        <RestoreAssistant onBack={() => setRestoring(false)} onSwitched={() => void desktop.lock()} />
      </Stack>
    )
  }
  const days = values.BackupKeepDays ?? backupRules.keep.days
  const weeks = values.BackupKeepWeeks ?? backupRules.keep.weeks
  const months = values.BackupKeepMonths ?? backupRules.keep.months
  return (
    <Stack gap="lg" maw={860}>
      <Title order={2}>Sicherungen</Title>
      <Text size="sm">
        Das Büro sichert sich selbst: einmal am Tag{values.BackupHour === undefined ? '' : ` ab ${values.BackupHour} Uhr`}, während es offen ist, und nach jedem Sperren und Beenden, wenn sich etwas geändert hat. Jede Sicherung ist verschlüsselt, enthält die
        Zugänge und öffnet sich mit denselben Passphrasen. Aufbewahrt werden die letzten {days} Tage, {weeks} Wochen und {months} Monate.
      </Text>
      {(['BackupKeepDays', 'BackupKeepWeeks', 'BackupKeepMonths'] as const).some(locked) && <SetByIt text="Wie lange Sicherungen aufbewahrt werden, ist von Ihrer IT vorgegeben." />}
      {locked('BackupHour') && <SetByIt text="Ab wann die tägliche Sicherung gemacht wird, ist von Ihrer IT vorgegeben." />}
      <LastBackup stand={stand} />
      <SecondPlace stand={stand} />
      <SetTable />
      <RestoreProbe />
      <ReplacedStates />
      {canSee('counselling')
        ? <Group><Button variant="default" leftSection={<IconRestore size={18} aria-hidden />} onClick={() => setRestoring(true)}>Früheren Stand wiederherstellen</Button></Group>
        : <Text size="sm" c="dimmed">Einen früheren Stand stellt wieder her, wer auch die Beratung öffnen kann.</Text>}
    </Stack>
  )
}

function LastBackup({ stand }: { stand: BackupStand }) {
  const backUp = useBackUp()
  const { running } = stand
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" role="status">
        {running ? `${steps[running.step]} …` : stand.lastAt === null ? 'Es gibt noch keine Sicherung.' : <>Letzte Sicherung: <strong>{ageWords(stand.lastAt, new Date())}</strong></>}
      </Text>
      {running && (
        <Group gap="sm" w="100%">
          <Progress.Root w={320} size="lg">
            <Progress.Section value={running.total > 0 ? (100 * running.done) / running.total : 0} aria-label={steps[running.step]} />
          </Progress.Root>
          {running.total > 0 && <Text size="sm" c="dimmed">{sizeWords(running.done)} von {sizeWords(running.total)}</Text>}
        </Group>
      )}
      {!running && stand.failure && <BackupTrouble failure={stand.failure} place="own" />}
      <Button leftSection={<IconDatabaseExport size={18} aria-hidden />} disabled={running !== null} onClick={() => void backUp()}>Jetzt sichern</Button>
    </Stack>
  )
}
