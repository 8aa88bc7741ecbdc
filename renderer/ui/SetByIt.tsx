import { Group, Text } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { lockedHint } from '../../shared/policy/notice.ts'

/** Says beside a control why it can't be used. */
export function SetByIt({ text = lockedHint }: { text?: string }) {
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <IconBuildingBank size={16} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
      <Text size="sm" c="dimmed">{text}</Text>
    </Group>
  )
}
