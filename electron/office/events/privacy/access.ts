import { germanDate } from '../../../../shared/dates.ts'
import { approvalLabels, partnerStateLabels } from '../../../../shared/events/series/model.ts'
import { partnerRoleLabel } from '../../../../shared/events/catalogue.ts'
import type { AccessSource } from '../../contact-access-source.ts'
import { readParticipations } from '../participants/privacy.ts'

/** Events that a contact has a part in or takes part in, and places that are its own. */
export const eventAccess: AccessSource = {
  columns: ['event_partner.contact_id', 'venue.contact_id', 'participant.contact_id', 'event_series_partner.contact_id'],
  async read({ database: { read } }, contactId) {
    const parts = await read.selectFrom('event_partner as partner').innerJoin('event', 'event.id', 'partner.event_id')
      .select(['event.title', 'event.starts_on', 'partner.role', 'partner.name', 'partner.note']).where('partner.contact_id', '=', contactId).orderBy('event.starts_on').execute()
    const venues = await read.selectFrom('venue').select(['name', 'street', 'postal_code', 'city', 'access_note', 'transport', 'note']).where('contact_id', '=', contactId).orderBy('name_key').execute()
    const asked = await read.selectFrom('event_series_partner as partner').innerJoin('event_series', 'event_series.id', 'partner.series_id')
      .select(['partner.id', 'event_series.title', 'partner.name', 'partner.state', 'partner.invited_on', 'partner.reminded_on', 'partner.answered_on', 'partner.note']).where('partner.contact_id', '=', contactId).orderBy('event_series.starts_on').execute()
    const entries = asked.length === 0 ? [] : await read.selectFrom('event_entry as entry').innerJoin('event', 'event.id', 'entry.event_id')
      .select(['event.title', 'entry.read_on', 'entry.approval', 'entry.query', 'entry.public_contact', 'entry.remark']).where('entry.partner_id', 'in', asked.map(({ id }) => id)).orderBy('entry.read_on').execute()
    const dated = (day: string | null): string => (day === null ? '' : germanDate(day))
    return [
      {
        heading: 'Aufrufe zu Veranstaltungsreihen',
        entries: asked.map((row) => ({
          day: row.invited_on, title: row.title,
          details: [['Name', row.name], ['Stand', partnerStateLabels[row.state]], ['Erinnert', dated(row.reminded_on)], ['Geantwortet', dated(row.answered_on)], ['Vermerk', row.note]],
        })),
      },
      {
        heading: 'Beiträge zu Veranstaltungsreihen',
        entries: entries.map((row) => ({
          day: row.read_on, title: row.title, details: [['Stand', approvalLabels[row.approval]], ['Kontakt für Gäste', row.public_contact], ['Mitteilung', row.remark], ['Rückfrage', row.query]],
        })),
      },
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
