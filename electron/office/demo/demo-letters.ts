import type { BlockNode, InlineNode, LetterBody, TableRowNode } from '../../../shared/correspondence/body.ts'
import { uuidv7 } from 'uuidv7'
import type { LetterRecipient } from '../../../shared/correspondence/copies/model.ts'
import data from '../../../resources/demo/letters.json' with { type: 'json' }
import { createLetter, getRecipient, setLetterStatus, updateLetter } from '../correspondence/service.ts'
import { saveSignatory } from '../correspondence/signing/service.ts'
import { initialsOf } from '../../../shared/correspondence/signing/model.ts'
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
      body: bodyOf(entry.paragraphs),
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

/** Lines of the data: `## ` begins a heading, `* ` an item of a list, `| ` a row of a table whose first names its columns. */
function bodyOf(lines: readonly string[]): LetterBody {
  const content: BlockNode[] = []
  for (const line of lines) {
    const last = content.at(-1)
    if (line.startsWith('## ')) {
      content.push({ type: 'heading', attrs: { level: 2 }, content: wordsOf(line.slice(3)) })
    } else if (line.startsWith('* ')) {
      const item = { type: 'listItem' as const, content: [{ type: 'paragraph' as const, content: wordsOf(line.slice(2)) }] }
      if (last?.type === 'bulletList') last.content.push(item)
      else content.push({ type: 'bulletList', content: [item] })
    } else if (line.startsWith('| ')) {
      if (last?.type === 'table') last.content.push(rowOf(line, 'tableCell'))
      else content.push({ type: 'table', content: [rowOf(line, 'tableHeader')] })
    } else {
      content.push({ type: 'paragraph', content: wordsOf(line) })
    }
  }
  return { type: 'doc', content }
}

function rowOf(line: string, type: 'tableCell' | 'tableHeader'): TableRowNode {
  return { type: 'tableRow', content: line.slice(2).split(' | ').map((text) => ({ type, content: [{ type: 'paragraph', content: wordsOf(text) }] })) }
}

/** `[^…]` is a note, `{…}` a field. */
function wordsOf(text: string): InlineNode[] {
  return text.split(/(\[\^[^\]]*\]|\{[a-z_]+\})/u).filter((part) => part !== '').map((part): InlineNode => {
    if (part.startsWith('[^')) return { type: 'reference', attrs: { text: part.slice(2, -1) } }
    return /^\{[a-z_]+\}$/u.test(part) ? { type: 'field', attrs: { field: part.slice(1, -1), value: null } } : { type: 'text', text: part }
  })
}
