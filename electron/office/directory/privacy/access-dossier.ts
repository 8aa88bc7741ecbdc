import { sql } from 'kysely'
import type { Contact } from '../../../../shared/directory/contact.ts'
import { displayName } from '../../../../shared/directory/names.ts'
import { historyCounts } from '../../database/history.ts'
import { lettersTo, type LetterOfContact } from '../../correspondence/service.ts'
import type { AccessSection, AccessSource } from '../../contact-access-source.ts'
import type { OfficeDesk } from '../../session.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { readAgreements, readPurposes } from '../dealings/repository.ts'
import { readContact } from '../repository.ts'
import { readPrivacy } from './state.ts'
import { blackening, type LeftOut } from './third-parties.ts'

/** Everything that the office side holds of a contact, ready to be given to that contact. */
export type Dossier = Awaited<ReturnType<typeof collectDossier>>

/** What stands under every export: this file is one part, and says nothing of the other. */
export const separateHoldings =
  'Daten aus der Beratung und geschützte Vermerke werden getrennt und verschlossen geführt und sind nicht Teil dieser Auskunft. Ob dort Daten zu einer Person vorliegen, '
  + 'prüft und beantwortet die beauftragte Person gesondert; aus dieser Auskunft lässt sich dazu nichts ableiten.'

/**
 * Collects what the office holds of a contact (Art. 15 DSGVO) without the data of third persons; what was left out is listed
 * with the reason.
 * @param sources the features that keep data of contacts beside the directory
 * @throws OfficeError `not-found`
 */
export async function collectDossier(desk: OfficeDesk, id: string, sources: readonly AccessSource[]) {
  const database = desk.database.read
  const contact = await readContact(database, id)
  if (!contact) throw new OfficeError('not-found')
  const encounters = await database.selectFrom('contact_encounter').select(['held_on as day', 'kind', 'text']).where('contact_id', '=', id).orderBy('held_on').execute()
  const agreements = await readAgreements(database, id)
  const letters = await lettersTo(desk, [id])
  const sections: AccessSection[] = []
  for (const source of sources) sections.push(...(await source.read(desk, id)).filter(({ entries }) => entries.length > 0))
  const black = await blackening(database, id, [
    contact.note, ...encounters.map(({ text }) => text), ...agreements.map(({ note }) => note), ...letters.flatMap(({ subject, text }) => [subject, text]),
    ...sections.flatMap(({ entries }) => entries.flatMap(({ title, details }) => [title, ...details.map(([, value]) => value)])),
  ])
  const people = contact.kind === 'organisation' ? contact.roles.length : 0
  const dossier = {
    name: displayName(contact),
    contact: withoutPeople(contact, black.apply(contact.note, 'Notiz')),
    purposes: (await readPurposes(database, id)).map(({ id: _id, contactId: _contact, ...purpose }) => purpose),
    agreements: agreements.map(({ id: _id, contactId: _contact, note, ...agreement }) => ({ ...agreement, note: black.apply(note, `Vereinbarung „${agreement.title}“`) })),
    encounters: encounters.map((encounter) => ({ ...encounter, text: black.apply(encounter.text, `Gespräch vom ${encounter.day}`) })),
    letters: letters.map((letter) => letterEntry(letter, black.apply)),
    sections: sections.map((section) => sectionEntry(section, displayName(contact), black.apply)),
    lists: await titlesOfLists(desk, id),
    origins: await originsOf(desk, id),
    privacy: await readPrivacy(database, id),
    history: await historyCounts(database as never, { type: 'contact', id }),
    leftOut: black.leftOut as LeftOut[],
    separateHoldings,
  }
  if (people > 0) dossier.leftOut.push({ where: 'Personen der Organisation', what: people === 1 ? '1 Person mit ihrer Funktion' : `${people} Personen mit ihren Funktionen`, why: 'Rechte anderer Personen (Art. 15 Abs. 4 DSGVO)' })
  if (encounters.length > 0) dossier.leftOut.push({ where: 'Gespräche', what: 'wer sie eingetragen hat', why: 'Daten der Beschäftigten' })
  return dossier
}

function withoutPeople(contact: Contact, note: string) {
  const { roles, version: _version, trashed: _trashed, ...fields } = contact
  const own = contact.kind === 'person' ? roles.map(({ organisationName, title, from, to, engagement }) => ({ organisationName, title, from, to, engagement })) : []
  return { ...fields, note, roles: own }
}

function letterEntry({ number, date, status, subject, addressLines, salutation, text }: LetterOfContact, apply: (text: string, where: string) => string) {
  const where = `Schreiben ${number}`
  return { number, date, status, addressLines, salutation, subject: apply(subject, where), text: apply(text, where) }
}

/** @param own the contact's own name, which isn't repeated in every entry */
function sectionEntry({ heading, entries }: AccessSection, own: string, apply: (text: string, where: string) => string): AccessSection {
  return {
    heading,
    entries: entries.map(({ day, title, details }) => ({
      day, title: apply(title, heading), details: details.filter(([, value]) => value.trim() !== '' && value !== own).map(([label, value]) => [label, apply(value, `${heading}: ${label}`)]),
    })),
  }
}

async function titlesOfLists(desk: OfficeDesk, id: string): Promise<string[]> {
  const rows = await desk.database.read.selectFrom('distribution_member as member').innerJoin('distribution_list as list', 'list.id', 'member.list_id')
    .select(['list.title', 'member.mode', 'member.person_id']).where((eb) => eb.or([eb('member.contact_id', '=', id), eb('member.person_id', '=', id)])).where('list.deleted_at', 'is', null)
    .orderBy('list.title_key').execute()
  return rows.map(({ title, mode, person_id }) => [title, person_id === id ? 'als Ansprechperson' : '', mode === 'excluded' ? 'ausgenommen' : ''].filter(Boolean).join(', '))
}

/** From which lists the contact was imported; nothing in an office that doesn't keep that yet. */
async function originsOf(desk: OfficeDesk, id: string): Promise<{ source: string, importedOn: string }[]> {
  const known = await sql`SELECT 1 FROM sqlite_schema WHERE name = 'contact_origin'`.execute(desk.database.read as never)
  if (known.rows.length === 0) return []
  const { rows } = await sql<{ source: string, importedOn: string }>`SELECT DISTINCT source, imported_on AS "importedOn" FROM contact_origin WHERE contact_id = ${id}`.execute(desk.database.read as never)
  return rows
}
