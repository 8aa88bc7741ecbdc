import { uuidv7 } from 'uuidv7'
import { daysInMonth, formatDay, parseDay, addDays, daysBetween, weekday } from '../../../../shared/holidays/days.ts'
import type { SeriesInput } from '../../../../shared/events/model.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import type { OfficeDesk } from '../../session.ts'
import { keepDeadlines } from './deadlines.ts'
import { findPartners, insertPartners } from './partners-service.ts'
import { getTexts } from './programme.ts'
import { seriesColumns } from './repository.ts'
import { getSeries, seriesRef } from './service.ts'
import { textsColumns } from './texts-repository.ts'

/**
 * „Neue Reihe nach dieser": the next year's, on the same weekdays, with the same partners under new codes and without events. Motto and greeting
 * are for the new one to find; sponsors and imprint are taken along.
 * @throws OfficeError `not-found`
 */
export async function followSeries(desk: OfficeDesk, seriesId: string, land: Land): Promise<ChangeReceipt & { id: string }> {
  const series = await getSeries(desk, seriesId)
  const texts = await getTexts(desk, seriesId)
  const partners = await findPartners(desk, seriesId)
  const startsOn = series.startsOn === null ? null : nextYear(series.startsOn)
  const moved = series.startsOn === null || startsOn === null ? 0 : daysBetween(series.startsOn, startsOn)
  const shifted = (day: string | null): string | null => (day === null ? null : startsOn === null ? nextYear(day) : addDays(day, moved))
  const fields: SeriesInput = { title: nextTitle(series.title), motto: '', startsOn, endsOn: shifted(series.endsOn), entriesUntil: shifted(series.entriesUntil), note: '' }
  const id = uuidv7()
  const written = await desk.write({ label: 'Reihe nach dem Vorjahr angelegt', record: seriesRef(id) }, async (transaction) => {
    await transaction.insert('event_series', {
      id, ...seriesColumns(fields), ...textsColumns({ ...texts, greeting: '', greetingBy: texts.greetingBy }), previous_id: seriesId, deleted_at: null, deleted_by: null,
    })
    await insertPartners(transaction, id, partners.map(({ contactId, name }) => ({ contactId, name })), 0)
    await keepDeadlines(transaction, desk, id, { before: null, now: fields }, land)
  })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** The same weekday of the next year that lies nearest to the same date: a week from Sunday to Sunday stays one. */
export function nextYear(iso: string): string {
  const { year, month, day } = parseDay(iso)
  const same = formatDay({ year: year + 1, month, day: Math.min(day, daysInMonth(year + 1, month)) })
  const behind = (weekday(same) - weekday(iso) + 7) % 7
  return addDays(same, behind <= 3 ? -behind : 7 - behind)
}

/** "Interkulturelle Woche 2027" becomes 2028; a title without a year is marked as new. */
function nextTitle(title: string): string {
  const next = title.replace(/\b(20\d{2})\b/u, (year) => String(Number(year) + 1))
  return next === title ? `${title} (neu)`.slice(0, 300) : next
}
