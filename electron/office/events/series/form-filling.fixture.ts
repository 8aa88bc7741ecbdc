import PizZip from 'pizzip'

/** A form of the application with answers written into it as a person does: by the label of the question, one event each. */
export function fillForm(bytes: Uint8Array, kind: 'xlsx' | 'docx', events: readonly Readonly<Record<string, string>>[]): Uint8Array {
  const zip = new PizZip(bytes)
  if (kind === 'docx') fillWord(zip, events)
  else fillWorkbook(zip, events)
  return zip.generate({ type: 'uint8array' })
}

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Writes answers into the empty cell behind each label, in the table of each event. */
function fillWord(zip: PizZip, events: readonly Readonly<Record<string, string>>[]): void {
  const path = 'word/document.xml'
  const tables = (zip.file(path)?.asText() ?? '').split('</w:tbl>')
  const filled = tables.map((table, index) => {
    const answers = index === 0 ? {} : events[index - 1] ?? {}
    return table.split('</w:tr>').map((row) => {
      const label = /<w:t[^>]*>([^<]*)<\/w:t>/u.exec(row.slice(Math.max(0, row.lastIndexOf('<w:tr>'))))?.[1]?.replace(/ \(.*$/u, '') ?? ''
      const answer = answers[label]
      if (answer === undefined) return row
      const at = row.lastIndexOf('</w:tc>')
      const lines = answer.split('\n').map((line) => `<w:p><w:r><w:t xml:space="preserve">${xml(line)}</w:t></w:r></w:p>`).join('')
      return `${row.slice(0, at)}${lines}${row.slice(at)}`
    }).join('</w:tr>')
  })
  zip.file(path, filled.join('</w:tbl>'))
}

/** Writes answers as text into the columns beside the labels, as somebody does in Excel. */
function fillWorkbook(zip: PizZip, events: readonly Readonly<Record<string, string>>[]): void {
  const path = 'xl/worksheets/sheet1.xml'
  const strings = [...(zip.file('xl/sharedStrings.xml')?.asText() ?? '').matchAll(/<si>(.*?)<\/si>/gsu)].map(([, entry = '']) => entry.replaceAll(/<[^>]+>/gu, ''))
  const sheet = (zip.file(path)?.asText() ?? '').replaceAll(/<row [^>]*r="(\d+)"[^>]*>(.*?)<\/row>/gsu, (row: string, number: string, cells: string) => {
    const first = new RegExp(`<c r="A${number}"[^>]*>(?:<v>(\\d+)</v>|<is><t[^>]*>([^<]*)</t></is>)`, 'u').exec(cells)
    const label = (first?.[2] ?? strings[Number(first?.[1] ?? -1)] ?? '').replace(/ \(.*$/su, '')
    return events.reduce((text, answers, index) => {
      const answer = answers[label]
      const cell = `${String.fromCodePoint(66 + index)}${number}`
      return answer === undefined ? text : text.replace(new RegExp(`<c r="${cell}"([^>]*?)(?: t="\\w+")?\\s*(?:/>|>[^<]*</c>)`, 'u'), `<c r="${cell}"$1 t="inlineStr"><is><t xml:space="preserve">${xml(answer)}</t></is></c>`)
    }, row)
  })
  zip.file(path, sheet)
}
