import { Badge } from '@mantine/core'
import { IconAlertTriangle, IconEye, IconFlame, IconHelp, IconLeaf, IconUrgent } from '@tabler/icons-react'
import { labelOf } from '../../../shared/counselling/catalogues.ts'

const looks: Readonly<Record<string, { icon: typeof IconEye; color: string }>> = {
  calm: { icon: IconLeaf, color: 'petrol' },
  watch: { icon: IconEye, color: 'gray' },
  tense: { icon: IconAlertTriangle, color: 'amber' },
  escalated: { icon: IconFlame, color: 'red' },
  acute: { icon: IconUrgent, color: 'red' },
}

/** How far a situation has gone, by icon, colour and words. */
export function LevelBadge({ level }: { level: string }) {
  const { icon: Mark, color } = looks[level] ?? { icon: IconHelp, color: 'gray' }
  return (
    <Badge variant="light" color={color} leftSection={<Mark size={13} aria-hidden />} style={{ maxWidth: '100%' }}>
      {level === '' ? 'nicht eingestuft' : labelOf('escalationLevels', level)}
    </Badge>
  )
}
