import { Alert, Checkbox, Group, List, Select, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconHistory } from '@tabler/icons-react'
import { germanDateTime } from '../../../shared/dates.ts'
import {
  importEncodingLabels, importEncodings, importFormatLabels, importSeparatorLabels, importSeparators, type ImportEncoding, type ImportFormat, type ImportSeparator,
} from '../../../shared/directory/import/formats.ts'

/** What was found about a list that somebody hands in. */
export interface FoundList {
  format: ImportFormat
  text: { encoding: ImportEncoding; bom: boolean; certain: boolean; separator: ImportSeparator | null } | null
  tables: readonly { label: string; hidden: boolean; rows: number }[]
  table: number
  hidden: { rows: number; columns: number; included: boolean }
  warnings: readonly string[]
  importedBefore: { on: string; personName: string; undone: boolean } | null
}

/** How the person corrects it. Another table or separator has other columns, another table other rows. */
export interface ListReading {
  encoding?: ImportEncoding
  separator?: ImportSeparator
  table?: number
  withHidden?: boolean | undefined
  mapping?: undefined
  rows?: undefined
}

/** What was found about the file, to be corrected if it is wrong, and what a person should know of it. */
export function ListFormat({ found, onChange }: { found: FoundList; onChange: (reading: ListReading) => void }) {
  const { text, tables, table, hidden, warnings, importedBefore } = found
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
        <Found found={found} />
      </Group>
      {importedBefore !== null && (
        <Alert mt="sm" variant="light" color="gray" icon={<IconHistory aria-hidden />}>
          {`Diese Datei wurde am ${germanDateTime(importedBefore.on)} von ${importedBefore.personName} schon importiert${importedBefore.undone ? '; der Import wurde rückgängig gemacht' : ''}.`}
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

function TextFormat({ text: { encoding, separator }, onChange }: { text: NonNullable<FoundList['text']>; onChange: (reading: ListReading) => void }) {
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
          onChange={(value) => onChange({ separator: value as ImportSeparator, mapping: undefined })}
        />
      )}
    </>
  )
}

function Found({ found: { text, format } }: { found: FoundList }) {
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
