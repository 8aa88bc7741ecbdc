import { partnerRoleLabel } from '../../../../shared/events/catalogue.ts'
import type { AccessSource } from '../../contact-access-source.ts'
import { readParticipations } from '../participants/privacy.ts'

/** Events that a contact has a part in or takes part in, and places that are its own. */
export const eventAccess: AccessSource = {
  columns: ['event_partner.contact_id', 'venue.contact_id', 'participant.contact_id'],
  async read({ database: { read } }, contactId) {
    const parts = await read.selectFrom('event_partner as partner').innerJoin('event', 'event.id', 'partner.event_id')
      .select(['event.title', 'event.starts_on', 'partner.role', 'partner.name', 'partner.note']).where('partner.contact_id', '=', contactId).orderBy('event.starts_on').execute()
    const venues = await read.selectFrom('venue').select(['name', 'street', 'postal_code', 'city', 'access_note', 'transport', 'note']).where('contact_id', '=', contactId).orderBy('name_key').execute()
    return [
      { heading: 'Beteiligung an Veranstaltungen', entries: parts.map((row) => ({ day: row.starts_on, title: row.title, details: [['als', partnerRoleLabel(row.role)], ['Name', row.name], ['Vermerk', row.note]] })) },
      { heading: 'Teilnahme an Veranstaltungen', entries: await readParticipations(read, contactId) },
      {
        heading: 'Orte für Veranstaltungen',
        entries: venues.map((row) => ({
          day: null, title: row.name,
          details: [['Anschrift', [row.street, `${row.postal_code} ${row.city}`.trim()].filter(Boolean).join(', ')], ['Zugang', row.access_note], ['Anfahrt', row.transport], ['Notiz', row.note]],
        })),
      },
    ]
  },
}
