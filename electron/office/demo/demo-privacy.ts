import { getPrivacyOffice, savePrivacyOffice } from '../directory/privacy/office-service.ts'
import { assignPurpose, findReview, propose, restrict } from '../directory/privacy/review-service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'
import type { DemoContacts } from './demo-contacts.ts'

/** Contacts that are left without a purpose, so that the list to look at has something to show. */
const withoutPurpose = 5

/** Gives most contacts a purpose, leaves some to be looked at, and says for information sheets what the office is. */
export async function fillPrivacy(desk: OfficeDesk, { organisations, people }: DemoContacts): Promise<void> {
  const { items } = await findReview(desk, { group: 'no-purpose', offset: 0, limit: 200 })
  const purpose = { purpose: 'cooperation', legalBasis: 'public-task', consentOn: null, consentUntil: null, evidence: '' }
  await assignPurpose(desk, items.slice(withoutPurpose).map(({ id }) => id), { ...purpose, reviewOn: daysAgo(-700) })
  const [radio, editor, letting] = [organisations[39] ?? '', people[17] ?? '', people[21] ?? '']
  await assignPurpose(desk, [radio], { ...purpose, purpose: 'press', reviewOn: daysAgo(20) })
  await restrict(desk, letting, 'Richtigkeit der Angaben bestritten, Klärung läuft')
  await propose(desk, [editor], 'not-needed', 'hat die Redaktion verlassen')
  const { version } = await getPrivacyOffice(desk)
  await savePrivacyOffice(desk, version, {
    representative: 'Oberbürgermeisterin Dr. Konstanze Beispiel',
    officerName: 'Behördliche Datenschutzbeauftragte',
    officerContact: 'Marktplatz 1, 01999 Musterstadt\ndatenschutz@musterstadt.example, 030 23125-190',
    land: 'SN',
    recipients: 'Beschäftigte des Integrationsbüros; Mitglieder der Gremien und Netzwerke, soweit für die Zusammenarbeit nötig. Eine Übermittlung in Drittländer findet nicht statt.',
    storage: 'Solange die Zusammenarbeit besteht; alle zwei Jahre wird geprüft, ob die Daten noch gebraucht werden.',
    obligation: '',
  })
}
