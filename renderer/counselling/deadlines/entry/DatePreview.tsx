import { Alert, Stack, Text } from '@mantine/core'
import { IconCalendarCheck, IconUsers } from '@tabler/icons-react'
import type { DeadlineDates } from '../../../../shared/counselling/deadlines/dating.ts'
import { preWarningsOf } from '../../../../shared/counselling/deadlines/practice.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'

/** The dates as they will be stored: the day that counts, the safe day, reminders, and whether two people must look at it. */
export function DatePreview({ dates }: { dates: DeadlineDates }) {
  const { dueOn, dueTime, safeOn, kind, basis, computedOn, fourEyes } = dates
  const computed = computedOn?.slice(0, 10)
  const warnings = preWarningsOf(dates)
  return (
    <Alert color="petrol" variant="light" icon={<IconCalendarCheck aria-hidden />} role="status">
      <Stack gap={2}>
        <Text fw={700} size="lg">
          {kind === 'earliest' ? 'frühestens ' : ''}{germanDay(dueOn)}{dueTime === '' ? '' : `, ${dueTime} Uhr`}
        </Text>
        {basis === 'notice' && computed !== undefined && computed !== dueOn && <Text size="sm">gerechnet wäre {germanDay(computed)}</Text>}
        {safeOn !== dueOn && <Text size="sm">Sicherer Tag: {germanDay(safeOn)}</Text>}
        {warnings.length > 0 && <Text size="sm">Vorfrist: {warnings.map(germanDay).join(' · ')}</Text>}
        {fourEyes && (
          <Text size="sm" fw={600} display="flex" style={{ gap: 6, alignItems: 'center' }}>
            <IconUsers size={16} aria-hidden /> Kurze Frist: eine zweite Person bestätigt das Datum.
          </Text>
        )}
      </Stack>
    </Alert>
  )
}
