import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { repeatChoicesWith } from '../../shared/tasks/repeat-choices.ts'

/** How often a task comes again, in words that name its first day; without a day there is nothing to repeat. */
export function RepeatSelect({ rule, day, readOnly = false, onChange }: { rule: string; day: string | null; readOnly?: boolean; onChange(rule: string): void }): ReactNode {
  const choices = day === null ? [{ rule: '', label: 'einmal' }] : repeatChoicesWith(rule, day)
  return (
    <Select
      label="Wiederholung" allowDeselect={false} readOnly={readOnly} disabled={day === null} data={choices.map(({ rule: value, label }) => ({ value: value || 'once', label }))}
      value={(day === null ? '' : rule) || 'once'} onChange={(value) => value !== null && onChange(value === 'once' ? '' : value)}
    />
  )
}
