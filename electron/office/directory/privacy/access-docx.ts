import type { FileChild } from 'docx'
import { germanDate } from '../../../../shared/dates.ts'
import { detailLabel } from '../../../../shared/directory/details.ts'
import { legalBasisLabel, purposeLabel } from '../../../../shared/directory/dealings/purposes.ts'
import { addressKindLabels, affiliationLabels, channelKindLabels, contactKindLabels, publicationLabels } from '../../../../shared/directory/labels.ts'
import type { PrivacyOffice } from '../../../../shared/directory/privacy/model.ts'
import { supervisoryAuthority } from '../../../../shared/directory/privacy/rules.ts'
import { organisationTypeLabel } from '../../../../shared/directory/organisation-types.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import type { Dossier } from './access-dossier.ts'
import { bullet, heading, missing, paragraph, plainDocument, table, title } from '../../documents/docx-parts.ts'

const period = (from: string | null, to: string | null): string =>
  [from && `seit ${germanDate(from)}`, to && `bis ${germanDate(to)}`].filter(Boolean).join(' ')

/** The access export as a document to read (Art. 15 DSGVO). */
export async function accessDocument(dossier: Dossier, letterhead: Letterhead, office: PrivacyOffice, day: string): Promise<Uint8Array> {
  const { purposes, encounters, letters, agreements, lists, origins, history, leftOut } = dossier
  const children: FileChild[] = [
    title('Auskunft über gespeicherte Daten'),
    paragraph(`nach Art. 15 Datenschutz-Grundverordnung (DSGVO) für ${dossier.name}, Stand ${germanDate(day)}`),
    paragraph([letterhead.officeName, letterhead.department].filter(Boolean).join(', ')),
    heading('Angaben'),
    table(['Angabe', 'gespeichert'], fieldRows(dossier), [2, 5]),
    heading('Zwecke und Rechtsgrundlagen'),
    ...purposes.length === 0 ? [paragraph('Es ist kein Zweck eingetragen.')] : [table(['Zweck', 'Rechtsgrundlage', 'Einwilligung'], purposes.map((purpose) => [
      purposeLabel(purpose.purpose), legalBasisLabel(purpose.legalBasis),
      [period(purpose.consentOn, purpose.consentUntil), purpose.revokedOn && `widerrufen am ${germanDate(purpose.revokedOn)}`].filter(Boolean).join(', '),
    ]), [3, 5, 3])],
    ...section('Vereinbarungen', agreements.map(({ title: name, subject, from, to, note }) => [name, subject, period(from, to), note].filter(Boolean).join('; '))),
    ...section('Gespräche und Begegnungen', encounters.map((entry) => `${germanDate(entry.day)}: ${entry.text}`)),
    ...letters.length === 0 ? [] : [heading('Schreiben an Sie'), ...letters.flatMap((letter) => [
      paragraph(`${letter.number} vom ${germanDate(letter.date)}: ${letter.subject || 'ohne Betreff'} (${letter.status === 'final' ? 'fertig' : 'Entwurf'})`), paragraph(letter.text),
    ])],
    ...section('Verteiler', lists),
    ...dossier.sections.flatMap(({ heading: name, entries }) => section(name, entries.map(entryLine))),
    heading('Herkunft der Daten'),
    paragraph(origins.length === 0 ? 'Von Beschäftigten eingetragen; eine übernommene Liste ist nicht vermerkt.' : origins.map(({ source, importedOn }) => `Übernommen aus „${source}“ am ${germanDate(importedOn)}`).join('\n')),
    heading('Empfänger und Dauer der Speicherung'),
    office.recipients === '' ? missing('Empfänger oder Kategorien von Empfängern') : paragraph(office.recipients),
    office.storage === '' ? missing('Dauer der Speicherung') : paragraph(office.storage),
    ...section('Bearbeitungen', history.map(({ action, times, first, last }) => `${action}: ${times === 1 ? 'einmal' : `${times}-mal`}, ${germanDate(first)}${first.slice(0, 10) === last.slice(0, 10) ? '' : ` bis ${germanDate(last)}`}`)),
    heading('Was diese Auskunft nicht enthält'),
    ...leftOut.map(({ where, what, why }) => bullet(`${where}: ${what}; ${why}`)),
    paragraph(dossier.separateHoldings),
    heading('Ihre Rechte'),
    paragraph('Sie können Berichtigung (Art. 16), Löschung (Art. 17) und Einschränkung der Verarbeitung (Art. 18 DSGVO) verlangen, der Verarbeitung nach Art. 21 DSGVO widersprechen und Einwilligungen jederzeit widerrufen. Eine automatisierte Entscheidung im Einzelfall findet nicht statt.'),
    ...complaint(office.land, day),
  ]
  return plainDocument('Auskunft über gespeicherte Daten', letterhead, children)
}

function fieldRows({ contact }: Dossier): string[][] {
  const rows: [string, string][] = contact.kind === 'person'
    ? [
        ['Art', contactKindLabels.person], ['Familienname', contact.familyName], ['Vornamen', contact.givenNames], ['Titel', contact.title], ['Frühere Namen', contact.formerNames],
        ['Name in eigener Schrift', contact.originalName], ['Andere Umschrift', contact.transliteration],
      ]
    : [['Art', organisationTypeLabel(contact.typeCode) || contactKindLabels.organisation], ['Name', contact.name], ['Kurzname', contact.shortName], ['Abteilung', contact.department]]
  rows.push(
    ...contact.addresses.map(({ kind, street, extra, postalCode, place }): [string, string] => [addressKindLabels[kind], [street, extra, `${postalCode} ${place}`.trim()].filter(Boolean).join(', ')]),
    ...contact.channels.map(({ kind, value, label }): [string, string] => [channelKindLabels[kind], [value, label].filter(Boolean).join(', ')]),
    ...contact.roles.map(({ title: role, organisationName, from, to }): [string, string] => ['Funktion', [role, organisationName, period(from, to)].filter(Boolean).join(', ')]),
    ['Anrede im Brief', contact.salutationText], ['Zuständig für', contact.responsibilityArea], ['Gemeindeschlüssel', contact.ags],
    ['Schlagwörter', contact.tags.join(', ')], ['Arbeitsfelder', contact.areas.map((code) => detailLabel('areas', code)).join(', ')],
    ['Sprachen', contact.languages.map((code) => detailLabel('languages', code)).join(', ')], ['Zugehörigkeit', affiliationLabels[contact.affiliation]],
    ['Veröffentlichung', publicationLabels[contact.publication]], ['Zuletzt geprüft', contact.checkedOn === null ? '' : germanDate(contact.checkedOn)], ['Notiz', contact.note],
  )
  return rows.filter(([, value]) => value !== '')
}

function entryLine({ day, title: name, details }: Dossier['sections'][number]['entries'][number]): string {
  const facts = details.map(([label, value]) => `${label}: ${value}`).join('; ')
  return [day === null ? '' : germanDate(day), [name, facts].filter(Boolean).join(' – ')].filter(Boolean).join(' · ')
}

function section(name: string, lines: readonly string[]): FileChild[] {
  return lines.length === 0 ? [] : [heading(name), ...lines.map(bullet)]
}

function complaint(land: string, day: string): FileChild[] {
  const authority = supervisoryAuthority(land, day)
  return authority ? [paragraph(`Beschwerde: ${authority.name}, ${authority.city}, ${authority.web} (Art. 77 DSGVO).`)] : [missing('Aufsichtsbehörde')]
}
