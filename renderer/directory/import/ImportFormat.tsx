import { Alert, Checkbox, Group, List, Select, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconHistory } from '@tabler/icons-react'
import {
  importEncodingLabels, importEncodings, importFormatLabels, importSeparatorLabels, importSeparators, type ImportEncoding, type ImportSeparator,
} from '../../../shared/directory/import/formats.ts'
import type { ImportOptions, ImportOverview } from '../../../shared/directory/import/model.ts'

const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short' })

/** What was found about the file, to be corrected if it is wrong, and what a person should know of it. */
export function ImportFormat({ overview, onChange }: { overview: ImportOverview; onChange: (options: ImportOptions) => void }) {
  const { text, tables, table, hidden, warnings, importedBefore } = overview
  return (
    <>
      <Group mt="md" gap="md" align="flex-end">
        {text !== null && <TextFormat text={text} onChange={onChange} />}
        {tables.length > 1 && (
          <Select
            label="Tabelle"
            w={320}
            allowDeselect={false}
            data={tables.map(({ label, hidden: concealed, rows }, index) => ({ value: String(index), label: `${label} (${rows.toLocaleString('de-DE')} Zeilen${concealed ? ', ausgeblendet' : ''})` }))}
            value={String(table)}
            // Another table has other columns and rows.
            onChange={(value) => value !== null && onChange({ table: Number(value), mapping: undefined, rows: undefined, withHidden: undefined })}
          />
        )}
        {(hidden.rows > 0 || hidden.columns > 0) && (
          <Checkbox
            mb={8}
            label={`Ausgeblendetes übernehmen (${[hidden.rows > 0 && `${hidden.rows} Zeilen`, hidden.columns > 0 && `${hidden.columns} Spalten`].filter(Boolean).join(', ')})`}
            checked={hidden.included}
            onChange={(event) => onChange({ withHidden: event.currentTarget.checked, mapping: undefined })}
          />
        )}
        <Found overview={overview} />
      </Group>
      {importedBefore !== null && (
        <Alert mt="sm" variant="light" color="gray" icon={<IconHistory aria-hidden />}>
          {`Diese Datei wurde am ${day.format(new Date(importedBefore.on))} von ${importedBefore.personName} schon importiert${importedBefore.undone ? '; der Import wurde rückgängig gemacht' : ''}.`}
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert mt="sm" variant="light" color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {warnings.length === 1 ? warnings[0] : <List size="sm">{warnings.map((warning) => <List.Item key={warning}>{warning}</List.Item>)}</List>}
        </Alert>
      )}
    </>
  )
}

function TextFormat({ text: { encoding, separator }, onChange }: { text: NonNullable<ImportOverview['text']>; onChange: (options: ImportOptions) => void }) {
  return (
    <>
      <Select
        label="Kodierung"
        allowDeselect={false}
        data={importEncodings.map((value) => ({ value, label: importEncodingLabels[value] }))}
        value={encoding}
        onChange={(value) => onChange({ encoding: value as ImportEncoding })}
      />
      {separator !== null && (
        <Select
          label="Trennzeichen"
          allowDeselect={false}
          data={importSeparators.map((value) => ({ value, label: importSeparatorLabels[value] }))}
          value={separator}
          // Another separator gives other columns.
          onChange={(value) => onChange({ separator: value as ImportSeparator, mapping: undefined })}
        />
      )}
    </>
  )
}

function Found({ overview: { text, format } }: { overview: ImportOverview }) {
  const certain = text?.certain ?? true
  return (
    <Group gap={6} mb={8}>
      {certain ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
      <Text size="sm" c="dimmed" role="status">
        {text === null ? `Erkannt: ${importFormatLabels[format]}`
          : certain ? `Erkannt: ${importFormatLabels[format]}, ${importEncodingLabels[text.encoding]}${text.bom ? ' mit Kennung (BOM)' : ''}${text.separator === null ? '' : `, ${importSeparatorLabels[text.separator]}`}`
            : `Vermutlich ${importEncodingLabels[text.encoding]}. Bitte prüfen Sie die Umlaute in der Vorschau.`}
      </Text>
    </Group>
  )
}
