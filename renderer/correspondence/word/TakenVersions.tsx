import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { TakenVersion } from '../../../shared/correspondence/round-trip/contract.ts'
import { germanDateTime } from '../../../shared/dates.ts'

export interface TakenVersionsProps {
  versions: readonly TakenVersion[]
  onShow(version: TakenVersion): void
}

/** „Fassungen aus Word": the states that were taken back, the newest first. */
export function TakenVersions({ versions, onShow }: TakenVersionsProps): ReactNode {
  if (versions.length === 0) return null
  return (
    <Stack component="section" gap="xs" m="md" aria-label="Fassungen aus Word">
      <Title order={3} size="h5">Fassungen aus Word</Title>
      {versions.map((version) => (
        <Group key={version.id} gap="sm" wrap="wrap">
          <Text size="sm" fw={600}>Fassung {version.number}</Text>
          <Text size="sm">{germanDateTime(version.takenAt)}, {version.takenBy}</Text>
          <Text size="xs" c="dimmed" title={version.hash}>Prüfwert {version.hash.slice(0, 12)}</Text>
          {version.note && <Text size="sm" c="red">Nicht lesbar: {version.note}</Text>}
          <Button size="compact-sm" variant="default" ml="auto" onClick={() => onShow(version)} aria-label={`Fassung ${version.number} ansehen`}>Ansehen</Button>
        </Group>
      ))}
    </Stack>
  )
}
