import { Stack } from '@mantine/core'
import type { Case } from '../../../shared/counselling/contract.ts'
import { IdentityCard } from './IdentityCard.tsx'

/** Tab „Person": who is behind the alias, and with whom the person lives. */
export function PersonTab({ current }: { current: Case }) {
  return (
    <Stack gap="md">
      <IdentityCard current={current} />
    </Stack>
  )
}
