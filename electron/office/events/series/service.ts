import { uuidv7 } from 'uuidv7'
import { OfficeError } from '../../../../shared/errors.ts'
import type { Series, SeriesInput } from '../../../../shared/events/model.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import type { OfficeDesk } from '../../session.ts'
import { tasksOfRecord } from '../../tasks/service.ts'
import { keepDeadlines } from './deadlines.ts'
import { newTexts } from './texts-repository.ts'
import { readSeries, seriesColumns } from './repository.ts'

/** A series as a record. */
export const seriesRef = (id: string) => ({ type: 'event-series', id })

/** One series, also from the trash. @throws OfficeError `not-found` */
export async function getSeries(desk: OfficeDesk, id: string): Promise<Series> {
  const series = await readSeries(desk.database.read, id)
  if (!series) throw new OfficeError('not-found')
  return series
}

/** Stores a new series, with the tasks around the day until which entries are awaited where one is said. @param land whose holidays the tasks keep off; null makes none @throws OfficeError `invalid` */
export async function createSeries(desk: OfficeDesk, fields: SeriesInput, land: Land | null = null): Promise<ChangeReceipt & { id: string }> {
  expectPossible(fields)
  const id = uuidv7()
  const written = await desk.write({ label: 'Reihe angelegt', record: seriesRef(id) }, async (transaction) => {
    await transaction.insert('event_series', { id, ...seriesColumns(fields), ...newTexts, previous_id: null, deleted_at: null, deleted_by: null })
    if (land !== null) await keepDeadlines(transaction, desk, id, { before: null, now: fields }, land)
  })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Brings a series to what is given; moved days move its open tasks. @throws OfficeError `conflict`, `invalid`, `not-found` */
export async function updateSeries(desk: OfficeDesk, id: string, version: number, fields: SeriesInput, land: Land): Promise<ChangeReceipt> {
  expectPossible(fields)
  const before = await getSeries(desk, id)
  const moved = before.startsOn !== fields.startsOn || before.entriesUntil !== fields.entriesUntil
  // New days are a step of their own, so that undo takes back just them with all their tasks.
  const action = moved ? { label: 'Tage der Reihe geändert' } : { label: 'Reihe geändert', coalesce: `event-series:${id}` }
  const written = await desk.write({ ...action, record: seriesRef(id) }, async (transaction) => {
    await transaction.expectVersion(seriesRef(id), version, () => readSeries(transaction.database, id))
    await transaction.update('event_series', id, seriesColumns(fields))
    if (moved) await keepDeadlines(transaction, desk, id, { before, now: fields }, land)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** Moves a series with its tasks to the trash; its events stay and keep its name. @throws OfficeError `conflict`, `not-found` */
export async function removeSeries(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Reihe gelöscht', record: seriesRef(id) }, async (transaction) => {
    await transaction.expectVersion(seriesRef(id), version)
    await transaction.trash(seriesRef(id), desk.person.id)
    for (const task of await tasksOfRecord(transaction.database, seriesRef(id))) await transaction.trash({ type: 'task', id: task.id }, desk.person.id)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

function expectPossible({ startsOn, endsOn }: SeriesInput): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw new OfficeError('invalid', { fields: { endsOn: 'Das Ende liegt vor dem Beginn.' } })
}
