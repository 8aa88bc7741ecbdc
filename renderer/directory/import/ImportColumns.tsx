import { Accordion, Select } from '@mantine/core'
import { importFieldLabels, importFields, type ImportField, type ImportOptions, type ImportPreview } from '../../../shared/directory/import.ts'
import classes from './ImportScreen.module.css'

const fields = importFields.map((value) => ({ value, label: importFieldLabels[value] }))

/** What each column means. Columns that nobody knows are not taken over, which is said in the heading. */
export function ImportColumns({ preview: { columns }, options, onChange }: {
  preview: ImportPreview
  options: ImportOptions
  onChange: (options: ImportOptions) => void
}) {
  const ignored = columns.filter(({ field, sample }) => field === 'ignore' && sample !== '').length
  const change = (index: number, field: ImportField): void =>
    onChange({ ...options, mapping: columns.map((column, at) => at === index ? field : column.field) })
  return (
    <Accordion mt="md" variant="contained" defaultValue={ignored > 0 ? 'columns' : null}>
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
                <Select label={heading} data={fields} searchable value={field} onChange={(value) => value && change(index, value)} />
                <div className={classes.sample}>{sample === '' ? 'ohne Inhalt' : `z. B. ${sample}`}</div>
              </div>
            ))}
          </div>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
