import { Center, Group, Stack, Text, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** An area without records: one sentence on what it is for, and the first steps. */
export function EmptyState({ icon: AreaIcon, title, text, steps }: { icon: Icon; title: string; text: string; steps?: ReactNode }) {
  return (
    <Center h="100%" p="xl">
      <Stack align="center" gap="sm" maw={440}>
        <AreaIcon size={40} stroke={1.3} color="var(--text-accent)" aria-hidden />
        <Title order={2} size="h4" ta="center">
          {title}
        </Title>
        <Text c="dimmed" ta="center">
          {text}
        </Text>
        {steps && <Group justify="center">{steps}</Group>}
      </Stack>
    </Center>
  )
}
