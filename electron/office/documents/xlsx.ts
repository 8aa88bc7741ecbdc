/** A sheet to write: its first row are the headings. */
export interface Sheet {
  /** Name on the tab, at most 31 characters. */
  name: string
  headings: readonly string[]
  rows: readonly (readonly string[])[]
}

const widest = 48

/** A workbook of one sheet. Every cell is text, so no formula is calculated and no leading zero or long number is lost. */
export async function xlsx({ name, headings, rows }: Sheet): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const text = (value: string) => value === '' ? null : { value, type: String, wrap: value.includes('\n') }
  const data = [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const, backgroundColor: '#E4DDD4' })),
    ...rows.map((cells) => cells.map(text)),
  ]
  const columns = headings.map((heading, index) => ({ width: Math.min(widest, 2 + rows.reduce((most, cells) => Math.max(most, cells[index]?.length ?? 0), heading.length)) }))
  // Excel forbids these signs in the name of a sheet.
  const sheet = name.replace(/[[\]:*?/\\]/gu, ' ').slice(0, 31).trim() || 'Liste'
  return writeXlsxFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer()
}
