import { Group, Select, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import {
  importEncodingLabels, importEncodings, importSeparatorLabels, importSeparators, type ImportEncoding, type ImportOptions, type ImportPreview,
  type ImportSeparator,
} from '../../../shared/directory/import.ts'

/** What was found about the file, to be corrected if it is wrong. */
export function ImportFormat({ preview, options, onChange }: { preview: ImportPreview; options: ImportOptions; onChange: (options: ImportOptions) => void }) {
  const { encoding, bom, certain, separator } = preview
  return (
    <Group mt="md" gap="md" align="flex-end">
      <Select
        label="Kodierung"
        data={importEncodings.map((value) => ({ value, label: importEncodingLabels[value] }))}
        value={encoding}
        onChange={(value) => onChange({ ...options, encoding: value as ImportEncoding })}
      />
      <Select
        label="Trennzeichen"
        data={importSeparators.map((value) => ({ value, label: importSeparatorLabels[value] }))}
        value={separator}
        // Another separator gives other columns.
        onChange={(value) => onChange({ ...options, separator: value as ImportSeparator, mapping: undefined })}
      />
      <Group gap={6} mb={8}>
        {certain ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
        <Text size="sm" c="dimmed" role="status">
          {certain
            ? `Erkannt: ${importEncodingLabels[encoding]}${bom ? ' mit Kennung (BOM)' : ''}, ${importSeparatorLabels[separator]}`
            : `Vermutlich ${importEncodingLabels[encoding]}. Bitte prüfen Sie die Umlaute in der Vorschau.`}
        </Text>
      </Group>
    </Group>
  )
}
