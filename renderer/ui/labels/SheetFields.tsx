import { Checkbox, Group, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import { a4, knownSheets, labelBox, labelSheetSchema, labelsPerSheet, type LabelSheet, type SheetUse } from '../../../shared/labels/sheets.ts'
import { usePreference } from '../../app/usePreference.ts'
import classes from './SheetFields.module.css'

const free = 'free'
const measures = [
  ['columns', 'Spalten'], ['rows', 'Zeilen'], ['width', 'Breite (mm)'], ['height', 'Höhe (mm)'], ['left', 'Rand links (mm)'], ['top', 'Rand oben (mm)'],
  ['stepX', 'Abstand waagerecht (mm)'], ['stepY', 'Abstand senkrecht (mm)'],
] as const

/** State of the choice of a sheet: a known one or free measures, where it begins, and frames. */
export function useSheet(use: SheetUse) {
  const [today] = useState(() => isoDay(new Date()))
  const [sheets] = useState(() => knownSheets(use, today))
  const [code, setCode] = usePreference(`output.sheet.${use}`, sheets[0]?.code ?? free)
  const [measured, setMeasured] = usePreference<LabelSheet>(`output.measures.${use}`, { columns: 2, rows: 5, width: 90, height: 50, left: 10, top: 10, stepX: 95, stepY: 55 })
  const [start, setStart] = useState(1)
  const [frames, setFrames] = useState(false)
  const checked = labelSheetSchema.safeParse(code === free ? measured : sheets.find((sheet) => sheet.code === code) ?? sheets[0])
  const value = checked.success ? checked.data : null
  const problems = new Map(checked.success ? [] : checked.error.issues.map(({ path, message }) => [String(path[0]), message]))
  return { sheets, code, setCode, measured, setMeasured, value, problems, start: Math.min(start, value === null ? 1 : labelsPerSheet(value)), setStart, frames, setFrames }
}

/** The sheet to print on, as a picture too: which labels are used up, which will be printed. */
export function SheetFields({ use, sheet, count }: { use: SheetUse; sheet: ReturnType<typeof useSheet>; count: number }) {
  const { sheets, code, setCode, measured, setMeasured, value, problems, start, setStart, frames, setFrames } = sheet
  return (
    <Group align="flex-start" gap="lg" wrap="nowrap">
      <Stack gap="sm" flex={1}>
        <Select label={use === 'badge' ? 'Bogen für Namensschilder' : 'Etikettenbogen'} allowDeselect={false} searchable data={[...sheets.map((known) => ({ value: known.code, label: known.label })), { value: free, label: 'Eigene Maße' }]} value={code} onChange={(chosen) => setCode(chosen ?? free)} />
        {code === free && (
          <SimpleGrid cols={{ base: 2, sm: 4 }} spacing={8}>
            {measures.map(([key, label]) => (
              <NumberInput key={key} label={label} min={0} max={500} decimalSeparator="," decimalScale={key === 'columns' || key === 'rows' ? 0 : 2} value={measured[key]} error={problems.get(key)} onChange={(typed) => setMeasured({ ...measured, [key]: Number(typed) })} />
            ))}
          </SimpleGrid>
        )}
        <Group align="flex-end" gap="sm">
          <NumberInput label="Beginnen bei Nr." description="Zeilenweise gezählt; davor ist schon verbraucht." min={1} max={value === null ? 1 : labelsPerSheet(value)} allowDecimal={false} value={start} onChange={(typed) => setStart(Math.max(1, Number(typed)))} w={230} />
        </Group>
        <Checkbox label="Rahmen mitdrucken (Probe auf normalem Papier)" checked={frames} onChange={(event) => setFrames(event.currentTarget.checked)} />
        {value !== null && count > 0 && <Text size="sm" c="dimmed">{sheetsText(Math.ceil((start - 1 + count) / labelsPerSheet(value)))} Bitte in Originalgröße drucken (100 %), nicht „an Seite anpassen“.</Text>}
      </Stack>
      {value !== null && <SheetPicture sheet={value} start={start} count={count} />}
    </Group>
  )
}

function SheetPicture({ sheet, start, count }: { sheet: LabelSheet; start: number; count: number }) {
  return (
    <svg className={classes.sheet} viewBox={`0 0 ${a4.width} ${a4.height}`} role="img" aria-label={`Erster Bogen: ${Math.min(count, labelsPerSheet(sheet) - start + 1)} Felder werden bedruckt, beginnend bei Nr. ${start}.`}>
      {Array.from({ length: labelsPerSheet(sheet) }, (_, place) => {
        const { left, top, width, height } = labelBox(sheet, place)
        const state = place < start - 1 ? classes.used : place < start - 1 + count ? classes.free : classes.unused
        return <rect key={place} className={`${classes.label} ${state}`} x={left + 0.6} y={top + 0.6} width={width - 1.2} height={height - 1.2} rx={1.5} />
      })}
    </svg>
  )
}

function sheetsText(many: number): string {
  return many === 1 ? 'Ein Bogen.' : `${many.toLocaleString('de-DE')} Bögen.`
}
