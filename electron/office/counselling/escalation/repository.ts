import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import {
  entryFields, inOrder, levelAfter, type Certainty, type Correction, type EntryFields, type EntryKind, type Escalation, type EscalationEntry,
  type EscalationListItem,
} from '../../../../shared/counselling/escalation/model.ts'
import type { EscalationTables } from '../../database/counselling/escalation-tables.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type EntryRow = EscalationTables['escalation_entry']

/** All logs that aren't in the trash: those that go on first, then by their last entry. */
export async function listEscalations(database: ReadDatabase<CounsellingSchema>): Promise<EscalationListItem[]> {
  const rows = await database
    .selectFrom('escalation')
    .select(['id', 'number', 'title', 'kind', 'municipality', 'place', 'closed_on'])
    .select((eb) => [
      lastOf('happened_on').as('last_on'), lastOf('happened_at').as('last_at'),
      sql<string | null>`(SELECT level FROM escalation_entry e WHERE e.escalation_id = escalation.id AND e.level IS NOT NULL AND e.withdrawn = 0
        ORDER BY e.happened_on DESC, e.happened_at DESC, e.id DESC LIMIT 1)`.as('level'),
      eb.selectFrom('escalation_entry').select((count) => count.fn.countAll<number>().as('count')).whereRef('escalation_id', '=', 'escalation.id').as('count'),
    ])
    .where('deleted_at', 'is', null)
    .execute()
  const items = rows.map(({ closed_on, last_on, last_at, level, count, ...row }) => ({
    ...row, level: level ?? '', closedOn: closed_on, lastOn: last_on ?? '', lastAt: last_at ?? '', entryCount: count ?? 0,
  }))
  const key = ({ lastOn, lastAt, number }: EscalationListItem): string => `${lastOn} ${lastAt} ${number}`
  return items.sort((a, b) => Number(a.closedOn !== '') - Number(b.closedOn !== '') || (key(a) < key(b) ? 1 : -1))
}

function lastOf(column: 'happened_on' | 'happened_at') {
  return sql<string | null>`(SELECT ${sql.ref(column)} FROM escalation_entry e WHERE e.escalation_id = escalation.id
    ORDER BY e.happened_on DESC, e.happened_at DESC, e.id DESC LIMIT 1)`
}

/** One log with its entries and their former wordings and every incident linked to it, trashed or not; null if there is none. */
export async function readEscalation(database: ReadDatabase<CounsellingSchema>, id: string): Promise<Escalation | null> {
  const row = await database.selectFrom('escalation').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const entryRows = await database.selectFrom('escalation_entry').selectAll().where('escalation_id', '=', id).execute()
  const corrections = await database.selectFrom('escalation_correction').selectAll().where('escalation_id', '=', id).orderBy('id').execute()
  const contacts = await database.selectFrom('escalation_contact').selectAll().where('escalation_id', '=', id).orderBy('position').orderBy('id').execute()
  const incidents = await database
    .selectFrom('escalation_incident')
    .innerJoin('incident', 'incident.id', 'escalation_incident.incident_id')
    .select(['escalation_incident.id', 'escalation_incident.incident_id', 'incident.number', 'incident.summary'])
    .where('escalation_incident.escalation_id', '=', id)
    .where('incident.deleted_at', 'is', null)
    .orderBy('escalation_incident.id')
    .execute()
  const entries = inOrder(entryRows.map((entry) => entryOf(entry, corrections.filter(({ entry_id }) => entry_id === entry.id))))
  const { version, number, title, kind, municipality, place, occasion, assessment, distribution } = row
  return {
    id, version, number, title, kind, municipality, place, occasion, assessment, distribution, openPoints: row.open_points,
    beganOn: entries[0]?.on ?? row.created_at.slice(0, 10), level: levelAfter(entries), closedOn: row.closed_on, closingNote: row.closing_note,
    createdByName: row.created_by_name, trashed: row.deleted_at !== null, updatedAt: row.updated_at, entries,
    incidents: incidents.map(({ id: linkRow, incident_id, number: incidentNumber, summary }) => ({ id: linkRow, incidentId: incident_id, number: incidentNumber, summary })),
    hiddenIncidents: 0,
    contacts: contacts.map(({ id: contactRow, contact_id, role }) => ({ id: contactRow, contactId: contact_id, role })),
  }
}

/** One entry as it is stored, null if there is none in this log. */
export async function readEntry(database: ReadDatabase<CounsellingSchema>, escalationId: string, entryId: string): Promise<Selectable<EntryRow> | null> {
  const row = await database.selectFrom('escalation_entry').selectAll().where('id', '=', entryId).where('escalation_id', '=', escalationId).executeTakeFirst()
  return row ?? null
}

/** The fields of an entry as columns. */
export function entryColumns(fields: EntryFields): Omit<Insertable<EntryRow>, 'id' | 'escalation_id' | 'revision' | 'withdrawn' | 'entered_at' | 'entered_by_name'> {
  const { on, at, kind, certainty, text, source, sourceNote, who, contactId, level } = fields
  return { happened_on: on, happened_at: at, kind, certainty, text, source, source_note: sourceNote, who, contact_id: contactId, level }
}

/** What is stored as the fields of an entry. */
export function entryFieldsOf(row: Selectable<EntryRow>): EntryFields {
  return {
    on: row.happened_on, at: row.happened_at, kind: row.kind as EntryKind, certainty: row.certainty as Certainty, text: row.text, source: row.source,
    sourceNote: row.source_note, who: row.who, contactId: row.contact_id, level: row.level,
  }
}

function entryOf(row: Selectable<EntryRow>, corrections: readonly Selectable<EscalationTables['escalation_correction']>[]): EscalationEntry {
  return {
    ...entryFieldsOf(row), id: row.id, revision: row.revision, withdrawn: row.withdrawn === 1, enteredAt: row.entered_at, enteredByName: row.entered_by_name,
    corrections: corrections.map(correctionOf),
  }
}

function correctionOf({ id, former, reason, corrected_at, corrected_by_name }: Selectable<EscalationTables['escalation_correction']>): Correction {
  return { id, former: entryFields.parse(JSON.parse(former)), reason, at: corrected_at, byName: corrected_by_name }
}
