import { eventKinds } from '../../../../../shared/events/catalogue.ts'
import { accessChoices, type EntryField } from '../../../../../shared/events/series/entry-fields.ts'
import { workbook } from '../../../documents/workbook.ts'
import { formRows, formWords, slotsOf, type EntryForm } from './form.ts'

const ink = '#E4DDD4'
const answer = '#FFFDF7'
/** What is still to be answered. */
const open = '#FBE3B5'
const line = { topBorderStyle: 'thin', bottomBorderStyle: 'thin', leftBorderStyle: 'thin', rightBorderStyle: 'thin', borderColor: '#B9AFA3' } as const
/** Cells that keep what is typed: Excel would make a day of this year of „26.9.“. */
const free = { format: '@', type: String, backgroundColor: answer, wrap: true, alignVertical: 'top' as const, ...line }
const lists = { kinds: `Listen!$A$2:$A$${eventKinds.length + 1}`, access: `Listen!$B$2:$B$${accessChoices.length + 1}`, yes: '"ja"' }
const headRows = 5
const tall: Partial<Record<EntryField, number>> = { text: 150, remark: 60, accessNote: 45, registration: 45, contact: 45, place: 32, title: 32 }
/** Points of a line, and letters that the first column has room for in one. */
const [lineHeight, labelLetters] = [16, 30]

/** The form as a workbook: one event a column, drop-downs where there is a list, the length of the text watched. */
export async function xlsxForm(form: EntryForm): Promise<Uint8Array> {
  const { title, lines } = formWords(form)
  const columns = slotsOf(form, 'xlsx')
  const columnName = (column: number): string => `${column < 26 ? '' : String.fromCodePoint(64 + Math.floor(column / 26))}${String.fromCodePoint(65 + (column % 26))}`
  const wide = (value: string, style: object = {}) => [{ value, type: String, columnSpan: columns + 1, wrap: true, alignVertical: 'top' as const, ...style }]
  const label = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true, alignVertical: 'top' as const, backgroundColor: ink, ...line })
  const head = (name: string, value: string) => [label(name), value === '' ? { ...free } : { ...free, value, backgroundColor: ink }]
  const rows = formRows(form.textLimit)
  const above = [
    wide(title, { fontWeight: 'bold', fontSize: 15, height: 24 }),
    ...lines.map((text) => wide(text, { height: 30 })),
    [],
    head('Veranstalter', form.partnerName), head('Kennung (bitte nicht ändern)', form.code), head('Reihe', form.seriesTitle), head('Kein eigener Beitrag (ja)', ''),
    [],
    [label(''), ...Array.from({ length: columns }, (_, index) => label(`Veranstaltung ${index + 1}`))],
  ]
  const noneRow = lines.length + headRows + 1
  const data = [...above, ...rows.map(({ code, label: text }) => [{ ...label(text), height: tall[code] ?? lineHeight * Math.ceil(text.length / labelLetters) }, ...Array.from({ length: columns }, (_, column) => {
    const value = form.events[column]?.cells[code] ?? ''
    return { ...free, ...(value === '' ? {} : { value }), ...(form.events[column]?.open.includes(code) ? { backgroundColor: open } : {}) }
  })])]
  const first = above.length + 1
  const cells = (code: EntryField): string => {
    const row = first + rows.findIndex((each) => each.code === code)
    return `B${row}:${columnName(columns)}${row}`
  }
  const validations = [
    choice(`B${noneRow}`, lists.yes), choice(cells('kind'), lists.kinds), choice(cells('access'), lists.access),
    `<dataValidation type="textLength" errorStyle="warning" operator="lessThanOrEqual" allowBlank="1" showErrorMessage="1" showInputMessage="1" errorTitle="Text zu lang" error="Der Text hat mehr als ${form.textLimit} Zeichen. Trotzdem so lassen?" promptTitle="Text für das Programm" prompt="Höchstens ${form.textLimit} Zeichen mit Leerzeichen." sqref="${cells('text')}"><formula1>${form.textLimit}</formula1></dataValidation>`,
  ]
  const choices = Array.from({ length: eventKinds.length + 1 }, (_, row) => row === 0 ? [label('Auswahl Art'), label('Auswahl Zugang')]
    : [{ value: eventKinds[row - 1]?.label ?? '', type: String }, ...(row <= accessChoices.length ? [{ value: accessChoices[row - 1] ?? '', type: String }] : [])])
  return workbook(
    [
      { data, sheet: 'Beiträge', columns: [{ width: 34 }, ...Array.from({ length: columns }, () => ({ width: 34 }))], orientation: 'landscape' as const, showGridLines: false },
      { data: choices, sheet: 'Listen', columns: [{ width: 40 }, { width: 26 }] },
    ],
    (xml, index) => (index === 0 ? withValidations(xml, validations) : xml),
  )
}

/** A drop-down that also takes other words: an entry that fits no list is better than none. */
function choice(cells: string, list: string): string {
  return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" errorTitle="Nicht in der Liste" error="Das steht nicht in der Liste. Trotzdem so lassen?" sqref="${cells}"><formula1>${list.replaceAll('"', '&quot;')}</formula1></dataValidation>`
}

/** Validations follow the merged cells (ECMA-376 part 1, 18.3.1.99). */
function withValidations(xml: string, validations: readonly string[]): string {
  const place = ['</mergeCells>', '</sheetData>'].find((tag) => xml.includes(tag)) ?? '</sheetData>'
  return xml.replace(place, `${place}<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`)
}
