import { displayName } from '../../../../shared/directory/names.ts'
import { addressKindLabels, channelKindLabels } from '../../../../shared/directory/labels.ts'
import type { Contact } from '../../../../shared/directory/contact.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { AccessSource } from '../../contact-access-source.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { readPurposes } from '../dealings/repository.ts'
import { kindOf, readContact } from '../repository.ts'
import { accessDocument } from './access-docx.ts'
import { collectDossier } from './access-dossier.ts'
import { informationGaps, informationSheet, type InformationFacts } from './information-sheet.ts'
import { readPrivacyOffice } from './office-repository.ts'
import { decide, today } from './state.ts'

/** What the information sheet of a contact would lack. @throws OfficeError `not-found` */
export async function gapsOf(desk: OfficeDesk, id: string): Promise<string[]> {
  return informationGaps(await factsOf(desk, id, null))
}

/** Writes the information sheet of a contact to the chosen file. @throws OfficeError `not-found` and as the grant */
export async function saveInformation(desk: OfficeDesk, grants: FileGrants, { id, source, grant }: { id: string, source: string | null, grant: string }): Promise<void> {
  grants.write(grant, await informationSheet(await factsOf(desk, id, source)))
}

/** Notes on which day a contact was informed. @throws OfficeError `not-found` */
export async function markInformed(desk: OfficeDesk, id: string, day: string): Promise<{ change: string | null, contacts: number }> {
  if (await kindOf(desk.database.read, id) === undefined) throw new OfficeError('not-found')
  return decide(desk, [id], ['Information nach DSGVO ausgehändigt', ''], { informed_on: day })
}

/**
 * Writes everything the office holds of a contact to the chosen file.
 * @param sources the features that keep data of contacts beside the directory
 * @throws OfficeError `not-found` and as the grant
 */
export async function saveAccess(
  desk: OfficeDesk, grants: FileGrants, { id, format, grant }: { id: string, format: 'docx' | 'json', grant: string }, sources: readonly AccessSource[],
): Promise<void> {
  const dossier = await collectDossier(desk, id, sources)
  const { letterhead } = await getLetterhead(desk)
  if (format === 'docx') {
    const { office } = await readPrivacyOffice(desk.database.read)
    grants.write(grant, await accessDocument(dossier, letterhead, office, today()))
    return
  }
  const file = { format: 'integrationsbuero-auskunft', version: 2, createdOn: today(), controller: letterhead.officeName, ...dossier }
  grants.write(grant, new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`))
}

async function factsOf(desk: OfficeDesk, id: string, source: string | null): Promise<InformationFacts> {
  const contact = await readContact(desk.database.read, id)
  if (!contact) throw new OfficeError('not-found')
  const { letterhead } = await getLetterhead(desk)
  const { office } = await readPrivacyOffice(desk.database.read)
  const purposes = await readPurposes(desk.database.read, id)
  return { name: displayName(contact), purposes, categories: categoriesOf(contact), letterhead, office, source, day: today() }
}

/** Kinds of data that the record really holds. */
function categoriesOf(contact: Contact): string[] {
  const kinds = (labels: readonly string[]): string => [...new Set(labels)].join(', ')
  const found: [boolean, string][] = [
    [true, contact.kind === 'person' ? 'Name, Anrede und Titel' : 'Name und Art der Organisation'],
    [contact.addresses.length > 0, `Anschriften: ${kinds(contact.addresses.map(({ kind }) => addressKindLabels[kind]))}`],
    [contact.channels.length > 0, `Erreichbarkeit: ${kinds(contact.channels.map(({ kind }) => channelKindLabels[kind]))}`],
    [contact.roles.length > 0, contact.kind === 'person' ? 'Funktionen in Organisationen' : 'Personen mit ihren Funktionen'],
    [contact.languages.length > 0, 'Sprachen'],
    [contact.areas.length > 0 || contact.tags.length > 0, 'Arbeitsfelder und Schlagwörter'],
    [contact.note !== '', 'Notizen'],
  ]
  return found.filter(([there]) => there).map(([, label]) => label)
}
