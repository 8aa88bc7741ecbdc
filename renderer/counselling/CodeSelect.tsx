import { Select, Text, type SelectProps } from '@mantine/core'
import { findEntry, entriesOn, labelOf, type CatalogueName } from '../../shared/counselling/catalogues.ts'

type Shared = Pick<SelectProps, 'label' | 'error' | 'description' | 'placeholder' | 'clearable' | 'required' | 'withAsterisk'>

/**
 * Chooses a value of a catalogue. Offered is what may be chosen on that ISO day; a stored value that is out of use stays.
 * The hint of the chosen value stands below the field.
 */
export function CodeSelect({ catalogue, day, value, onChange, ...shared }: Shared & {
  catalogue: CatalogueName
  day: string
  value: string | null
  onChange(code: string | null): void
}) {
  const offered = entriesOn(catalogue, day).map(({ code, label }) => ({ value: code, label }))
  const missing = value !== null && !offered.some((option) => option.value === value)
  const hint = value === null ? undefined : findEntry(catalogue, value)?.hint
  return (
    <div>
      <Select
        {...shared}
        searchable
        openOnFocus={false}
        data={missing ? [...offered, { value, label: labelOf(catalogue, value) }] : offered}
        value={value}
        onChange={onChange}
        nothingFoundMessage="Nicht in der Liste"
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      />
      {hint && <Text size="xs" c="dimmed" mt={4}>{hint}</Text>}
    </div>
  )
}
