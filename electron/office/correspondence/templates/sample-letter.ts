import { plainDispatch, type LetterFields } from '../../../../shared/correspondence/letter.ts'
import { particulars, sampleValue, type DocumentKind } from '../../../../shared/correspondence/templates/kinds.ts'

/** A letter in which nothing is missing, to see what a template makes of it. Everything in it is invented. */
export function sampleLetter(kind: DocumentKind, template: string, day: string): LetterFields & { number: string } {
  return {
    number: '2026/0042', template, date: day, recipientId: null, recipientName: 'Frau Dr. Erika Muster, Stadtverwaltung Musterstadt',
    addressNotes: [], addressLines: ['Stadtverwaltung Musterstadt', 'Fachbereich Stadtentwicklung', 'Frau Dr. Erika Muster', 'Marktplatz 1', '01999 Musterstadt'],
    yourReference: '61-W/52', yourMessageOf: '2026-11-09', ourReference: '50.3-12.07-2026/0042', contactPerson: 'Jana Beispiel',
    subject: 'Muster für einen Betreff', salutation: 'Sehr geehrte Frau Dr. Muster,',
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'dies ist ein Mustertext. So sieht ein Absatz aus, der über mehr als eine Zeile geht, damit Zeilenabstand und Ränder zu erkennen sind.' }] },
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Eine Überschrift' }] },
        { type: 'bulletList', content: ['Erster Punkt', 'Zweiter Punkt'].map((text) => ({ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })) },
        { type: 'paragraph', content: [{ type: 'text', text: 'Ein letzter Absatz mit ' }, { type: 'text', text: 'fetter', marks: [{ type: 'bold' }] }, { type: 'text', text: ' Schrift.' }] },
      ],
    },
    closing: 'Mit freundlichen Grüßen', signatureAuthority: 'Integrationsbeauftragte', signatureAddition: 'Im Auftrag', signatureName: 'Jana Beispiel',
    enclosures: ['Übersicht der Angebote', 'Merkblatt'], copies: ['Fachbereich 50'],
    ...plainDispatch, recipients: [], orders: [], enclosedPapers: {}, signatureFunction: 'Sachbearbeiterin Integration', editorName: 'Jana Beispiel', editorSign: 'JB',
    particulars: Object.fromEntries(particulars[kind].map((particular) => [particular.key, sampleValue(particular)])),
  }
}
