import { workbook } from './workbook.ts'

/** A sheet to write: its first row are the headings. */
export interface Sheet {
  /** Name on the tab, at most 31 characters. */
  name: string
  headings: readonly string[]
  rows: readonly (readonly string[])[]
}

const widest = 48
/** Points. */
const lineHeight = 16
/** Characters across a page; what is wider is printed across. */
const portraitWidth = 95

/** A workbook of one sheet. Every cell is text, so no formula is calculated and no leading zero or long number is lost. */
export async function xlsx({ name, headings, rows }: Sheet): Promise<Uint8Array> {
  // The height is told, as LibreOffice makes a row no higher for what is broken in it.
  const text = (value: string, height: number) => value === '' ? null : { value, type: String, wrap: value.includes('\n'), alignVertical: 'top' as const, ...(height > lineHeight && { height }) }
  const data = [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const, backgroundColor: '#E4DDD4' })),
    ...rows.map((cells) => cells.map((value) => text(value, lineHeight * Math.max(1, ...cells.map((each) => each.split('\n').length))))),
  ]
  const columns = headings.map((heading, index) => ({ width: Math.min(widest, 2 + rows.reduce((most, cells) => Math.max(most, cells[index]?.length ?? 0), heading.length)) }))
  // Excel forbids these signs in the name of a sheet.
  const sheet = name.replace(/[[\]:*?/\\]/gu, ' ').slice(0, 31).trim() || 'Liste'
  const wide = columns.reduce((sum, { width }) => sum + width, 0) > portraitWidth
  return workbook([{ data, sheet, columns, stickyRowsCount: 1, ...(wide && { orientation: 'landscape' as const }) }])
}
