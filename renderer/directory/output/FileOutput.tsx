import { Checkbox, Group, Select, Stack } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import { exportColumns, usualColumns, usualPaperColumns, type ExportColumn } from '../../../shared/directory/export-columns.ts'
import { isEnvelopes, type OutputLayout } from '../../../shared/directory/output/model.ts'
import { knownEnvelopes } from '../../../shared/labels/sheets.ts'
import { usePreference } from '../../app/usePreference.ts'
import { hasColumns, proposals, type FileFormat } from './formats.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { SheetFields, useSheet } from '../../ui/labels/SheetFields.tsx'
import classes from './Output.module.css'
import type { Output } from './useOutput.ts'

/** What a file needs: columns, a sheet of labels or an envelope; and the button that asks for its place. */
export function FileOutput({ output, format }: { output: Output; format: FileFormat }) {
  const paper = format === 'pdf'
  const [columns, setColumns] = usePreference<ExportColumn[]>(paper ? 'output.paperColumns' : 'output.columns', [...paper ? usualPaperColumns : usualColumns])
  const [envelope, setEnvelope] = usePreference('output.envelope', 'DL')
  const sheet = useSheet(format === 'badges' ? 'badge' : 'label')
  const [today] = useState(() => isoDay(new Date()))
  const onSheet = format === 'labels' || format === 'badges'
  const layout: Partial<OutputLayout> = {
    ...hasColumns(format) && { columns: inOrder(columns) }, ...isEnvelopes(format) && { envelope },
    ...onSheet && sheet.value !== null && { sheet: sheet.value, start: sheet.start, frames: sheet.frames },
  }
  const included = output.check.data?.included ?? 0
  const ready = included > 0 && (!hasColumns(format) || columns.length > 0) && (!onSheet || sheet.value !== null)
  return (
    <form aria-label="Datei" onSubmit={(event) => { event.preventDefault(); if (ready) void output.saveFile(layout) }}>
      <Stack gap="sm">
        {hasColumns(format) && (
          <Checkbox.Group label="Spalten" description="Die Auswahl wird gemerkt." error={columns.length === 0 ? 'Bitte mindestens eine Spalte wählen.' : undefined} value={columns} onChange={(keys) => setColumns(inOrder(keys))}>
            <div className={classes.columns}>{exportColumns.map(({ key, heading }) => <Checkbox key={key} value={key} label={heading} />)}</div>
          </Checkbox.Group>
        )}
        {onSheet && <SheetFields use={format === 'badges' ? 'badge' : 'label'} sheet={sheet} count={included} />}
        {isEnvelopes(format) && (
          <Select label="Umschlag" allowDeselect={false} data={knownEnvelopes(today).map(({ code, label }) => ({ value: code, label }))} value={envelope} onChange={(code) => setEnvelope(code ?? 'DL')} />
        )}
        <Group gap="sm"><ExportButton format={proposals[format].kind} type="submit" disabled={!ready} leftSection={<IconDownload size={17} aria-hidden />}>Speichern unter …</ExportButton></Group>
      </Stack>
    </form>
  )
}

/** Columns in the order of the list, whatever order they were chosen in. */
function inOrder(keys: readonly string[]): ExportColumn[] {
  return exportColumns.map(({ key }) => key).filter((key) => keys.includes(key))
}
