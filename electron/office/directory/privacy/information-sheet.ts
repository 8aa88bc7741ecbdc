import type { FileChild } from 'docx'
import { germanDate } from '../../../../shared/dates.ts'
import { legalBasisLabel, needsConsent, purposeLabel, type Purpose } from '../../../../shared/directory/dealings/purposes.ts'
import type { PrivacyOffice } from '../../../../shared/directory/privacy/model.ts'
import { supervisoryAuthority } from '../../../../shared/directory/privacy/rules.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import { bullet, heading, missing, paragraph, plainDocument, table, title } from '../../documents/docx-parts.ts'

/** What an information sheet is made from. */
export interface InformationFacts {
  name: string
  purposes: readonly Purpose[]
  /** Kinds of data that are stored of the contact. */
  categories: readonly string[]
  letterhead: Letterhead
  office: PrivacyOffice
  /** Where the data come from (Art. 14 DSGVO); null when the contact gave them (Art. 13). */
  source: string | null
  /** ISO day. */
  day: string
}

/** What a sheet would lack: data of the office that Art. 13 and 14 DSGVO ask for and nobody has entered. */
export function informationGaps({ purposes, letterhead, office, day }: Pick<InformationFacts, 'purposes' | 'letterhead' | 'office' | 'day'>): string[] {
  const asked: [string | unknown[] | undefined | object, string][] = [
    [letterhead.officeName, 'Name des Verantwortlichen (Einstellungen, Briefkopf)'],
    [letterhead.street && letterhead.city, 'Anschrift des Verantwortlichen (Einstellungen, Briefkopf)'],
    [letterhead.phone || letterhead.email, 'Telefon oder E-Mail des Verantwortlichen (Einstellungen, Briefkopf)'],
    [office.officerContact, 'Kontaktdaten der oder des Datenschutzbeauftragten'],
    [purposes.length > 0 ? 'yes' : '', 'Zweck und Rechtsgrundlage (am Kontakt)'],
    [office.recipients, 'Empfänger oder Kategorien von Empfängern'],
    [office.storage, 'Dauer der Speicherung'],
    [office.obligation, 'Pflicht zur Bereitstellung der Daten'],
    [supervisoryAuthority(office.land, day), 'Aufsichtsbehörde (Bundesland)'],
  ]
  return asked.filter(([value]) => !value).map(([, what]) => what)
}

/** The information sheet after Art. 13 or 14 DSGVO as DOCX. Says what was entered and nothing else; what is missing is marked. */
export async function informationSheet(facts: InformationFacts): Promise<Uint8Array> {
  const { letterhead, office, source, name, day } = facts
  const article = source === null ? 'Art. 13' : 'Art. 14'
  const children: FileChild[] = [
    title('Information zur Verarbeitung Ihrer Daten'),
    paragraph(`nach ${article} Datenschutz-Grundverordnung (DSGVO) für ${name}, Stand ${germanDate(day)}`),
    heading('Wer ist verantwortlich?'),
    ...orMissing([letterhead.officeName, letterhead.department, letterhead.street, [letterhead.postalCode, letterhead.city].filter(Boolean).join(' '),
      letterhead.phone && `Telefon: ${letterhead.phone}`, letterhead.email && `E-Mail: ${letterhead.email}`].filter(Boolean).join('\n'), 'Name und Anschrift des Verantwortlichen'),
    ...office.representative === '' ? [] : [paragraph(`Vertreten durch: ${office.representative}`)],
    heading('Datenschutzbeauftragte oder Datenschutzbeauftragter'),
    ...orMissing(office.officerContact === '' ? '' : [office.officerName, office.officerContact].filter(Boolean).join('\n'), 'Kontaktdaten der oder des Datenschutzbeauftragten'),
    heading('Wozu und auf welcher Rechtsgrundlage werden Ihre Daten verarbeitet?'),
    ...purposeTable(facts),
    heading('Welche Daten sind es?'),
    ...facts.categories.map(bullet),
    ...source === null ? [paragraph('Die Daten haben Sie uns selbst gegeben.')] : [heading('Woher stammen die Daten?'), ...orMissing(source, 'Quelle der Daten')],
    heading('Wer erhält die Daten?'),
    ...orMissing(office.recipients, 'Empfänger oder Kategorien von Empfängern'),
    heading('Wie lange werden die Daten gespeichert?'),
    ...orMissing(office.storage, 'Dauer der Speicherung'),
    ...source === null ? [heading('Müssen Sie die Daten angeben?'), ...orMissing(office.obligation, 'Pflicht zur Bereitstellung der Daten und Folgen')] : [],
    heading('Welche Rechte haben Sie?'),
    ...rightsOf(facts.purposes).map(bullet),
    heading('Bei wem können Sie sich beschweren?'),
    ...authorityParagraphs(office.land, day),
    paragraph('Eine automatisierte Entscheidung im Einzelfall einschließlich Profiling (Art. 22 DSGVO) findet mit diesen Daten nicht statt.'),
  ]
  return plainDocument('Information zur Verarbeitung Ihrer Daten', letterhead, children)
}

function orMissing(text: string, what: string): FileChild[] {
  return text === '' ? [missing(what)] : [paragraph(text)]
}

function purposeTable({ purposes, office, day }: InformationFacts): FileChild[] {
  if (purposes.length === 0) return [missing('Zweck und Rechtsgrundlage')]
  const law = supervisoryAuthority(office.land, day)?.law
  return [table(['Zweck', 'Rechtsgrundlage', 'bis'], purposes.map((purpose) => [
    purposeLabel(purpose.purpose),
    [legalBasisLabel(purpose.legalBasis), purpose.legalBasis === 'public-task' && law ? law : ''].filter(Boolean).join('; '),
    purpose.consentUntil ? germanDate(purpose.consentUntil) : purpose.reviewOn ? `Überprüfung am ${germanDate(purpose.reviewOn)}` : 'siehe Dauer der Speicherung',
  ]), [3, 5, 3])]
}

function rightsOf(purposes: readonly Purpose[]): string[] {
  const consent = purposes.some(({ legalBasis }) => needsConsent(legalBasis))
  const portable = consent || purposes.some(({ legalBasis }) => legalBasis === 'contract')
  return [
    'Auskunft über die zu Ihnen gespeicherten Daten (Art. 15 DSGVO)',
    'Berichtigung unrichtiger Daten (Art. 16 DSGVO)',
    'Löschung (Art. 17 DSGVO), soweit keine Pflicht zur Aufbewahrung besteht',
    'Einschränkung der Verarbeitung (Art. 18 DSGVO)',
    ...portable ? ['Übertragbarkeit der Daten, die auf Einwilligung oder Vertrag beruhen (Art. 20 DSGVO)'] : [],
    ...purposes.some(({ legalBasis }) => legalBasis === 'public-task') ? ['Widerspruch aus Gründen, die sich aus Ihrer besonderen Situation ergeben (Art. 21 DSGVO)'] : [],
    ...consent ? ['Widerruf einer Einwilligung jederzeit mit Wirkung für die Zukunft (Art. 7 Abs. 3 DSGVO)'] : [],
  ]
}

function authorityParagraphs(land: string, day: string): FileChild[] {
  const authority = supervisoryAuthority(land, day)
  if (!authority) return [missing('Aufsichtsbehörde')]
  return [paragraph(`${authority.name}, ${authority.city}, ${authority.web} (Art. 77 DSGVO)`)]
}
