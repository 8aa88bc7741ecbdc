import { plainText } from '../../../../shared/events/clashes/words.ts'
import type { EventFact } from '../../../../shared/events/figures/model.ts'
import { languagesOf } from '../../../../shared/events/figures/tally.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** Roles of those who make an event together with the office. */
const together = ['organiser', 'partner', 'patron', 'sponsor']

/** Events that begin between two days, whatever their state. */
export async function readFacts(database: Database, from: string, to: string): Promise<EventFact[]> {
  const rows = await database.selectFrom('event').leftJoin('venue', 'venue.id', 'event.venue_id').leftJoin('event_series', 'event_series.id', 'event.series_id')
    .select(['event.id', 'event.kind', 'event.state', 'event.starts_on', 'event.place_text', 'event.topic', 'event.languages', 'event.visitors', 'event.visitors_counted', 'venue.name as venue', 'event_series.title as series'])
    .where('event.deleted_at', 'is', null).where('event.starts_on', '>=', from).where('event.starts_on', '<=', to).execute()
  const partners = await readPartners(database, from, to)
  return rows.map((row) => ({
    kind: row.kind, state: row.state, day: row.starts_on ?? from, series: row.series ?? '', place: row.venue ?? row.place_text, topic: row.topic.trim(), languages: languagesOf(row.languages),
    visitors: row.visitors, counted: row.visitors_counted === 1, partners: [...(partners.get(row.id) ?? [])],
  }))
}

/** Who makes each event with the office: contacts by their id, others by their name. The own administration isn't a partner of itself. */
async function readPartners(database: Database, from: string, to: string): Promise<Map<string, Set<string>>> {
  const rows = await database.selectFrom('event_partner').innerJoin('event', 'event.id', 'event_partner.event_id').leftJoin('contact', 'contact.id', 'event_partner.contact_id')
    .select(['event_partner.event_id', 'event_partner.contact_id', 'event_partner.name', 'contact.affiliation'])
    .where('event.deleted_at', 'is', null).where('event.starts_on', '>=', from).where('event.starts_on', '<=', to).where('event_partner.role', 'in', together).execute()
  const partners = new Map<string, Set<string>>()
  for (const { event_id, contact_id, name, affiliation } of rows) {
    if (affiliation === 'internal') continue
    const known = partners.get(event_id) ?? new Set()
    partners.set(event_id, known.add(contact_id ?? `name:${plainText(name)}`))
  }
  return partners
}
