import { Checkbox, Group, Select, SimpleGrid } from '@mantine/core'
import type { ReactNode } from 'react'
import type { EntryInput } from '../../shared/calendar/model.ts'
import { weekday } from '../../shared/holidays/days.ts'
import { repeatChoicesWith, weekdayNames, weeklyOn } from '../../shared/tasks/repeat-choices.ts'
import { ComingDayField } from '../ui/ComingDayField.tsx'

const onWeekdays = 'weekdays'
const BY_DAY = /^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/u

/** How often an entry comes again: in words that name its first day, or on several days of the week; and until when. */
export function RepeatFields({ fields: { repeat, repeatUntil, startsOn }, error, readOnly, onChange }: {
  fields: Pick<EntryInput, 'repeat' | 'repeatUntil' | 'startsOn'>
  error: string | undefined
  readOnly: boolean
  onChange(patch: Partial<EntryInput>): void
}): ReactNode {
  const codes = BY_DAY.exec(repeat)?.[1]?.split(',') ?? null
  const choices = codes === null ? repeatChoicesWith(repeat, startsOn) : repeatChoicesWith('', startsOn)
  const own = weekdayNames[weekday(startsOn) - 1]?.[0] ?? 'MO'
  const choose = (value: string | null): void => {
    if (value === onWeekdays) onChange({ repeat: weeklyOn([own]) })
    else if (value !== null) onChange({ repeat: value === 'once' ? '' : value, ...(value === 'once' && { repeatUntil: null }) })
  }
  /** Without any day nothing would come again. */
  const toggle = (code: string, on: boolean): void => {
    const next = on ? [...(codes ?? []), code] : (codes ?? []).filter((each) => each !== code)
    if (next.length > 0) onChange({ repeat: weeklyOn(next) })
  }
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
        <Select
          label="Wiederholung" readOnly={readOnly} error={error} value={codes === null ? repeat || 'once' : onWeekdays} onChange={choose}
          data={[...choices.map(({ rule, label }) => ({ value: rule || 'once', label })), { value: onWeekdays, label: 'wöchentlich an mehreren Tagen …' }]}
        />
        {repeat !== '' && <ComingDayField label="Wiederholen bis" placeholder="ohne Ende" clearable={!readOnly} readOnly={readOnly} value={repeatUntil} onChange={(day) => onChange({ repeatUntil: day })} />}
      </SimpleGrid>
      {codes !== null && (
        <Group gap="md" role="group" aria-label="Tage der Woche">
          {weekdayNames.map(([code, name]) => <Checkbox key={code} label={name} disabled={readOnly} checked={codes.includes(code)} onChange={(change) => toggle(code, change.currentTarget.checked)} />)}
        </Group>
      )}
    </>
  )
}
