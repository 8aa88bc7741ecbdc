import { Accordion, Button, Group, Select, Text } from '@mantine/core'
import { importFieldLabels, importFields, type ImportField } from '../../../shared/directory/import/fields.ts'
import type { ImportOverview } from '../../../shared/directory/import/model.ts'
import { Personal } from '../../ui/Personal.tsx'
import classes from './ImportScreen.module.css'

const fields = importFields.map((value) => ({ value, label: importFieldLabels[value] }))
const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium' })

/** What each column means. Columns that nobody knows are not taken over, which is said in the heading. */
export function ImportColumns({ overview: { columns, remembered }, onChange, onForget }: {
  overview: ImportOverview
  onChange: (mapping: ImportField[]) => void
  onForget: () => void
}) {
  const ignored = columns.filter(({ field, sample }) => field === 'ignore' && sample !== '').length
  const change = (index: number, field: ImportField): void => onChange(columns.map((column, at) => at === index ? field : column.field))
  return (
    <>
      {remembered !== null && (
        <Group mt="sm" gap="sm">
          <Text size="sm" role="status">{`Zuordnung der Spalten übernommen von „${remembered.name}“ (${day.format(new Date(remembered.on))}).`}</Text>
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
                  <Select label={heading} data={fields} searchable allowDeselect={false} value={field} onChange={(value) => value && change(index, value)} />
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
