import { bodyFromText } from '../../../shared/correspondence/body.ts'
import { informationBlock } from '../../../shared/correspondence/information-block.ts'
import type { LetterSheet } from '../../../shared/correspondence/letter-sheet.ts'
import { emptyLetterhead, type Letterhead } from '../../../shared/settings/letterhead.ts'

/** An invented letterhead for tests. */
export const sampleLetterhead: Letterhead = {
  ...emptyLetterhead,
  officeName: 'Stadt Musterstadt/Pśikładowe město',
  department: 'Integrationsbeauftragte',
  street: 'Neumarkt 5',
  postalCode: '03046',
  city: 'Musterstadt',
  phone: '0355 555-2008',
  fax: '0355 555-2009',
  email: 'integration@musterstadt.example',
  web: 'www.musterstadt.example',
  bank: 'Sparkasse Musterstadt\nIBAN DE02 1203 0000 0000 2020 51\nBIC BYLADEM1001',
  footer: 'E-Mail nur für formlose Mitteilungen ohne elektronische Signatur.',
}

/** An invented letter of one page for tests. */
export const sampleSheet: LetterSheet = {
  form: 'b',
  number: '2026/0042',
  addressNotes: [],
  addressLines: ['Stadtverwaltung Musterstadt', 'Fachbereich Stadtentwicklung', 'Frau Dr. Erika Muster', 'Karl-Marx-Straße 67', '03044 Musterstadt'],
  information: informationBlock({
    yourReference: '61-W/52', yourMessageOf: '2026-11-09', ourReference: '50.3-12.07-2026/0042', contactPerson: 'Jana Beispiel',
    phone: '0355 555-2008', fax: '', email: 'integration@musterstadt.example', date: '2026-11-30',
  }),
  continuationTitle: 'Schreiben vom 30. November 2026 · 2026/0042',
  subject: 'Stellungnahme zum Entwurf des Bebauungsplans W/52 „Ostrower Bogen“',
  salutation: 'Sehr geehrte Frau Dr. Muster,',
  body: bodyFromText('zu dem übersandten Entwurf nehme ich nach § 7 der Hauptsatzung wie folgt Stellung.\nIch stimme dem Entwurf zu.'),
  closing: 'Mit freundlichen Grüßen',
  signature: { authority: 'Integrationsbeauftragte', addition: 'Im Auftrag', name: 'Jana Beispiel' },
  enclosures: ['Sozialraumdaten'],
  copies: [],
}
