import { Accordion, Button, Group, Select, Text } from '@mantine/core'
import { germanDate } from '../../../shared/dates.ts'
import { Personal } from '../Personal.tsx'
import classes from './Lists.module.css'

interface Props<Field extends string> {
  columns: readonly { heading: string; field: Field | 'ignore'; sample: string }[]
  /** From which list the meanings were taken over, and when that was imported. */
  remembered: { name: string; on: string } | null
  /** German names of what a column can mean. */
  fields: Readonly<Record<Field, string>>
  onChange: (mapping: (Field | 'ignore')[]) => void
  onForget: () => void
}

/** What each column means. Columns that nobody knows are not taken over, which is said in the heading. */
export function ListColumns<Field extends string>({ columns, remembered, fields, onChange, onForget }: Props<Field>) {
  const data = Object.entries<string>(fields).map(([value, label]) => ({ value, label }))
  const ignored = columns.filter(({ field, sample }) => field === 'ignore' && sample !== '').length
  const change = (index: number, field: Field): void => onChange(columns.map((column, at) => at === index ? field : column.field))
  return (
    <>
      {remembered !== null && (
        <Group mt="sm" gap="sm">
          <Text size="sm" role="status">{`Zuordnung der Spalten übernommen von „${remembered.name}“ (${germanDate(remembered.on)}).`}</Text>
          <Button size="compact-sm" variant="default" onClick={onForget}>Zuordnung vergessen</Button>
        </Group>
      )}
      <Accordion mt="sm" variant="contained" defaultValue={ignored > 0 ? 'columns' : null}>
        <Accordion.Item value="columns">
          <Accordion.Control>
            {`Spalten zuordnen: ${columns.length - columns.filter(({ field }) => field === 'ignore').length} von ${columns.length} werden übernommen`}
          </Accordion.Control>
          <Accordion.Panel>
            <div className={classes.columns}>
              {columns.map(({ heading, field, sample }, index) => (
                // Columns have no name of their own; their place in the file is what they are.
                // oxlint-disable-next-line react/no-array-index-key
                <div key={index}>
                  <Select label={heading} data={data} searchable allowDeselect={false} value={field} onChange={(value) => value && change(index, value as Field)} />
                  <div className={classes.sample}>{sample === '' ? 'ohne Inhalt' : <Personal>{`z. B. ${sample}`}</Personal>}</div>
                </div>
              ))}
            </div>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </>
  )
}
