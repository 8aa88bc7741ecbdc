import { uuidv7 } from 'uuidv7'
import {
  entryFields, escalationFields, type EntryFields, type Escalation, type EscalationContact, type EscalationFields, type EscalationListItem,
} from '../../../../shared/counselling/escalation/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { Action } from '../../database/change-log.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { CounsellingDesk } from '../../session.ts'
import { nextSequence } from '../counter.ts'
import { expectIncidentAccess } from '../incidents/access.ts'
import { seenIncidents } from '../incidents/seen.ts'
import { notFound, receipt, validated } from '../service-parts.ts'
import { entryColumns, entryFieldsOf, listEscalations, readEntry, readEscalation } from './repository.ts'

type Writing = WriteTransaction<CounsellingSchema>

/** All logs of situations. They are about places, not about clients, so everybody with the counselling key reads them. */
export async function findEscalations(desk: CounsellingDesk): Promise<EscalationListItem[]> {
  return listEscalations(desk.database.read)
}

/** One log, also from the trash; of incidents those that the person may see. @throws OfficeError `not-found` */
export async function getEscalation(desk: CounsellingDesk, id: string): Promise<Escalation> {
  const found = (await readEscalation(desk.database.read, id)) ?? notFound()
  const seen = await seenIncidents(desk.database.read, desk.person, found.incidents.map(({ incidentId }) => incidentId))
  const incidents = found.incidents.filter(({ incidentId }) => seen.has(incidentId))
  return { ...found, incidents, hiddenIncidents: found.incidents.length - incidents.length }
}

/**
 * Begins a log with its first entry: there is none without.
 * @param now when it is entered; decides the year of the number
 * @throws OfficeError `invalid`
 */
export async function createEscalation(
  desk: CounsellingDesk, fields: EscalationFields, first: EntryFields, now = new Date(),
): Promise<ChangeReceipt & { id: string; number: string }> {
  const checked = validated(escalationFields, fields)
  const entry = checkedEntry(first, now)
  const id = uuidv7()
  const written = await desk.write({ label: 'Lage angelegt', record: refOf(id) }, async (transaction) => {
    const year = now.getFullYear()
    const number = `L-${year}-${String(await nextSequence(transaction, 'LAGE', year)).padStart(3, '0')}`
    await transaction.insert('escalation', {
      id, number, ...columnsOf(checked), closed_on: '', closing_note: '', created_by_name: desk.person.name, deleted_at: null, deleted_by: null,
    })
    await insertEntry(transaction, desk, id, entry)
    return number
  })
  return { ...receipt(written, id), id, number: written.value }
}

/** Stores what is written about the situation as a whole. @throws OfficeError `invalid`, `not-found`, `conflict` */
export async function updateEscalation(desk: CounsellingDesk, id: string, version: number, fields: Partial<EscalationFields>): Promise<ChangeReceipt> {
  const { openPoints, ...rest } = validated(escalationFields.partial(), fields)
  return change(desk, id, version, { label: 'Lage geändert', coalesce: `escalation:${id}` }, (transaction) =>
    transaction.update('escalation', id, { ...rest, ...(openPoints !== undefined && { open_points: openPoints }) }))
}

/** Adds an entry; two people may do so at once. @throws OfficeError `invalid`, `not-found` */
export async function addEntry(desk: CounsellingDesk, id: string, fields: EntryFields, now = new Date()): Promise<ChangeReceipt> {
  const entry = checkedEntry(fields, now)
  return append(desk, id, 'Eintrag zur Lage', (transaction) => insertEntry(transaction, desk, id, entry))
}

/** Which wording of an entry the person saw. */
interface SeenEntry {
  id: string
  entryId: string
  revision: number
}

/**
 * Puts another wording in the place of an entry. The former one stays in the log, with the reason and who corrected it.
 * @throws OfficeError `invalid`, `not-found`, `conflict` when it was corrected meanwhile
 */
export async function correctEntry(desk: CounsellingDesk, seen: SeenEntry, fields: EntryFields, reason: string, now = new Date()): Promise<ChangeReceipt> {
  const entry = checkedEntry(fields, now)
  return append(desk, seen.id, 'Eintrag zur Lage berichtigt', (transaction) => supersede(transaction, desk, seen, reason, entryColumns(entry)))
}

/** Says that an entry no longer holds; nothing of it is lost. @throws OfficeError `not-found`, `conflict` */
export async function withdrawEntry(desk: CounsellingDesk, seen: SeenEntry, reason: string): Promise<ChangeReceipt> {
  return append(desk, seen.id, 'Eintrag zur Lage zurückgenommen', (transaction) => supersede(transaction, desk, seen, reason, { withdrawn: 1 }))
}

/** Ends a log, or takes it up again. @throws OfficeError `invalid` for a day before the first entry or ahead, `not-found`, `conflict` */
export async function closeEscalation(
  desk: CounsellingDesk, id: string, version: number, closing: { on: string; note: string } | null, today = isoDay(new Date()),
): Promise<ChangeReceipt> {
  const { beganOn } = await getEscalation(desk, id)
  if (closing && closing.on > today) throw invalid('on', 'Der Tag liegt in der Zukunft.')
  if (closing && closing.on < beganOn) throw invalid('on', 'Der Tag liegt vor dem ersten Eintrag.')
  return change(desk, id, version, { label: closing ? 'Lage abgeschlossen' : 'Lage wieder aufgenommen' }, (transaction) =>
    transaction.update('escalation', id, { closed_on: closing?.on ?? '', closing_note: closing?.note ?? '' }))
}

/** Moves a log to the trash. @throws OfficeError `not-found`, `conflict` */
export async function removeEscalation(desk: CounsellingDesk, id: string, version: number): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Lage gelöscht' }, (transaction) => transaction.trash(refOf(id), desk.person.id))
}

/** Notes whom to reach, or changes for what. @throws OfficeError `not-found` */
export async function saveContact(desk: CounsellingDesk, id: string, { id: rowId, contactId, role }: EscalationContact): Promise<ChangeReceipt> {
  return append(desk, id, 'Ansprechstelle der Lage eingetragen', async (transaction) => {
    const known = (await readEscalation(transaction.database, id))?.contacts ?? []
    if (known.some((contact) => contact.id === rowId)) return transaction.update('escalation_contact', rowId, { contact_id: contactId, role })
    await transaction.insert('escalation_contact', { id: rowId, escalation_id: id, contact_id: contactId, role, position: known.length })
  })
}

/** Takes somebody off the list of whom to reach. @throws OfficeError `not-found` */
export async function removeContact(desk: CounsellingDesk, id: string, rowId: string): Promise<ChangeReceipt> {
  return append(desk, id, 'Ansprechstelle der Lage entfernt', async (transaction) => {
    const known = (await readEscalation(transaction.database, id))?.contacts ?? []
    if (!known.some((contact) => contact.id === rowId)) notFound()
    await transaction.remove('escalation_contact', rowId)
  })
}

/** Says that an incident belongs to the situation; twice is once. @throws OfficeError `not-found`, `forbidden` for an incident of somebody else's case */
export async function linkIncident(desk: CounsellingDesk, id: string, incidentId: string): Promise<ChangeReceipt> {
  await expectIncidentAccess(desk, incidentId)
  return append(desk, id, 'Vorfall mit der Lage verknüpft', async (transaction) => {
    const linked = (await readEscalation(transaction.database, id))?.incidents ?? []
    if (linked.some((link) => link.incidentId === incidentId)) return
    await transaction.insert('escalation_incident', { id: uuidv7(), escalation_id: id, incident_id: incidentId })
  })
}

/** Takes an incident off again. @throws OfficeError `not-found`, `forbidden` for an incident of somebody else's case */
export async function unlinkIncident(desk: CounsellingDesk, id: string, linkId: string): Promise<ChangeReceipt> {
  const link = (await getEscalation(desk, id)).incidents.find((found) => found.id === linkId) ?? notFound()
  return append(desk, id, 'Verknüpfung mit einem Vorfall entfernt', (transaction) => transaction.remove('escalation_incident', link.id))
}

function checkedEntry(fields: EntryFields, now: Date): EntryFields {
  const entry = validated(entryFields, fields)
  if (entry.on > isoDay(now)) throw invalid('on', 'Der Tag liegt in der Zukunft.')
  if (entry.kind === 'informed' && entry.who === '' && entry.contactId === null) throw invalid('who', 'Bitte angeben, wer informiert wurde.')
  return entry
}

async function insertEntry(transaction: Writing, desk: CounsellingDesk, escalationId: string, fields: EntryFields): Promise<void> {
  await transaction.insert('escalation_entry', {
    id: uuidv7(), escalation_id: escalationId, ...entryColumns(fields), revision: 0, withdrawn: 0, entered_at: transaction.now, entered_by_name: desk.person.name,
  })
}

/** Keeps the wording as it stands, then changes the entry. */
async function supersede(
  transaction: Writing, desk: CounsellingDesk, { id, entryId, revision }: SeenEntry, reason: string, patch: Parameters<Writing['update']>[2],
): Promise<void> {
  const stored = (await readEntry(transaction.database, id, entryId)) ?? notFound()
  if (stored.revision !== revision || stored.withdrawn === 1) {
    throw new OfficeError('conflict', { detail: 'Der Eintrag wurde inzwischen berichtigt. Es wurde nichts geändert; bitte sehen Sie ihn noch einmal an.' })
  }
  await transaction.insert('escalation_correction', {
    id: uuidv7(), escalation_id: id, entry_id: entryId, former: JSON.stringify(entryFieldsOf(stored)), reason, corrected_at: transaction.now,
    corrected_by_name: desk.person.name,
  })
  await transaction.update('escalation_entry', entryId, { ...patch, revision: revision + 1 })
}

/** A step that doesn't depend on what somebody else wrote meanwhile. */
async function append(desk: CounsellingDesk, id: string, label: string, work: (transaction: Writing) => Promise<void>): Promise<ChangeReceipt> {
  const written = await desk.write({ label, record: refOf(id) }, async (transaction) => {
    if ((await readEscalation(transaction.database, id))?.trashed !== false) notFound()
    await work(transaction)
  })
  return receipt(written, id)
}

async function change(
  desk: CounsellingDesk, id: string, version: number, action: Omit<Action, 'record'>, work: (transaction: Writing) => Promise<void>,
): Promise<ChangeReceipt> {
  const written = await desk.write({ ...action, record: refOf(id) }, async (transaction) => {
    await transaction.expectVersion(refOf(id), version, () => readEscalation(transaction.database, id))
    await work(transaction)
  })
  return receipt(written, id, version)
}

function columnsOf({ openPoints, ...fields }: EscalationFields) {
  return { ...fields, open_points: openPoints }
}

function refOf(id: string) {
  return { type: 'escalation', id }
}

function invalid(field: string, text: string): OfficeError {
  return new OfficeError('invalid', { fields: { [field]: text } })
}
