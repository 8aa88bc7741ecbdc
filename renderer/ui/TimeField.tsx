import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { parseTimeInput } from '../../shared/time-input.ts'

/** A time of day. Takes `1405` or `14.05` too; what it can't read stays in the field with a message. */
export function TimeField({ label, hideLabel = false, placeholder = '14:05', value, error, readOnly = false, onChange }: {
  label: string
  /** Says the label to screen readers only. */
  hideLabel?: boolean
  placeholder?: string
  /** `14:05` */
  value: string | null
  error: string | undefined
  readOnly?: boolean
  onChange(value: string | null): void
}) {
  /** Text while the field has the focus; null shows the value. */
  const [typed, setTyped] = useState<string | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  return (
    <TextInput
      {...hideLabel ? { 'aria-label': label } : { label }} readOnly={readOnly} placeholder={placeholder} inputMode="numeric" value={typed ?? value ?? ''}
      error={unreadable ? 'Bitte die Uhrzeit als 14:05 angeben.' : error}
      onChange={(event) => {
        const time = parseTimeInput(event.currentTarget.value)
        setTyped(event.currentTarget.value)
        setUnreadable(false)
        if (time !== undefined) onChange(time)
      }}
      onBlur={() => {
        if (typed !== null && parseTimeInput(typed) === undefined) setUnreadable(true)
        else setTyped(null)
      }}
    />
  )
}
