import { tablePdf, type PdfTable } from '../documents/pdf-table.ts'
import { xlsx } from '../documents/xlsx.ts'
import type { FileGrants } from '../file-grants.ts'

export type TableFormat = 'pdf' | 'xlsx'

/** Writes a list as PDF or workbook to the granted file. @throws OfficeError `forbidden`, `disk-full`, `read-only` */
export async function writeTable(grants: FileGrants, grant: string, format: TableFormat, table: PdfTable): Promise<void> {
  grants.write(grant, format === 'pdf' ? await tablePdf(table) : await xlsx({ name: table.title, headings: table.headings, rows: table.rows }))
}
