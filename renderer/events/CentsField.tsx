import { TextInput, type TextInputProps } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { amountText, parseCents } from '../../shared/money.ts'

interface CentsFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** Whole cents. */
  value: number | null
  /** What an empty field means. */
  empty: null | 0
  onChange(cents: number | null): void
}

/** An amount, typed as people write it: `1.234,50`. What it can't read stays in the field with a message. */
export function CentsField({ value, empty, error, readOnly = false, onChange, onBlur, ...props }: CentsFieldProps): ReactNode {
  /** Text while the field has the focus; null shows the value. */
  const [typed, setTyped] = useState<string | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  const shown = value === null || (value === 0 && empty === 0) ? '' : amountText(value)
  return (
    <TextInput
      {...props} readOnly={readOnly} inputMode="decimal" placeholder={props.placeholder ?? '0,00'} value={typed ?? shown} rightSection="€" rightSectionWidth={24} styles={{ input: { textAlign: 'right' }, section: { pointerEvents: 'none' } }}
      error={unreadable ? 'Bitte einen Betrag wie 1.234,50 eingeben.' : error}
      onChange={(event) => {
        const cents = parseCents(event.currentTarget.value)
        setTyped(event.currentTarget.value)
        setUnreadable(false)
        if (cents !== undefined) onChange(cents ?? empty)
      }}
      onBlur={(event) => {
        if (typed !== null && parseCents(typed) === undefined) setUnreadable(true)
        else setTyped(null)
        onBlur?.(event)
      }}
    />
  )
}
