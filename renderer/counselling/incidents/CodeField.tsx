import { MultiSelect, NumberInput, Select, Text } from '@mantine/core'
import { useRef } from 'react'
import { parseDayInput } from '../../../shared/day-input.ts'
import { incidentEntries, incidentEntry, incidentLabel, type IncidentList } from '../../../shared/counselling/incidents/catalogues.ts'
import { DayField } from '../deadlines/DayField.tsx'

/** Values of a list for a select: finer ones under the value that they are a kind of. A value out of use is offered only where it stands. */
function options(list: IncidentList, chosen: readonly string[], whole = false) {
  const offered = incidentEntries(list).filter(({ code, validTo }) => validTo === undefined || chosen.includes(code))
  const main = offered.filter(({ parent }) => parent === undefined)
  return main.map((entry) => {
    const finer = offered.filter(({ parent }) => parent === entry.code)
    if (finer.length === 0) return { value: entry.code, label: entry.label }
    // The whole comes first, for where nobody knows more.
    return { group: entry.label, items: [{ value: entry.code, label: whole ? `${entry.label} (alle)` : `${entry.label}, ohne nähere Angabe` }, ...finer.map(({ code }) => ({ value: code, label: incidentLabel(list, code) }))] }
  })
}

interface FieldProps {
  label: string
  list: IncidentList
  error?: string | undefined
  description?: string
}

/** Chooses one value of a list. */
export function CodeOne({ label, list, value, error, description, clearable = true, whole = false, placeholder, onChange }: FieldProps & {
  value: string | null
  clearable?: boolean
  /** As a filter: a value stands for its kinds too, and the label is spoken only. */
  whole?: boolean
  placeholder?: string
  onChange(code: string | null): void
}) {
  const entry = value === null ? undefined : incidentEntry(list, value)
  const hint = [entry?.norm, entry?.hint].filter(Boolean).join(' · ')
  return (
    <div>
      <Select
        {...(whole ? { 'aria-label': label, size: 'xs' } : { label })} description={description} placeholder={placeholder} data={options(list, value === null ? [] : [value], whole)}
        value={value} error={error} searchable openOnFocus={false} inputWrapperOrder={['label', 'input', 'description', 'error']}
        clearable={clearable} clearButtonProps={{ 'aria-label': `${label} leeren` }} nothingFoundMessage="Nicht in der Liste"
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }} maxDropdownHeight={320} onChange={onChange}
      />
      {!whole && hint !== '' && <Text size="xs" c="dimmed" mt={4}>{hint}</Text>}
    </div>
  )
}

/** Chooses several values of a list; the first one chosen is the main one. */
export function CodeMany({ label, list, value, error, description, onChange }: FieldProps & { value: readonly string[]; onChange(codes: string[]): void }) {
  return (
    <MultiSelect
      label={label} description={description} inputWrapperOrder={['label', 'input', 'description', 'error']} data={options(list, value)} value={[...value]} error={error} searchable openOnFocus={false}
      clearable={value.length > 0} clearButtonProps={{ 'aria-label': `${label} leeren` }} nothingFoundMessage="Nicht in der Liste" hidePickedOptions
      maxDropdownHeight={320} onChange={onChange}
    />
  )
}

/** A day that is stored as soon as it can be read; while it is being typed what was stored stays. */
export function IncidentDay({ label, description, value, error, onChange }: {
  label: string
  description?: string
  value: string | null
  error?: string | undefined
  onChange(day: string | null): void
}) {
  const typed = useRef('')
  return (
    <DayField
      label={label} {...(description !== undefined && { description })} value={value} error={error} below
      parse={(text) => {
        typed.current = text
        return parseDayInput(text, new Date())
      }}
      onChange={(day) => {
        if (day !== null || typed.current.trim() === '') onChange(day)
      }}
    />
  )
}

/** A whole number, or nothing where it isn't known. */
export function CountField({ label, value, error, onChange }: { label: string; value: number | null; error?: string | undefined; onChange(value: number | null): void }) {
  return (
    <NumberInput
      label={label} value={value ?? ''} error={error} min={0} max={100_000} allowDecimal={false} allowNegative={false} hideControls
      onChange={(entered) => onChange(typeof entered === 'number' ? entered : null)}
    />
  )
}

/** An amount in euros, kept in cents. */
export function EuroField({ label, cents, error, onChange }: { label: string; cents: number | null; error?: string | undefined; onChange(cents: number | null): void }) {
  return (
    <NumberInput
      label={label} value={cents === null ? '' : cents / 100} error={error} min={0} decimalScale={2} decimalSeparator="," thousandSeparator="." suffix=" €"
      allowNegative={false} hideControls onChange={(entered) => onChange(typeof entered === 'number' ? Math.round(entered * 100) : null)}
    />
  )
}
