import type { Insertable, Updateable } from 'kysely'
import type { Agreement } from '../../../../shared/directory/dealings/agreements.ts'
import type { Encounter } from '../../../../shared/directory/dealings/encounters.ts'
import type { Purpose } from '../../../../shared/directory/dealings/purposes.ts'
import type { DirectoryTables } from '../../database/office/directory-tables.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'

type Database = ReadDatabase<OfficeSchema>
type Transaction = WriteTransaction<OfficeSchema>

/** SQLite binds at most 32,766 values to a statement; no organisation of an office's address book has that many people. */
const MOST_PEOPLE = 5000

/** The tables of what the office has to do with a contact; each row belongs to the contact's record. */
export type DealingTable = 'contact_purpose' | 'contact_agreement' | 'contact_encounter'

/** For what a contact's data are kept, in the order in which it was entered. */
export async function readPurposes(database: Database, contactId: string): Promise<Purpose[]> {
  const rows = await database.selectFrom('contact_purpose').selectAll().where('contact_id', '=', contactId).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, contactId: row.contact_id, purpose: row.purpose, legalBasis: row.legal_basis, consentOn: row.consent_on,
    consentUntil: row.consent_until, revokedOn: row.revoked_on, evidence: row.evidence, reviewOn: row.review_on,
  }))
}

/** The agreements with a contact: those without an end first, then the one that ends last. */
export async function readAgreements(database: Database, contactId: string): Promise<Agreement[]> {
  const rows = await database.selectFrom('contact_agreement').selectAll().where('contact_id', '=', contactId)
    .orderBy((eb) => eb('ended_on', 'is not', null)).orderBy('ended_on', 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, contactId: row.contact_id, title: row.title, subject: row.subject, from: row.started_on, to: row.ended_on,
    noticeUntil: row.notice_until, note: row.note,
  }))
}

/** What was noted of encounters with a contact, for the search. */
export async function encounterTexts(database: Database, contactId: string): Promise<string[]> {
  const rows = await database.selectFrom('contact_encounter').select('text').where('contact_id', '=', contactId).orderBy('held_on', 'desc').execute()
  return rows.map(({ text }) => text)
}

/** Stores a purpose, new or known. */
export async function savePurpose(transaction: Transaction, purpose: Purpose): Promise<void> {
  await save(transaction, 'contact_purpose', {
    id: purpose.id, contact_id: purpose.contactId, purpose: purpose.purpose, legal_basis: purpose.legalBasis, consent_on: purpose.consentOn,
    consent_until: purpose.consentUntil, revoked_on: purpose.revokedOn, evidence: purpose.evidence, review_on: purpose.reviewOn,
  })
}

/** Stores an agreement, new or known. */
export async function saveAgreement(transaction: Transaction, agreement: Agreement): Promise<void> {
  await save(transaction, 'contact_agreement', {
    id: agreement.id, contact_id: agreement.contactId, title: agreement.title, subject: agreement.subject, started_on: agreement.from,
    ended_on: agreement.to, notice_until: agreement.noticeUntil, note: agreement.note,
  })
}

/** Stores an encounter, new or known; the name of whoever entered it first stays. */
export async function saveEncounter(transaction: Transaction, encounter: Encounter, authorName: string): Promise<void> {
  const known = await transaction.row('contact_encounter', encounter.id)
  await save(transaction, 'contact_encounter', {
    id: encounter.id, contact_id: encounter.contactId, held_on: encounter.day, kind: encounter.kind, text: encounter.text,
    author_name: known === null ? authorName : String(known.author_name),
  })
}

async function save<T extends DealingTable>(transaction: Transaction, table: T, row: Insertable<DirectoryTables[T]> & { id: string }): Promise<void> {
  if (await transaction.row(table, row.id)) await transaction.update(table, row.id, row as Updateable<OfficeSchema[T]>)
  else await transaction.insert(table, row as never)
}

/** The newest encounters with any of the contacts, the newest first. */
export async function readEncounters(database: Database, contactIds: readonly string[], limit: number): Promise<(Encounter & { authorName: string })[]> {
  const rows = await database.selectFrom('contact_encounter').selectAll().where('contact_id', 'in', contactIds)
    .orderBy('held_on', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ id: row.id, contactId: row.contact_id, day: row.held_on, kind: row.kind, text: row.text, authorName: row.author_name }))
}

/** A contact and, for an organisation, the people who hold or held a role in it, by their ids with their names; trashed people are left out. */
export async function contactsAround(database: Database, contactId: string): Promise<Map<string, string>> {
  const rows = await database.selectFrom('contact').select(['id', 'list_name as name'])
    .where((eb) => eb.or([
      eb('id', '=', contactId),
      eb.and([
        eb('deleted_at', 'is', null),
        eb('id', 'in', eb.selectFrom('contact_role').select('contact_id').where('organisation_id', '=', contactId).limit(MOST_PEOPLE)),
      ]),
    ])).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
