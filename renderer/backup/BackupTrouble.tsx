import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { BackupPlace, BackupStand } from '../../shared/backup/model.ts'
import { failureWords } from '../../shared/backup/words.ts'
import { germanDateTime } from '../../shared/dates.ts'

/** What went wrong the last time, what was kept, and what to do. */
export function BackupTrouble({ failure, place }: { failure: NonNullable<BackupStand['failure']>; place: BackupPlace }) {
  const { happened, next } = failureWords(failure.kind, place)
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      <Text size="sm" fw={600}>{happened}</Text>
      <Text size="sm">{next}</Text>
      <Text size="xs" c="dimmed">{germanDateTime(failure.at)}</Text>
    </Alert>
  )
}
