import type { Venue } from '../../../../shared/events/model.ts'
import type { GapCode, ProgrammeEvent, SeriesTexts } from '../../../../shared/events/series/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { listVenues } from '../venues/repository.ts'
import { seriesEvents, type SeriesEvent } from './events-repository.ts'
import { accessText } from './output/words.ts'
import { getSeries, seriesRef } from './service.ts'
import { readTexts, textsColumns } from './texts-repository.ts'

/** The events of a series as its programme shows them, with what each lacks. @throws OfficeError `not-found` */
export async function programmeOf(desk: OfficeDesk, seriesId: string): Promise<ProgrammeEvent[]> {
  const { textLimit } = await getTexts(desk, seriesId)
  const venues = new Map((await listVenues(desk.database.read, '')).map((venue) => [venue.id, venue]))
  return (await seriesEvents(desk.database.read, seriesId)).map((each) => {
    const { event, entry } = each
    const venue = venues.get(event.venueId ?? '')
    return {
      id: event.id, version: event.version, title: event.title, kind: event.kind, state: event.state, startsOn: event.startsOn, startsAt: event.startsAt, endsOn: event.endsOn, endsAt: event.endsAt,
      place: event.place, venueId: event.venueId, placeText: event.placeText, topic: event.topic, languages: event.languages, registration: event.registration, accessNote: event.accessNote,
      programmeText: event.programmeText, access: accessText(event, venue), organisers: event.partners.filter(({ role }) => role === 'organiser').map(({ name }) => name),
      approval: entry?.approval ?? null, query: entry?.query ?? '', publicContact: entry?.publicContact ?? '', remark: entry?.remark ?? '', partnerId: entry?.partnerId ?? null,
      gaps: gapsOf(each, venue, textLimit),
    }
  })
}

/** What an event lacks before it can be printed. A cancelled or rejected one lacks nothing: it isn't. */
export function gapsOf({ event, entry }: SeriesEvent, venue: Venue | undefined, textLimit: number): GapCode[] {
  if (event.state === 'cancelled' || entry?.approval === 'rejected') return []
  const lacks: Record<GapCode, boolean> = {
    day: event.startsOn === null, time: event.startsOn !== null && event.startsAt === null && (event.endsOn === null || event.endsOn === event.startsOn), place: event.place === '', access: accessText(event, venue) === '',
    contact: event.registration === '' && (entry?.publicContact ?? '') === '', organiser: event.partners.every(({ role }) => role !== 'organiser'),
    text: event.programmeText.trim() === '', 'too-long': event.programmeText.length > textLimit,
  }
  return (Object.keys(lacks) as GapCode[]).filter((code) => lacks[code])
}

/** What the booklet says beside its events. @throws OfficeError `not-found` */
export async function getTexts(desk: OfficeDesk, seriesId: string): Promise<SeriesTexts & { version: number }> {
  const texts = await readTexts(desk.database.read, seriesId)
  if (!texts) throw new OfficeError('not-found')
  return texts
}

/** Stores what the booklet says beside its events. @throws OfficeError `conflict`, `not-found` */
export async function updateTexts(desk: OfficeDesk, seriesId: string, version: number, fields: SeriesTexts): Promise<ChangeReceipt> {
  await getSeries(desk, seriesId)
  const written = await desk.write({ label: 'Texte des Programmhefts geändert', record: seriesRef(seriesId), coalesce: `series-texts:${seriesId}` }, async (transaction) => {
    await transaction.expectVersion(seriesRef(seriesId), version, () => readTexts(transaction.database, seriesId))
    await transaction.update('event_series', seriesId, textsColumns(fields))
  })
  return { change: written.change, version: written.versions.get(seriesId) ?? version }
}
