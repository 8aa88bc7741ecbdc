import { OfficeError } from '../../../../shared/errors.ts'
import type { ExportSource, ExportSummary } from '../../../../shared/events/icalendar/model.ts'
import { PrivateDetails } from '../../../../shared/events/icalendar/private-details.ts'
import { calendarEvent } from '../../../../shared/events/icalendar/published.ts'
import { calendarFile } from '../../../../shared/events/icalendar/write.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { officeEntries } from './office-entries.ts'
import { readPrivateChannels, readPublishable, readSeriesTitle, type EventSource } from './export-repository.ts'

/** What a calendar file of these events would hold. */
export async function planExport(desk: OfficeDesk, source: ExportSource): Promise<ExportSummary> {
  return (await makeFile(desk, source, new Date())).summary
}

/** Writes the calendar file to the chosen place. @throws OfficeError `invalid` where there is nothing to write, `forbidden`, `disk-full`, `read-only` */
export async function saveExport(desk: OfficeDesk, grants: FileGrants, source: ExportSource, grant: string, now = new Date()): Promise<ExportSummary> {
  const { text, summary } = await makeFile(desk, source, now)
  if (summary.events === 0) throw new OfficeError('invalid', { detail: 'Keine dieser Veranstaltungen hat einen Tag. Ohne Tag steht nichts im Kalender; es wurde keine Datei geschrieben.' })
  grants.write(grant, new TextEncoder().encode(text))
  return summary
}

async function makeFile(desk: OfficeDesk, source: ExportSource, now: Date): Promise<{ text: string; summary: ExportSummary }> {
  return source.kind === 'office' ? officeFile(desk, source, now) : eventsFile(desk, source, now)
}

/** The office's own calendar, as far as it is anybody's business. */
async function officeFile(desk: OfficeDesk, source: Extract<ExportSource, { kind: 'office' }>, now: Date): Promise<{ text: string; summary: ExportSummary }> {
  const details = new PrivateDetails(await readPrivateChannels(desk.database.read))
  const events = (await officeEntries(desk, source, now)).map((event) => ({ ...event, title: details.without(event.title), location: details.without(event.location) }))
  return { text: calendarFile({ name: 'Sprechzeiten und Termine', events, now }), summary: { events: events.length, cancelled: 0, withoutDay: 0, ideas: 0, privateDetails: details.left } }
}

async function eventsFile(desk: OfficeDesk, source: EventSource, now: Date): Promise<{ text: string; summary: ExportSummary }> {
  const found = await readPublishable(desk.database.read, source)
  // An idea is nobody's business yet, unless somebody has chosen it.
  const wanted = source.kind === 'events' ? found : found.filter(({ state }) => state !== 'idea')
  const dated = wanted.flatMap((event) => (event.startsOn === null ? [] : [{ ...event, startsOn: event.startsOn }]))
  const details = new PrivateDetails(await readPrivateChannels(desk.database.read))
  const events = dated.map((event) => calendarEvent(event, (text) => details.without(text)))
  const name = source.kind === 'series' ? await readSeriesTitle(desk.database.read, source.id) : 'Veranstaltungen'
  return {
    text: calendarFile({ name: details.without(name), events, now }),
    summary: {
      events: events.length, cancelled: events.filter(({ status }) => status === 'CANCELLED').length, withoutDay: wanted.length - dated.length, ideas: found.length - wanted.length,
      privateDetails: details.left,
    },
  }
}
