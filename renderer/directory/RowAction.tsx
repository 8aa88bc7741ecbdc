import { ActionIcon, Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'

/** What can be done with one row of a record, as a sign with its word. `name` tells rows apart for those who hear them. */
export function RowAction({ icon: Sign, label, name, onClick }: { icon: Icon; label: string; name: string; onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={`${label}: ${name}`} onClick={onClick}>
        <Sign size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
