import { isoDay } from '../../../../../shared/dates.ts'
import { OfficeError } from '../../../../../shared/errors.ts'
import type { FormKind, SeriesPartner } from '../../../../../shared/events/series/model.ts'
import type { FileGrants } from '../../../file-grants.ts'
import type { OfficeDesk } from '../../../session.ts'
import { getLetterhead } from '../../../settings/service.ts'
import { listVenues } from '../../venues/repository.ts'
import type { SeriesEvent } from '../events-repository.ts'
import { findPartners } from '../partners-service.ts'
import { gapsOf } from '../programme.ts'
import { getSeries } from '../service.ts'
import { readTexts } from '../texts-repository.ts'
import { docxForm } from './docx-form.ts'
import type { EntryForm } from './form.ts'
import { prefilled } from './prefill.ts'
import { xlsxForm } from './xlsx-form.ts'

const types: Readonly<Record<FormKind, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/**
 * The forms for one partner of a series, with neutral names.
 * @param known events that stand in it already, and the day until which it is awaited; an empty form says the day of the series
 * @throws OfficeError `not-found`
 */
export async function formsFor(
  desk: OfficeDesk, seriesId: string, { name, code }: Pick<SeriesPartner, 'name' | 'code'>, kinds: readonly FormKind[], known: { until: string | null; entries: readonly SeriesEvent[] } = { until: null, entries: [] },
): Promise<{ name: string; type: string; bytes: Uint8Array }[]> {
  const series = await getSeries(desk, seriesId)
  const { textLimit = 600 } = await readTexts(desk.database.read, seriesId) ?? {}
  const { letterhead } = await getLetterhead(desk)
  const venues = new Map((known.entries.length === 0 ? [] : await listVenues(desk.database.read, '')).map((venue) => [venue.id, venue]))
  const form: EntryForm = {
    seriesTitle: series.title, motto: series.motto, startsOn: series.startsOn, endsOn: series.endsOn, entriesUntil: known.until ?? (series.entriesUntil !== null && series.entriesUntil >= isoDay(new Date()) ? series.entriesUntil : null),
    textLimit, partnerName: name, code, officeName: letterhead.officeName || 'Integrationsbüro', officeEmail: letterhead.email,
    events: known.entries.map((each) => prefilled(each, gapsOf(each, venues.get(each.event.venueId ?? ''), textLimit))),
  }
  const files = []
  for (const kind of kinds) files.push({ name: `Formular ${code}.${kind}`, type: types[kind], bytes: kind === 'xlsx' ? await xlsxForm(form) : await docxForm(form, letterhead.fontFamily) })
  return files
}

/** Writes forms for partners into a chosen folder, all or none. @throws OfficeError `not-found`, `forbidden`, `disk-full`, `read-only` */
export async function saveForms(
  desk: OfficeDesk, grants: FileGrants, { seriesId, partnerIds, forms, grant }: { seriesId: string; partnerIds: readonly string[]; forms: readonly FormKind[]; grant: string },
): Promise<{ files: number }> {
  const partners = (await findPartners(desk, seriesId)).filter(({ id }) => partnerIds.includes(id))
  if (partners.length === 0) throw new OfficeError('not-found')
  const files = []
  for (const partner of partners) {
    files.push(...await formsFor(desk, seriesId, partner, forms))
    await new Promise((resolve) => setImmediate(resolve))
  }
  grants.writeInto(grant, files)
  return { files: files.length }
}
