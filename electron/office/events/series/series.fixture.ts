import PizZip from 'pizzip'
import { organisation } from '../../directory/sample.fixture.ts'
import { createContact } from '../../directory/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { formsFor } from './forms/service.ts'
import { addPartners, findPartners } from './partners-service.ts'
import { createSeries } from './service.ts'

/** A week in autumn with some organisations as partners, and their ids. */
export async function week(desk: OfficeDesk, names: readonly string[], title = 'Interkulturelle Woche 2027'): Promise<{ seriesId: string; contacts: string[] }> {
  const { id: seriesId } = await createSeries(desk, { title, motto: 'Nachbarn', startsOn: '2027-09-26', endsOn: '2027-10-03', entriesUntil: '2027-05-14', note: '' }, 'BB')
  const contacts: string[] = []
  for (const name of names) contacts.push((await createContact(desk, organisation(name, { publication: 'allowed' }))).id)
  if (contacts.length > 0) await addPartners(desk, seriesId, { contactIds: contacts, listId: null, name: '' })
  return { seriesId, contacts }
}

/** The form of a partner as the application makes it, filled in: answers by the label of the question, one event each. */
export async function filledForm(desk: OfficeDesk, seriesId: string, partner: string, kind: 'xlsx' | 'docx', events: readonly Readonly<Record<string, string>>[]): Promise<{ name: string; content: string }> {
  const found = (await findPartners(desk, seriesId)).find(({ name }) => name === partner)
  if (!found) throw new Error(`no partner ${partner}`)
  const [form] = await formsFor(desk, seriesId, found, [kind])
  const zip = new PizZip(form?.bytes ?? new Uint8Array())
  if (kind === 'docx') fillWord(zip, events)
  else fillWorkbook(zip, events)
  return { name: `${partner}.${kind}`, content: Buffer.from(zip.generate({ type: 'uint8array' })).toString('base64') }
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
