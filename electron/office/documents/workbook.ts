import type { SheetData } from 'write-excel-file/node'

/** A sheet as it is written. */
export interface WorkbookSheet {
  /** Name on the tab. */
  sheet: string
  data: SheetData
  columns: { width: number }[]
  orientation?: 'landscape'
  showGridLines?: boolean
  stickyRowsCount?: number
}

/** Without a name LibreOffice writes bold cells in another font than the rest. */
const font = { fontFamily: 'Calibri', fontSize: 11 }
const a4 = 9

/**
 * Writes a workbook that looks and prints the same in Excel and LibreOffice: one font, every sheet on A4 as wide as the page.
 * @param change further changes to the markup of a sheet, by its place
 */
export async function workbook(sheets: readonly WorkbookSheet[], change: (xml: string, index: number) => string = (xml) => xml): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const transform = (xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }): string => change(fitted(xml), sheetIndex)
  return writeXlsxFile([...sheets], { ...font, features: [{ files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } }] }).toBuffer()
}

/** As wide as a page and as high as it needs (ECMA-376 part 1, 18.3.1.63 and 18.3.1.65). */
function fitted(xml: string): string {
  const orientation = /<pageSetup [^>]*orientation="(\w+)"/u.exec(xml)?.[1] ?? 'portrait'
  const margins = '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
  return xml.replace(/<pageMargins[^>]*\/>/u, '').replace(/<pageSetup[^>]*\/>/u, '')
    .replace(/<worksheet[^>]*>/u, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace('</worksheet>', `${margins}<pageSetup paperSize="${a4}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/></worksheet>`)
}
