import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import { germanDay } from '../../../shared/holidays/days.ts'

/** A day that is typed, with its weekday once it is read; what can't be read stays in the field with a message. */
export function DayField({ label, description, value, error, below = false, parse, onChange }: {
  label: string
  description?: string
  value: string | null
  error?: string | undefined
  /** Weekday and description under the field, for rows of fields that stand side by side. */
  below?: boolean
  parse(text: string): string | null
  onChange(day: string | null): void
}) {
  /** Text while the field has the focus; null shows the value. */
  const [typed, setTyped] = useState<string | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  return (
    <TextInput
      label={label} placeholder="TT.MM.JJJJ" value={typed ?? (value === null ? '' : germanDate(value))}
      description={[description, value !== null && germanDay(value)].filter(Boolean).join(' · ') || undefined}
      {...(below && { inputWrapperOrder: ['label', 'input', 'description', 'error'] })}
      error={unreadable ? 'Bitte das Datum als 02.03.2026 angeben.' : error}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        setUnreadable(false)
        onChange(parse(event.currentTarget.value))
      }}
      onBlur={() => {
        const readable = typed === null || typed.trim() === '' || value !== null
        setUnreadable(!readable)
        if (readable) setTyped(null)
      }}
    />
  )
}
