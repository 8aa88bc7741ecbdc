import PizZip from 'pizzip'
import { expect, it } from 'vitest'
import { workbook } from './workbook.ts'

it('names its font everywhere and prints each sheet as wide as a page', async () => {
  const files = new PizZip(await workbook([
    { sheet: 'Eins', columns: [{ width: 20 }], data: [[{ value: 'fett', type: String, fontWeight: 'bold' }], [{ value: 'Übergrößenträger', type: String }]] },
    { sheet: 'Zwei', columns: [{ width: 20 }], orientation: 'landscape', data: [[{ value: 1, type: Number }]] },
  ], (xml, index) => (index === 0 ? xml.replace('</sheetData>', '</sheetData><!--changed-->') : xml)))
  const text = (name: string): string => files.file(name)?.asText() ?? ''
  const fonts = [...text('xl/styles.xml').matchAll(/<font>.*?<\/font>/gu)].map(([font]) => font)
  expect(fonts.length).toBeGreaterThan(1)
  expect(fonts.every((font) => font.includes('"Calibri"'))).toBe(true)
  for (const [name, orientation] of [['xl/worksheets/sheet1.xml', 'portrait'], ['xl/worksheets/sheet2.xml', 'landscape']] as const) {
    expect(text(name)).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/u)
    expect(text(name).match(/<pageSetup /gu)).toHaveLength(1)
    expect(text(name)).toMatch(new RegExp(`<pageMargins[^>]*/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/></worksheet>$`, 'u'))
  }
  expect(text('xl/worksheets/sheet1.xml')).toContain('<!--changed-->')
})
