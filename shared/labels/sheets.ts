import { z } from 'zod'
import envelopesFile from '../../resources/labels/envelopes.json' with { type: 'json' }
import sheetsFile from '../../resources/labels/sheets.json' with { type: 'json' }

const millimetres = z.number().min(0).max(500)
const count = z.number().int().min(1)

/** The paper of all sheets, in millimetres. */
export const a4 = { width: 210, height: 297 } as const
/** Measures of hundredths may go over the edge by rounding. */
const tolerance = 0.5

/** A sheet of labels, in millimetres: the first label's corner and the way from one label to the next. */
export const labelSheetSchema = z.object({
  columns: count.max(20),
  rows: count.max(60),
  width: millimetres.min(10, 'Mindestens 10 mm.'),
  height: millimetres.min(5, 'Mindestens 5 mm.'),
  left: millimetres,
  top: millimetres,
  stepX: millimetres,
  stepY: millimetres,
})
  .refine(({ stepX, width, columns }) => columns === 1 || stepX >= width - 0.01, { path: ['stepX'], message: 'Die Etiketten würden einander überdecken.' })
  .refine(({ stepY, height, rows }) => rows === 1 || stepY >= height - 0.01, { path: ['stepY'], message: 'Die Etiketten würden einander überdecken.' })
  .refine(({ left, columns, stepX, width }) => left + (columns - 1) * stepX + width <= a4.width + tolerance, { path: ['columns'], message: 'Der Bogen ist nicht breit genug (210 mm).' })
  .refine(({ top, rows, stepY, height }) => top + (rows - 1) * stepY + height <= a4.height + tolerance, { path: ['rows'], message: 'Der Bogen ist nicht hoch genug (297 mm).' })

export type LabelSheet = z.infer<typeof labelSheetSchema>

/** Something printed in millimetres from the upper left corner of the paper. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export type SheetUse = 'label' | 'badge'

/** A sheet of the catalogue. */
export interface KnownSheet extends LabelSheet {
  readonly code: string
  readonly label: string
  readonly use: SheetUse
}

/** An envelope, or the sheet that lies in one with a window. */
export interface Envelope {
  readonly code: string
  readonly label: string
  readonly width: number
  readonly height: number
  readonly address: Box
  /** Printed on a sheet of paper that shows through the window. */
  readonly window: boolean
}

type Dated = { readonly validFrom: string; readonly validTo: string | null }
const inUse = (day: string) => ({ validFrom, validTo }: Dated) => validFrom <= day && (validTo === null || day <= validTo)

/** The sheets of a use that may be chosen on a day (ISO), in the order of the catalogue. */
export function knownSheets(use: SheetUse, day: string): KnownSheet[] {
  return (sheetsFile.sheets as (KnownSheet & Dated)[]).filter((sheet) => sheet.use === use).filter(inUse(day))
}

/** The envelopes that may be chosen on a day (ISO). */
export function knownEnvelopes(day: string): Envelope[] {
  return (envelopesFile.envelopes as (Envelope & Dated)[]).filter(inUse(day))
}

/** An envelope by its code, also one that is no longer offered. */
export function findEnvelope(code: string): Envelope | undefined {
  return envelopesFile.envelopes.find((envelope) => envelope.code === code)
}

/** How many labels a sheet has. */
export function labelsPerSheet({ columns, rows }: LabelSheet): number {
  return columns * rows
}

/**
 * Where each of `many` labels stands: on which sheet, from 0, and its box. Labels go row by row.
 * @param start the label that the first one is printed on, from 1; those before it were used up earlier
 */
export function labelPlaces(sheet: LabelSheet, many: number, start: number): { page: number; box: Box }[] {
  const perSheet = labelsPerSheet(sheet)
  return Array.from({ length: many }, (_, index) => {
    const position = index + start - 1
    const onSheet = position % perSheet
    return { page: Math.floor(position / perSheet), box: labelBox(sheet, onSheet) }
  })
}

/** The box of a label by its place on the sheet, from 0. */
export function labelBox({ columns, left, top, stepX, stepY, width, height }: LabelSheet, place: number): Box {
  return { left: left + (place % columns) * stepX, top: top + Math.floor(place / columns) * stepY, width, height }
}
