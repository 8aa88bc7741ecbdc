import type { Kysely } from 'kysely'
import { ageGroupLabel, languageLabel, needLabel, participantSourceLabels, participantStateLabels, photoLabels } from '../../../../shared/events/participants/catalogue.ts'
import type { Need } from '../../../../shared/events/participants/model.ts'
import type { RecordRef } from '../../../../shared/records/model.ts'
import { germanDate, germanDateTime } from '../../../../shared/dates.ts'
import type { AccessEntry } from '../../contact-access-source.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { Rows } from '../../database/rows.ts'
import type { Database } from './repository.ts'

/** Everything that lists of participants hold of a contact, the newest event first. */
export async function readParticipations(database: Database, contactId: string): Promise<AccessEntry[]> {
  const rows = await database.selectFrom('participant').innerJoin('event', 'event.id', 'participant.event_id').selectAll('participant').select(['event.title', 'event.starts_on'])
    .where('participant.contact_id', '=', contactId).orderBy('event.starts_on', 'desc').execute()
  return rows.map((row) => {
    const details: AccessEntry['details'] = [
      ['Name', row.name], ['Organisation', row.organisation], ['E-Mail', row.email], ['Telefon', row.phone], ['Personen', String(row.persons)],
      ['Stand', participantStateLabels[row.state]], ['angemeldet', `${germanDateTime(row.registered_at)} (${participantSourceLabels[row.source]})`],
      ['gekommen', row.arrived_at === null ? '' : germanDateTime(row.arrived_at)],
      ['Sprachen', (JSON.parse(row.languages) as string[]).map(languageLabel).join(', ')],
      ['Bedarf', (JSON.parse(row.needs) as Need[]).map(({ code, detail }) => [needLabel(code), detail].filter(Boolean).join(': ')).join(', ')],
      ['Altersgruppe', row.age_group === '' ? '' : ageGroupLabel(row.age_group)],
      ['Fotos', row.photo === 'unasked' ? '' : `${photoLabels[row.photo]}${row.photo_on === null ? '' : `, gefragt am ${germanDate(row.photo_on)}`}`], ['Notiz', row.note],
    ]
    return { day: row.starts_on, title: row.title, details: details.filter(([, value]) => value !== '') }
  })
}

/** What stands in a list in place of a contact that was deleted: the counts go on being right. */
const anonymous = { name: 'Gelöschter Kontakt', organisation: '', contact_id: null, email: '', phone: '', note: '', fingerprint: '' } as const

/** Takes a contact that is to be destroyed off the lists: the registration stays as a count, with nothing that says who it was. */
export async function listsWithout(database: Kysely<OfficeSchema>, contactId: string): Promise<(rows: Rows) => RecordRef[]> {
  const found = await database.selectFrom('participant').select(['id', 'event_id']).where('contact_id', '=', contactId).execute()
  return (rows) => {
    // Also of whoever was taken off a list before and lives on in the log alone.
    rows.run("DELETE FROM change_entry WHERE table_name = 'participant' AND (instr(before, ?) > 0 OR instr(after, ?) > 0)", [contactId, contactId])
    return found.map(({ id, event_id }) => {
      rows.update('participant', id, anonymous)
      rows.run("DELETE FROM change_entry WHERE table_name = 'participant' AND row_id = ?", [id])
      return { type: 'participants', id: event_id }
    })
  }
}
