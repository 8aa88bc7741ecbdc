import { ActionIcon, Button, Checkbox, Fieldset, Group, Select, SimpleGrid, Stack, Table, Textarea, TextInput, VisuallyHidden } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { documentKindLabels, particulars, type DocumentKind, type Particular, type Particulars } from '../../../shared/correspondence/templates/kinds.ts'
import { keyed } from '../keyed.ts'

export interface ParticularsFieldsProps {
  kind: DocumentKind
  values: Particulars
  readOnly: boolean
  onChange(values: Particulars): void
}

/** What a kind of document says beyond every letter: the place of an invitation, the order of committees of a proposal. */
export function ParticularsFields({ kind, values, readOnly, onChange }: ParticularsFieldsProps): ReactNode {
  if (particulars[kind].length === 0) return null
  const short = particulars[kind].filter(({ type }) => type === 'line' || type === 'date' || type === 'choice')
  const long = particulars[kind].filter((particular) => !short.includes(particular))
  const field = (particular: Particular): ReactNode => (
    <ParticularField key={particular.key} particular={particular} value={values[particular.key]} readOnly={readOnly} onChange={(value) => onChange({ ...values, [particular.key]: value })} />
  )
  return (
    <Fieldset legend={`Angaben: ${documentKindLabels[kind]}`} p="sm">
      <Stack gap="sm">
        {short.length > 0 && <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">{short.map(field)}</SimpleGrid>}
        {long.map(field)}
      </Stack>
    </Fieldset>
  )
}

interface FieldProps { particular: Particular; value: Particulars[string] | undefined; readOnly: boolean; onChange(value: Particulars[string]): void }

function ParticularField({ particular, value, readOnly, onChange }: FieldProps): ReactNode {
  const { label, type, options = [], required } = particular
  const text = typeof value === 'string' ? value : ''
  const shared = { label, readOnly, withAsterisk: required === true }
  if (type === 'rows') return <Rows particular={particular} rows={Array.isArray(value) ? value : []} readOnly={readOnly} onChange={onChange} />
  if (type === 'date') return <DateInput {...shared} valueFormat="DD.MM.YYYY" clearable={!readOnly} value={text === '' ? null : text} onChange={(day) => onChange(day ?? '')} />
  if (type === 'choice') return <Select {...shared} clearable={!readOnly} data={options} value={text === '' ? null : text} onChange={(chosen) => onChange(chosen ?? '')} />
  if (type === 'checks') {
    return (
      <Checkbox.Group label={label} value={text.split('\n').filter(Boolean)} onChange={(chosen) => { if (!readOnly) onChange(options.filter((option) => chosen.includes(option)).join('\n')) }}>
        <Group gap="sm" mt={4}>{options.map((option) => <Checkbox key={option} value={option} label={option} />)}</Group>
      </Checkbox.Group>
    )
  }
  return type === 'lines' || type === 'list'
    ? <Textarea {...shared} description={type === 'list' ? 'Eine Angabe je Zeile' : undefined} autosize minRows={2} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
    : <TextInput {...shared} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
}

function Rows({ particular, rows, readOnly, onChange }: { particular: Particular; rows: Record<string, string>[]; readOnly: boolean; onChange(rows: Record<string, string>[]): void }): ReactNode {
  const { columns = [], label } = particular
  const change = (at: number, key: string, text: string): void => onChange(rows.map((row, index) => (index === at ? { ...row, [key]: text } : row)))
  return (
    <div>
      <Table withTableBorder verticalSpacing={4} aria-label={label}>
        <Table.Caption style={{ captionSide: 'top', textAlign: 'left', marginTop: 0, color: 'inherit', fontWeight: 500 }}>{label}</Table.Caption>
        <Table.Thead><Table.Tr>{columns.map((column) => <Table.Th key={column.key}>{column.label}</Table.Th>)}{!readOnly && <Table.Th w={40}><VisuallyHidden>Entfernen</VisuallyHidden></Table.Th>}</Table.Tr></Table.Thead>
        <Table.Tbody>
          {keyed(rows).map(({ key, item }, at) => (
            <Table.Tr key={key}>
              {columns.map((column) => (
                <Table.Td key={column.key}>
                  <TextInput size="xs" readOnly={readOnly} aria-label={`${column.label}, Zeile ${at + 1}`} value={item[column.key] ?? ''} onChange={(event) => change(at, column.key, event.currentTarget.value)} />
                </Table.Td>
              ))}
              {!readOnly && (
                <Table.Td><ActionIcon variant="subtle" aria-label={`Zeile ${at + 1} entfernen`} onClick={() => onChange(rows.filter((_, index) => index !== at))}><IconX size={16} aria-hidden /></ActionIcon></Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!readOnly && <Button mt={6} size="compact-sm" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => onChange([...rows, {}])}>Zeile</Button>}
    </div>
  )
}
