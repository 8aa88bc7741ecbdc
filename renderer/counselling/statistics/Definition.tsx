import { ActionIcon, Popover, Text } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { definitions, measureLabels, type MeasureId } from '../../../shared/counselling/statistics/model.ts'

/** What a figure means, behind a question mark. */
export function Definition({ of }: { of: MeasureId }) {
  return (
    <Popover width={300} position="bottom" withArrow trapFocus={false} keepMounted={false}>
      <Popover.Target>
        <ActionIcon variant="subtle" size={24} aria-label={`Was zählt als „${measureLabels[of]}“?`} className="no-print"><IconHelp size={16} aria-hidden /></ActionIcon>
      </Popover.Target>
      <Popover.Dropdown><Text size="sm">{definitions[of]}</Text></Popover.Dropdown>
    </Popover>
  )
}
