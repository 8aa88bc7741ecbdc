import { germanDate } from '../../../shared/dates.ts'
import { eventStateLabels, kindLabel, partnerRoleLabel, stepFreeLabels } from '../../../shared/events/catalogue.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { RecordType } from '../database/record-type.ts'
import { readChecklist } from './checklists/repository.ts'
import { planWords } from './plan-words.ts'
import { readEvent } from './repository.ts'
import { seriesPartners } from './series/partners-repository.ts'
import { readSeries } from './series/repository.ts'
import { readVenue } from './venues/repository.ts'

/** Events are found by everything that is said of them and by who makes them. */
export const eventRecordType: RecordType<OfficeSchema> = {
  type: 'event',
  label: 'Veranstaltung',
  root: 'event',
  parts: {
    event_partner: 'event_id', event_acceptance: 'event_id', event_source: 'event_id', event_entry: 'event_id', event_fund: 'event_id', event_budget_line: 'event_id', event_receipt: 'event_id', event_shift: 'event_id', event_shift_person: 'event_id',
    event_equipment: 'event_id', event_run_item: 'event_id', event_risk: 'event_id', event_safety: 'event_id', event_attendance: 'id',
  },
  mentionedIn: { task: 'record_id' },
  async trashedAlong(database, id) {
    const rows = await database.selectFrom('task').innerJoin('event', 'event.id', 'task.record_id').select('task.id')
      .where('event.id', '=', id).whereRef('task.deleted_at', '=', 'event.deleted_at').execute()
    const papers = await database.selectFrom('document').innerJoin('event_receipt', 'event_receipt.id', 'document.owner_id').innerJoin('event', 'event.id', 'event_receipt.event_id').select('document.id')
      .where('document.owner_type', '=', 'event-receipt').where('event.id', '=', id).whereRef('document.deleted_at', '=', 'event.deleted_at').execute()
    return [...rows.map((row) => ({ type: 'task', id: row.id })), ...papers.map((row) => ({ type: 'document', id: row.id }))]
  },
  async document(database, id) {
    const event = await readEvent(database, id)
    return event && {
      title: event.title,
      subtitle: [kindLabel(event.kind), eventStateLabels[event.state], event.place].filter((part) => part !== '').join(' · '),
      line: event.startsOn === null ? '' : [germanDate(event.startsOn), event.startsAt].filter((part) => part !== null).join(', '),
      words: [
        event.seriesTitle, event.targetGroup, event.languages, event.interpretation, event.topic, event.programmeText, event.note, event.responsibleName, event.fallbackPlace,
        ...event.partners.flatMap(({ name, role, note }) => [name, partnerRoleLabel(role), note]), ...await planWords(database, id),
      ],
    }
  },
}

/** Places are found by name, address and rooms. */
export const venueRecordType: RecordType<OfficeSchema> = {
  type: 'venue',
  label: 'Veranstaltungsort',
  root: 'venue',
  parts: { venue_room: 'venue_id' },
  mentionedIn: { event: 'venue_id' },
  async document(database, id) {
    const venue = await readVenue(database, id)
    return venue && {
      title: venue.name, subtitle: `Veranstaltungsort · ${stepFreeLabels[venue.stepFree]}`, line: [venue.street, `${venue.postalCode} ${venue.city}`.trim()].filter((part) => part !== '').join(', '),
      words: [venue.accessNote, venue.transport, venue.note, ...venue.rooms.flatMap(({ name, equipment, note }) => [name, equipment, note])],
    }
  },
}

/** A series of events. */
export const seriesRecordType: RecordType<OfficeSchema> = {
  type: 'event-series',
  label: 'Veranstaltungsreihe',
  root: 'event_series',
  parts: { event_series_partner: 'series_id' },
  mentionedIn: { event: 'series_id', task: 'record_id' },
  async trashedAlong(database, id) {
    const rows = await database.selectFrom('task').innerJoin('event_series', 'event_series.id', 'task.record_id').select('task.id')
      .where('event_series.id', '=', id).whereRef('task.deleted_at', '=', 'event_series.deleted_at').execute()
    return rows.map((row) => ({ type: 'task', id: row.id }))
  },
  async document(database, id) {
    const series = await readSeries(database, id)
    return series && {
      title: series.title, subtitle: ['Veranstaltungsreihe', series.motto].filter((part) => part !== '').join(' · '), line: series.startsOn === null ? '' : germanDate(series.startsOn),
      words: [series.note, ...(await seriesPartners(database, id)).map(({ name }) => name)],
    }
  },
}

/** The office's own templates of checklists. */
export const checklistRecordType: RecordType<OfficeSchema> = {
  type: 'checklist',
  label: 'Checkliste',
  root: 'checklist',
  parts: { checklist_item: 'checklist_id' },
  async document(database, id) {
    const checklist = await readChecklist(database, id)
    return checklist && { title: checklist.title, subtitle: 'Checkliste', line: '', words: checklist.items.flatMap(({ title, note }) => [title, note]) }
  },
}
