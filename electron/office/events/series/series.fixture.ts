import { organisation } from '../../directory/sample.fixture.ts'
import { createContact } from '../../directory/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { formsFor } from './forms/service.ts'
import { fillForm } from './form-filling.fixture.ts'
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
  return { name: `${partner}.${kind}`, content: Buffer.from(fillForm(form?.bytes ?? new Uint8Array(), kind, events)).toString('base64') }
}
