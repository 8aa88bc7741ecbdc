import { Group, NumberInput, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { leadUnits, type LeadTime, type LeadUnit } from '../../shared/tasks/lead-time.ts'

const names: Readonly<Record<LeadUnit, string>> = { T: 'Tage', W: 'Wochen', M: 'Monate' }
const sides = [{ sign: -1, word: 'vorher' }, { sign: 1, word: 'danach' }] as const
const options = sides.flatMap(({ sign, word }) => leadUnits.map((unit) => ({ value: `${sign}${unit}`, label: `${names[unit]} ${word}` })))

/** The distance of a task to the day of its event: "8 Wochen vorher". Zero is the day itself. */
export function LeadField({ value: { count, unit }, readOnly = false, label, onChange }: { value: LeadTime; readOnly?: boolean; label: string; onChange(lead: LeadTime): void }): ReactNode {
  const sign = count > 0 ? 1 : -1
  return (
    <Group gap={6} wrap="nowrap">
      <NumberInput
        w={76} min={0} max={600} allowDecimal={false} allowNegative={false} readOnly={readOnly} aria-label={`${label}: Anzahl`} value={Math.abs(count)}
        onChange={(value) => onChange({ count: sign * (typeof value === 'number' ? value : 0) || 0, unit })}
      />
      <Select
        w={152} allowDeselect={false} readOnly={readOnly} aria-label={`${label}: Einheit`} data={options} value={`${sign}${unit}`}
        onChange={(value) => value && onChange({ count: Math.abs(count) * (value.startsWith('-') ? -1 : 1) || 0, unit: value.slice(-1) as LeadUnit })}
      />
    </Group>
  )
}
