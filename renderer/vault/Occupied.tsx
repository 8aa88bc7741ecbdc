import { Alert, Progress, Stack, Text } from '@mantine/core'
import { IconDatabaseExport, IconPlugConnectedX, IconUser } from '@tabler/icons-react'
import type { Occupancy } from '../../shared/vault/desk/model.ts'
import { Personal } from '../ui/Personal.tsx'
import { askedWords, occupancyWords } from './occupancy-texts.ts'

/** On the lock screen: who has the office open at another place, and what became of the own request. */
export function Occupied({ occupancy, resumed }: { occupancy: Occupancy; resumed: boolean }) {
  const { state, asked, copied, takeOverIn } = occupancy
  if (state === 'free') {
    return asked?.freed ? (
      <Text size="sm" role="status" fw={600}>
        {askedWords(asked.answer, true)}
      </Text>
    ) : null
  }
  const { title, text } = occupancyWords(occupancy, resumed)
  const Icon = takeOverIn !== null ? IconPlugConnectedX : state === 'person' ? IconUser : IconDatabaseExport
  return (
    <Alert color="amber" variant="light" icon={<Icon aria-hidden />} role="status">
      <Stack gap={6}>
        <Text size="sm" fw={600}>
          <Personal>{title}</Personal>
        </Text>
        <Text size="sm">{text}</Text>
        {asked && <Text size="sm">{askedWords(asked.answer, false)}</Text>}
        {copied !== null && <Progress value={copied * 100} aria-label="Der Stand wird geholt" />}
      </Stack>
    </Alert>
  )
}
