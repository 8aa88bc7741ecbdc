import { uuidv7 } from 'uuidv7'
import type { LetterRecipient } from '../../../shared/correspondence/copies/model.ts'
import data from '../../../resources/demo/letters.json' with { type: 'json' }
import { createLetter, getRecipient, setLetterStatus, updateLetter } from '../correspondence/service.ts'
import { saveSignatory } from '../correspondence/signing/service.ts'
import { initialsOf } from '../../../shared/correspondence/signing/model.ts'
import { bodyFromLines } from '../correspondence/body-from-lines.ts'
import { getLetterhead, updateLetterhead } from '../settings/service.ts'
import type { OfficeDesk } from '../session.ts'
import type { DemoContacts } from './demo-contacts.ts'
import { daysAgo } from './days-ago.ts'

/** Letterhead of the invented town. */
export async function fillLetterhead(desk: OfficeDesk): Promise<void> {
  await saveSignatory(desk, { personId: desk.person.id, name: desk.person.name, version: 0, fields: { functionTitle: 'Integrationsbeauftragte', rule: 'head', sign: initialsOf(desk.person.name), phone: '', email: '' } })
  const { version } = await getLetterhead(desk)
  await updateLetterhead(desk, version, {
    officeName: 'Stadt Musterstadt',
    department: 'Integrationsbeauftragte (Musterbüro, erfundene Daten)',
    street: 'Marktplatz 1',
    postalCode: '01999',
    city: 'Musterstadt',
    phone: '030 23125-100',
    fax: '030 23125-109',
    email: 'integration@musterstadt.example',
    web: 'www.musterstadt.example',
    contactPerson: 'Mara Muster',
    signatureAuthority: 'Integrationsbeauftragte der Stadt Musterstadt',
    signatureName: 'Mara Muster',
    signerId: desk.person.id,
    footer: 'E-Mail nur für formlose Mitteilungen ohne elektronische Signatur.',
  })
}

/** Creates the invented letters, the oldest first so that the numbers follow the dates. */
export async function fillLetters(desk: OfficeDesk, contacts: DemoContacts): Promise<void> {
  for (const entry of data.letters.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    const day = daysAgo(entry.daysAgo)
    const { id, version } = await createLetter(desk, recipientId(entry.to, contacts), day)
    const { version: written } = await updateLetter(desk, id, version, {
      subject: entry.subject,
      date: day,
      body: bodyFromLines(entry.paragraphs),
      ...('ourReference' in entry && { ourReference: entry.ourReference }),
      ...('yourReference' in entry && { yourReference: entry.yourReference }),
      ...(entry.further && { recipients: await furtherOf(desk, entry.further, contacts), enclosures: entry.enclosures, orders: entry.orders }),
    })
    if (entry.status === 'final') await setLetterStatus(desk, id, written, 'final')
  }
}

/** Who gets a copy, and who is told. */
async function furtherOf(desk: OfficeDesk, further: readonly { role: string; to: string; note: string }[], contacts: DemoContacts): Promise<LetterRecipient[]> {
  const recipients: LetterRecipient[] = []
  for (const { role, to, note } of further) {
    const contactId = recipientId(to, contacts)
    if (contactId === null) continue
    const { recipientName, addressLines, way } = await getRecipient(desk, contactId)
    const copy = role === 'copy'
    recipients.push({ id: uuidv7(), role: copy ? 'copy' : 'notice', contactId, name: recipientName, addressNotes: [], addressLines, salutation: '', way, enclosures: copy ? null : [], note, withhold: true })
  }
  return recipients
}

/** `o:3` is the fourth organisation, `p:0` the first person. */
function recipientId(to: string, contacts: DemoContacts): string | null {
  const list = to.startsWith('p:') ? contacts.people : contacts.organisations
  return list[Number(to.slice(2))] ?? null
}
